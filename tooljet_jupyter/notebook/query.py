"""A query of an app: what it runs on, its options, and what happens after a run."""

from collections.abc import Iterator, Sequence
from typing import Any, Self

from ..components.event_records import Pair, keep_ids, own_actions
from ..components.handlers import Handler
from ..errors import Invalid
from .sources import SavedQuery, Source

Json = dict[str, Any]
# Python's names of the options of every query, and ToolJet's.
OPTIONS = {
    "run_on_load": "runOnPageLoad",
    "run_on_change": "runOnDependencyChange",
    "confirm": "requestConfirmation",
    "confirmation": "confirmationMessage",
    "notify": "showSuccessNotification",
    "success_message": "successMessage",
    "timeout_ms": "query_timeout",
    "disabled": "disableQuery",
    "disabled_message": "disabledMessage",
}
ON_SUCCESS = "onDataQuerySuccess"
ON_FAILURE = "onDataQueryFailure"


class Query:
    """A query of an app.

    Attributes
    ----------
    id : str or None
        The id it is stored with; None: made of its name.
    extra : dict
        What else is stored with it, by names that this version does not know.
    """

    def __init__(self, name: str, kind: str, source: str | None, options: Json) -> None:
        self.name: str | None = name
        self.kind = kind
        self.source = source
        self.options = options
        self.handlers: dict[str, list[Handler]] = {}
        self.order: list[Any] = []
        self.id: str | None = None
        self.extra: Json = {}

    def __repr__(self) -> str:
        return f"<Query {self.name!r} ({self.kind})>"

    def on(self, event: str, *handlers: Handler) -> "Query":
        """Do something on an event of the query, given by ToolJet's name."""
        self.handlers.setdefault(event, []).extend(handlers)
        return self

    def on_success(self, *handlers: Handler) -> "Query":
        """Do something after each run that went well."""
        return self.on(ON_SUCCESS, *handlers)

    def on_failure(self, *handlers: Handler) -> "Query":
        """Do something after each run that failed."""
        return self.on(ON_FAILURE, *handlers)

    def pairs(self) -> Iterator[Pair]:
        """Return what is done on its events."""
        for event, handlers in self.handlers.items():
            yield from (({"eventId": event}, handler) for handler in handlers)

    def keep(
        self,
        *,
        id: str | None = None,
        events: Sequence[str | None] = (),
        order: Sequence[int] | None = None,
        options: Json | None = None,
        extra: Json | None = None,
    ) -> Self:
        """Say how it is stored where its name does not say it; `to_python` writes this.

        Parameters
        ----------
        id : str, optional
            The id of the query.
        events : sequence of str or None, optional
            The ids of its events.
        order : sequence of int, optional
            The place of each of its events in the stored list.
        options : dict, optional
            Options by ToolJet's names, kept as they are.
        extra : dict, optional
            What else is stored with it.
        """
        self.id = id or self.id
        self.options |= options or {}
        self.extra = extra or {}
        if events or order is not None:
            self.order = keep_ids(list(own_actions(self.handlers)), events, order)
        return self


def start(source: Source | SavedQuery | str | None, sql: str | None, code: str | None) -> tuple[str, str | None, Json]:
    """Return kind, source and first options of a query, from whatever it was described by."""
    if isinstance(source, SavedQuery):
        return source.kind, source.source, dict(source.options)
    if code is not None:
        return str(source or "runjs"), None, {"code": code}
    options = {"mode": "sql", "query": sql} if sql is not None else {}
    if isinstance(source, Source):
        return source.kind, source.id, options
    if not source:
        raise Invalid("A query needs a data source, or code", field="source")
    return source, None, options


def described(*, transformation: str | None, parameters: Json | None, options: Json) -> Json:
    """Return options by ToolJet's names, from those of Python."""
    given = {OPTIONS.get(key, key): value for key, value in options.items()}
    if transformation is not None:
        given |= {
            "enableTransformation": True,
            "transformationLanguage": "javascript",
            "transformation": transformation,
        }
    if parameters:
        given["parameters"] = [{"name": key, "defaultValue": value} for key, value in parameters.items()]
    return given
