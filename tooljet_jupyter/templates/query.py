"""What a run of a query must be given, and the values it was given.

The browser sends one value for each of `query_bindings`. The server answers three kinds of expression
itself, so that nobody can send another value for them: literals (`{{10}}`), constants and secrets
(`{{secrets.KEY}}`), and `{{globals.server…}}`. Secrets stand alone in their braces: an expression that also
does something else with them would have to be evaluated in the browser.
"""

import json
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, Literal, NoReturn

from ..errors import Invalid, UnsafeTemplate
from .bindings import expressions, sole_expression
from .javascript import plain_path, server_name
from .markers import unmark

Path = tuple[str | int, ...]
Resolver = Callable[[Path], Any]
Origin = Literal["literal", "server", "sent"]

UNDEFINED = frozenset({"", "undefined", "null"})


def query_bindings(options: Mapping[str, Any], client_keys: Collection[str] = ()) -> list[str]:
    """The distinct expressions whose values a run must send, in the order of the options."""
    found = dict.fromkeys(unmark(e).expression for e in expressions(server_options(options, client_keys)))
    sent = [expression for expression in found if origin(expression) == "sent"]
    for expression in sent:
        refuse_mixed(expression)
    return sent


def server_options(options: Mapping[str, Any], client_keys: Collection[str]) -> dict[str, Any]:
    return {key: value for key, value in options.items() if key not in client_keys}


def refuse_mixed(expression: str) -> None:
    name = server_name(expression)
    if name:
        raise UnsafeTemplate(
            f"{name} stays on the server and must stand alone in its braces, "
            f"with text around them if need be: {{{{{expression}}}}}",
            expression=expression,
        )


@lru_cache(maxsize=4096)
def origin(expression: str) -> Origin:
    """Who knows the value of the expression."""
    if is_literal(expression):
        return "literal"
    path = plain_path(expression)
    return "server" if path and kept_by_server(path) else "sent"


def kept_by_server(path: Path) -> bool:
    return (path[0] in ("constants", "secrets") and len(path) > 1) or path[:2] == ("globals", "server")


def is_literal(expression: str) -> bool:
    try:
        literal(expression)
    except ValueError:
        return False
    return True


def literal(expression: str) -> Any:
    """The value of a JSON literal, a simple quoted text or undefined; ValueError for anything else."""
    if expression in UNDEFINED:
        return None
    if expression[0] == "'" == expression[-1] and len(expression) > 1 and not {"'", "\\"} & set(expression[1:-1]):
        return expression[1:-1]
    return json.loads(expression, parse_constant=refuse_constant)


def refuse_constant(name: str) -> NoReturn:
    raise ValueError(name)


def no_server_names(path: Path) -> NoReturn:
    """The resolver of a place that knows no constants and no secrets."""
    name = ".".join(map(str, path))
    raise Invalid(f"{name} is not known here", names=[name])


class Values(Mapping[str, Any]):
    """The value of every expression of a query: those sent, and those the server answers."""

    def __init__(self, sent: Mapping[str, Any], server: Resolver = no_server_names) -> None:
        self.sent = sent
        self.server = server

    @classmethod
    def of_run(cls, bindings: Sequence[str], values: Sequence[Any], *, server: Resolver = no_server_names) -> "Values":
        """The values of a run, one per binding and in their order."""
        if len(bindings) != len(values):
            raise Invalid(
                "The app sent values for another version of this query: reload the app",
                expected=len(bindings),
                given=len(values),
            )
        return cls(dict(zip(bindings, values, strict=True)), server)

    @classmethod
    def of_parameters(
        cls,
        options: Mapping[str, Any],
        parameters: Mapping[str, Any],
        *,
        client_keys: Collection[str] = (),
        server: Resolver = no_server_names,
    ) -> "Values":
        """The values of a saved query: `{{status}}` and `{{parameters.status}}` both are one parameter."""
        given = {**defaults(options), **parameters}
        sent, missing = {}, []
        for expression in query_bindings(options, {*client_keys, "parameters"}):
            try:
                sent[expression] = parameter(expression, given)
            except KeyError as error:
                missing.append(error.args[0])
        if missing:
            raise Invalid("Missing query parameters", names=list(dict.fromkeys(missing)))
        return cls(sent, server)

    def __getitem__(self, expression: str) -> Any:
        if expression in self.sent:
            return self.sent[expression]
        known = origin(expression)
        if known == "literal":
            return literal(expression)
        path = plain_path(expression)
        if known == "server" and path:
            return self.server(path)
        raise Invalid(f"No value was given for {{{{{expression}}}}}", names=[expression])

    def __iter__(self) -> Iterator[str]:
        return iter(self.sent)

    def __len__(self) -> int:
        return len(self.sent)


def defaults(options: Mapping[str, Any]) -> dict[str, Any]:
    """The default values of the parameters a query declares, where they are literals or plain text."""
    declared = options.get("parameters")
    found: dict[str, Any] = {}
    for parameter in declared if isinstance(declared, list) else []:
        value = parameter.get("defaultValue") if isinstance(parameter, dict) else None
        if value is not None and value != "":
            found[str(parameter.get("name"))] = default(value)
    return found


def default(value: Any) -> Any:
    expression = sole_expression(value) if isinstance(value, str) else None
    return literal(expression) if expression is not None and is_literal(expression) else value


def parameter(expression: str, given: Mapping[str, Any]) -> Any:
    """The parameter an expression names; KeyError with the name when it was not given."""
    if expression in given:
        return given[expression]
    path = plain_path(expression)
    if path is None or len(path) > 1 and path[0] in ("components", "queries", "globals", "variables", "page"):
        raise KeyError(expression)
    if path[0] == "parameters" and len(path) > 1:
        path = path[1:]
    if path[0] not in given:
        raise KeyError(path[0])
    return inside(given[str(path[0])], path[1:])


def inside(value: Any, path: Path) -> Any:
    """The value at the end of the path, None where a step leads nowhere."""
    for step in path:
        if isinstance(value, Mapping):
            value = value.get(step if step in value else str(step))
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]
        else:
            return None
    return value
