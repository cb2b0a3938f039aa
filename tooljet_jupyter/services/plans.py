"""A stored query made ready to run: which values it needs, and where they go."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from ..drivers.fields import Field, Options, read, write
from ..drivers.manifest import Manifest, Operation
from ..drivers.statement import Statement
from ..errors import Invalid, ToolJetError
from ..exchange.browser import CLIENT_OPTIONS, RUNJS, RUNPY, bindings_of, python_transformation
from ..templates.bindings import expressions
from ..templates.fill import fill, fill_header
from ..templates.json_text import fill_json_text
from ..templates.sql import Identifiers, prepare, prepare_named
from ..templates.url import fill_url
from ..wire.definitions import Definition, Query
from .context import Context

Values = Mapping[str, Any]
Filler = Callable[[Values, Identifiers], Any]


@dataclass(frozen=True)
class Plan:
    """One query: its bindings, and how values become the options of a driver."""

    query: Query
    operation: Operation
    name: str
    bindings: list[str]
    plain: Options
    templated: Options
    fillers: dict[str, Filler]
    transformation: str

    def options(self, values: Values, identifiers: Identifiers) -> Options:
        """Return complete options with the values in their places."""
        filled: Options = {**self.plain, **fill(self.templated, values)} if self.templated else dict(self.plain)
        for key, filler in self.fillers.items():
            write(filled, key, filler(values, identifiers))
        return self.operation.validate(filled)


@dataclass(frozen=True)
class Code:
    """A query of Python code: the names it reads come as values, the code stays here."""

    query: Query
    code: str
    bindings: list[str]
    transformation: str = ""


def plan(ctx: Context, query: Query) -> Plan | Code:
    """Return a query ready to run.

    Raises
    ------
    ToolJetError
        It can never run: an unsafe template, an unknown kind or operation, no source.
    """
    transformation = python_transformation(query.options)
    if query.kind == RUNPY:
        code = str(query.options.get("code") or "")
        return Code(query, code, bindings_of(query), transformation)
    manifest = ctx.server.catalog.manifest(query.kind)
    if query.source is None and not manifest.static:
        raise Invalid(f"Choose a data source for the query {query.name}", query=query.name)
    name = manifest.select(query.options)
    operation = manifest.operation(name)
    kept = {key: value for key, value in query.options.items() if key not in CLIENT_OPTIONS}
    fillers = _fillers(ctx, manifest, operation, kept)
    rest = {key: value for key, value in kept.items() if key not in fillers}
    return Plan(
        query=query,
        operation=operation,
        name=name,
        bindings=bindings_of(query),
        plain={key: value for key, value in rest.items() if not expressions(value)},
        templated={key: value for key, value in rest.items() if expressions(value)},
        fillers=fillers,
        transformation=transformation,
    )


def check(ctx: Context, definition: Definition) -> None:
    """Refuse a definition in which a query can never run; all of them are named at once.

    Raises
    ------
    Invalid
        `detail.problems` lists queries and reasons.
    """
    problems = []
    for query in definition.queries:
        if query.kind == RUNJS:
            continue
        try:
            plan(ctx, query)
        except ToolJetError as error:
            problems.append({"place": f"Query {query.name}", "reason": error.message, **error.detail})
    if problems:
        raise Invalid(f"{problems[0]['place']}: {problems[0]['reason']}", problems=problems)


def _fillers(ctx: Context, manifest: Manifest, operation: Operation, options: Options) -> dict[str, Filler]:
    found = {}
    for field in operation.fields:
        text = read(options, field.key)
        filler = _filler(ctx, manifest, field, text, options) if text else None
        if filler:
            found[field.key] = filler
    return found


def _filler(ctx: Context, manifest: Manifest, field: Field, text: Any, options: Options) -> Filler | None:
    if field.key == "headers":
        return lambda values, _: _headers(text, values)
    if not isinstance(text, str):
        return None
    if field.widget == "sql":
        return _sql_filler(ctx, manifest, text, options.get("query_params") or [])
    if field.widget == "json" or field.language == "json":
        return (lambda values, _: fill_json_text(text, values)) if expressions(text) else None
    if field.language == "url":
        return lambda values, _: fill_url(text, values)
    return None


def _headers(pairs: Any, values: Values) -> Any:
    """Return headers with their values in place; none of them can begin another header."""
    if not isinstance(pairs, list):
        return fill(pairs, values)
    return [[fill_header(str(item), values) for item in pair] for pair in pairs]


def _sql_filler(ctx: Context, manifest: Manifest, text: str, pairs: Any) -> Filler:
    driver = ctx.server.catalog.driver(manifest.kind)
    if not driver.dialect:
        raise Invalid(f"{manifest.title} has an SQL field but no SQL driver", kind=manifest.kind)
    # `:name` in the SQL is ToolJet's older way to bind: a list of names and values.
    prepared = prepare_named(text, pairs, driver.dialect) if pairs else prepare(text, driver.dialect)

    def statement(values: Values, identifiers: Identifiers) -> Statement:
        bound = prepared.bind(values, identifiers=identifiers)
        return Statement(bound.sql, bound.params)

    return statement
