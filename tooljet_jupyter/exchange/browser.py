"""What a browser may see of a definition: all but what stays on the server, and the values each query wants."""

from collections.abc import Mapping
from typing import Any

from ..templates.python import roots
from ..templates.query import query_bindings
from ..wire.definitions import Definition, Query, ViewerDefinition, ViewerQuery

RUNJS = "runjs"
RUNPY = "runpy"
PYTHON = "python"
# What the runtime needs of a query; everything else stays on the server.
CLIENT_OPTIONS = frozenset(
    {
        "runOnPageLoad",
        "runOnDependencyChange",
        "requestConfirmation",
        "requestConfirmationFx",
        "confirmationMessage",
        "showSuccessNotification",
        "successMessage",
        "notificationDuration",
        "showFailureNotification",
        "query_timeout",
        "enableTransformation",
        "transformationLanguage",
        "transformation",
        "transformations",
        "parameters",
        "disableQuery",
        "disabledMessage",
        "hasParamSupport",
    }
)
# A Python transformation runs on the server, so its code stays there.
SERVER_TRANSFORMATION = frozenset({"enableTransformation", "transformation", "transformations"})
RUNJS = "runjs"


def viewer(definition: Definition, bindings: Mapping[str, list[str]]) -> ViewerDefinition:
    """Return a definition without what must stay on the server; `bindings` are those of each query that can run."""
    return ViewerDefinition(
        format=definition.format,
        settings=definition.settings,
        home_page=definition.home_page,
        pages=definition.pages,
        queries=[_viewer_query(query, bindings.get(query.id, [])) for query in definition.queries],
    )


def bindings_of(query: Query) -> list[str]:
    """Return the expressions whose values a run of the query must send, in their order.

    Raises
    ------
    BadTemplate
        A `{{ }}` does not close or does not parse.
    UnsafeTemplate
        A value of the server stands in an expression that a browser would have to evaluate.
    """
    transformation = python_transformation(query.options)
    extra = roots(transformation) if transformation else []
    if query.kind == RUNPY:
        return merged(roots(str(query.options.get("code") or "")), extra)
    return merged(query_bindings(query.options, CLIENT_OPTIONS), extra)


def python_transformation(options: Mapping[str, Any]) -> str:
    """Return the Python code that changes the data of a query, if there is any."""
    if not options.get("enableTransformation") or options.get("transformationLanguage") != PYTHON:
        return ""
    by_language = options.get("transformations")
    code = by_language.get(PYTHON) if isinstance(by_language, Mapping) else None
    return str(code or options.get("transformation") or "")


def merged(*lists: list[str]) -> list[str]:
    """Return the distinct expressions of several lists in their order."""
    return list(dict.fromkeys(expression for found in lists for expression in found))


def _viewer_query(query: Query, bindings: list[str]) -> ViewerQuery:
    kept = CLIENT_OPTIONS | {"code"} if query.kind == RUNJS else CLIENT_OPTIONS
    if query.options.get("transformationLanguage") == PYTHON:
        kept = kept - SERVER_TRANSFORMATION
    options = {key: value for key, value in query.options.items() if key in kept}
    return ViewerQuery(
        id=query.id, name=query.name, kind=query.kind, options=options, events=query.events, bindings=bindings
    )
