"""/tooljet/api/openapi.json: every route, its bodies and replies, made from the handlers themselves."""

import re
from functools import lru_cache
from typing import Any

import msgspec

from .. import __version__
from ..services.context import Context
from ..wire.base import ErrorReply
from .base import Handler, Route, endpoint

REF = "#/components/schemas/{name}"
HOLE = re.compile(r"\(\?P<(\w+)>[^)]*\)")
VERBS = ("get", "post", "put", "patch", "delete")


class OpenApi(Handler):
    path = r"openapi\.json"

    @endpoint
    def get(self, ctx: Context) -> bytes:
        """Return the description of this API as OpenAPI 3.1."""
        return encoded()


@lru_cache
def encoded() -> bytes:
    """Return the document as JSON."""
    return msgspec.json.encode(document())


def document() -> dict[str, Any]:
    """Return the OpenAPI document of all routes."""
    from .routes import handlers

    found = [(handler, route) for handler in handlers() for route in endpoints(handler)]
    types = [kind for _, route in found for kind in (route.body, route.reply) if kind not in (None, bytes)]
    schemas, components = msgspec.json.schema_components([*types, ErrorReply], ref_template=REF)
    by_type = dict(zip(map(repr, [*types, ErrorReply]), schemas, strict=True))
    paths: dict[str, Any] = {}
    for handler, route in found:
        paths.setdefault(address(handler), {})[route.verb] = operation(handler, route, by_type)
    return {
        "openapi": "3.1.0",
        "info": {"title": "ToolJet for Jupyter", "version": __version__, "license": {"name": "BSD-3-Clause"}},
        "servers": [{"url": "/"}],
        "paths": dict(sorted(paths.items())),
        "components": {
            "schemas": dict(sorted(components.items())),
            "securitySchemes": {
                "token": {
                    "type": "http",
                    "scheme": "bearer",
                    "description": "Jupyter's token, or one of ours",
                }
            },
        },
        "security": [{"token": []}],
    }


def endpoints(handler: type[Handler]) -> list[Route]:
    """Return the routes of a handler, one per verb."""
    methods = [vars(handler).get(verb) for verb in VERBS]
    return [method.route for method in methods if method and hasattr(method, "route")]


def address(handler: type[Handler]) -> str:
    """Return `/tooljet/api/apps/{app}` for the pattern of a handler."""
    return "/tooljet/api/" + HOLE.sub(r"{\1}", handler.path).replace("\\.", ".")


def operation(handler: type[Handler], route: Route, schemas: dict[str, Any]) -> dict[str, Any]:
    """Return one entry of the document."""
    holes = [
        {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
        for name in HOLE.findall(handler.path)
    ]
    asked = [
        {"name": name.removeprefix("ask_"), "in": "query", "required": False, "schema": {"type": "string"}}
        for name in route.queries
    ]
    media = handler.media_type if route.reply is bytes else "application/json"
    content = {media: {"schema": schemas[repr(route.reply)]}} if route.reply is not bytes else {media: {}}
    error = {"application/json": {"schema": schemas[repr(ErrorReply)]}}
    found: dict[str, Any] = {
        "operationId": f"{handler.__name__}_{route.verb}",
        "tags": [handler.__module__.rpartition(".")[2]],
        "summary": route.sentence,
        "parameters": holes + asked,
        "responses": {
            "200": {"description": "Done", "content": content},
            "4XX": {"description": "What is wrong, in the user's words", "content": error},
        },
    }
    if route.body:
        found["requestBody"] = {
            "required": True,
            "content": {"application/json": {"schema": schemas[repr(route.body)]}},
        }
    if route.public:
        found["security"] = []
    return found
