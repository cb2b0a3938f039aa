"""Queries as Python: SQL, code and options by Python's names where there is one."""

import inspect
from typing import Any

from ...components.event_records import Pair
from ...components.events import Action
from .. import resolver
from ..composition import Composition
from ..identities import query_id
from ..query import ON_FAILURE, ON_SUCCESS, OPTIONS, Query
from .actions import handlers_node, writable
from .text import Code, Node, call, json_node, mapped, statement, text_node
from .writing import Writing, kept_events

Json = dict[str, Any]
HANDLERS = {ON_SUCCESS: "on_success", ON_FAILURE: "on_failure"}
JAVASCRIPT = {"enableTransformation": True, "transformationLanguage": "javascript"}
# What `app.query` takes by these names is something else than an option of the query.
TAKEN = frozenset({*inspect.signature(Composition.query).parameters, *OPTIONS})


def write_query(writing: Writing, query: Query, source: str | None) -> None:
    """Write how a query is added; `source` is the variable of its data source."""
    options = dict(query.options)
    start = sql_nodes(options) if source else code_nodes(options)
    values: list[Node] = [text_node(str(query.name))]
    if source:
        values.append(Code(source))
    elif query.kind != "runjs" or not start:
        values.append(text_node(query.kind))
    nodes = start | parameters_nodes(options) | transformation_nodes(options) | option_nodes(options)
    resolve = writing.resolve.first()
    for event, name in HANDLERS.items():
        if query.handlers.get(event):
            nodes[name] = handlers_node(actions(query, event), resolve)
    others = [event for event in query.handlers if event not in HANDLERS]
    kept = kept_query(query, options)
    variable = writing.variable(str(query.name)) if others or kept else ""
    writing.say(statement(call("app.query", *values, **nodes), variable))
    for event in others:
        given = [handlers_node([action], resolve) for action in actions(query, event)]
        writing.say(statement(call(f"{variable}.on", text_node(event), *given)))
    if kept:
        writing.say(statement(call(f"{variable}.keep", **kept)))


def sql_nodes(options: Json) -> dict[str, Node]:
    """Take the SQL out of the options."""
    if options.get("mode") != "sql" or not isinstance(options.get("query"), str):
        return {}
    del options["mode"]
    return {"sql": text_node(options.pop("query"))}


def code_nodes(options: Json) -> dict[str, Node]:
    """Take the code out of the options."""
    return {"code": text_node(options.pop("code"))} if isinstance(options.get("code"), str) else {}


def parameters_nodes(options: Json) -> dict[str, Node]:
    """Take the parameters out of the options, where each is a name and a default."""
    found = options.get("parameters")
    if not isinstance(found, list) or not found:
        return {}
    if any(not isinstance(item, dict) or item.keys() != {"name", "defaultValue"} for item in found):
        return {}
    named = {item["name"]: item["defaultValue"] for item in found if isinstance(item["name"], str)}
    if len(named) < len(found):
        return {}
    del options["parameters"]
    return {"parameters": mapped({key: json_node(value) for key, value in named.items()})}


def transformation_nodes(options: Json) -> dict[str, Node]:
    """Take the transformation out of the options, where it is JavaScript and switched on."""
    chosen = options.get("enableTransformation") is True and options.get("transformationLanguage") == "javascript"
    if not chosen or not isinstance(options.get("transformation"), str):
        return {}
    del options["enableTransformation"], options["transformationLanguage"]
    return {"transformation": text_node(options.pop("transformation"))}


def option_nodes(options: Json) -> dict[str, Node]:
    """Take out of the options what can be given by name."""
    names = {key: name for name, key in OPTIONS.items()}
    found: dict[str, Node] = {}
    for key in list(options):
        if key in names or (writable(key) and key not in TAKEN):
            found[names.get(key, key)] = json_node(options.pop(key))
    return found


def kept_query(query: Query, options: Json) -> dict[str, Node]:
    """Return what must be said besides; `options` are those that no name stands for."""
    found: dict[str, Node] = {}
    if query.id != resolver.query_id(str(query.name)):
        found["id"] = text_node(query_id(query))
    found |= kept_events(query, in_program(query), query_id(query))
    if options:
        found["options"] = json_node(options)
    if query.extra:
        found["extra"] = json_node(query.extra)
    return found


def in_program(query: Query) -> list[Pair]:
    """Return the events of a query in the order in which the program gives them."""
    events = [*HANDLERS, *(event for event in query.handlers if event not in HANDLERS)]
    return [({"eventId": event}, action) for event in events for action in actions(query, event)]


def actions(query: Query, event: str) -> list[Action]:
    """Return what is done on an event."""
    return [handler for handler in query.handlers.get(event, []) if isinstance(handler, Action)]
