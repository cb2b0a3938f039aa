"""Every route: none is public by omission, none writes for another site, each keeps to its rights."""

import json
import re

import pytest

from tooljet_jupyter.handlers.base import Handler
from tooljet_jupyter.handlers.openapi import endpoints
from tooljet_jupyter.handlers.routes import handlers, routes
from tooljet_jupyter.resources import folder

# What answers a stranger, each with its reason.
PUBLIC = {
    "Health.get": "load balancers do not log in",
}
EVERY = [(handler, route) for handler in handlers() for route in endpoints(handler)]


def named(value):
    return value.__name__ if isinstance(value, type) else getattr(value, "verb", None)


def address(handler):
    return "tooljet/api/" + re.sub(r"\(\?P<\w+>[^)]*\)", "x", handler.path).replace("\\", "")


def test_the_public_routes_are_those_that_are_known():
    assert {f"{handler.__name__}.{route.verb}" for handler, route in EVERY if route.public} == set(PUBLIC)


def test_every_verb_of_a_handler_is_an_endpoint():
    own = {f"{h.__name__}.{v}" for h in handlers() for v in ("get", "post", "put", "patch", "delete") if v in vars(h)}
    assert own == {f"{handler.__name__}.{route.verb}" for handler, route in EVERY}


async def test_strangers_are_refused_everywhere(http_server_client, jp_base_url, jp_serverapp):
    answers = {}
    for handler, route in EVERY:
        verb = route.verb.upper()
        answer = await http_server_client.fetch(
            jp_base_url + address(handler),
            method=verb,
            body="{}" if verb in {"POST", "PUT", "PATCH"} else None,
            raise_error=False,
        )
        answers[f"{handler.__name__}.{route.verb}"] = answer.code
    assert {name for name, code in answers.items() if code != 401} == set(PUBLIC)


async def test_pages_send_strangers_to_the_login(http_server_client, jp_base_url, jp_serverapp):
    for path in ("tooljet/", "tooljet/apps/orders", "tooljet/api/docs", "tooljet/frame/orders"):
        answer = await http_server_client.fetch(jp_base_url + path, raise_error=False, follow_redirects=False)
        assert answer.code in (302, 403), path


async def test_a_cookie_without_the_xsrf_token_changes_nothing(
    http_server_client, jp_base_url, jp_serverapp, jp_auth_header
):
    page = await http_server_client.fetch(jp_base_url + "tooljet/api/me", headers=jp_auth_header)
    cookies = "; ".join(cookie.split(";")[0] for cookie in page.headers.get_list("Set-Cookie"))
    answer = await http_server_client.fetch(
        jp_base_url + "tooljet/api/apps",
        method="POST",
        body=json.dumps({"name": "Mine"}),
        headers={"Cookie": cookies},
        raise_error=False,
    )
    assert (answer.code, json.loads(answer.body)["code"]) == (403, "Forbidden")


async def test_a_foreign_host_name_is_refused(http_server_client, jp_base_url, jp_serverapp, jp_auth_header):
    headers = {**jp_auth_header, "Host": "rebound.example.com"}
    answer = await http_server_client.fetch(jp_base_url + "tooljet/api/me", headers=headers, raise_error=False)
    assert answer.code == 403


async def test_an_unknown_route_is_not_found(api):
    status, error = await api("GET", "nothing", "here")
    assert (status, error["code"]) == (404, "NotFound")


async def test_a_body_that_is_no_json_is_refused(api):
    status, error = await api("POST", "apps", body="{not json")
    assert (status, error["code"]) == (422, "Invalid")


@pytest.mark.parametrize("handler", handlers(), ids=named)
def test_a_handler_says_what_it_is_through_its_endpoints(handler):
    assert issubclass(handler, Handler)
    assert [route.verb for route in endpoints(handler) if not route.sentence.endswith(".")] == []


def test_no_two_routes_have_the_same_pattern():
    patterns = [pattern for pattern, *_ in routes(folder("static"))]
    assert len(patterns) == len(set(patterns))
