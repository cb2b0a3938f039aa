"""What Tab offers in `%%tj` and `%tj`: sources, queries, apps, tables, columns, and variables of the notebook."""

import re
import time
from collections.abc import Iterable, Mapping
from types import ModuleType
from typing import TYPE_CHECKING, Any, NamedTuple

from IPython.core.completer import (
    CompletionContext,
    SimpleCompletion,
    SimpleMatcherResult,
    context_matcher,
)
from IPython.core.interactiveshell import InteractiveShell

from ...errors import ToolJetError
from ...templates.javascript import plain_path
from ..connection import connect
from ..sources import Source
from ..workspace import Workspace
from .ahead import PATIENCE_SECONDS, Ahead
from .schema import Choice, Schema
from .sql_context import WORDS, Place, place
from .variables import reached

if TYPE_CHECKING:
    from .magics import ToolJetMagics

Json = dict[str, Any]
MATCHER = "tooljet"
OPTIONS = ("--source", "--to", "--no-save", "--replace")
COMMANDS = ("sources", "tables", "queries", "apps", "open", "use", "help")
CELL = re.compile(r"%%tj(?=\s|\Z)")
LINE = re.compile(r"^\s*(?:\w+\s*=\s*)?%tj\s+(.*)\Z")
OPTION = re.compile(r"\s(--?[\w-]*)\Z")
OF_SOURCE = re.compile(r"(?:--source|-s)(?:\s+|=)(\S*)\Z")
SOURCE = re.compile(r"(?:--source|-s)(?:\s+|=)(\S+)")
MOST = 500
# What IPython itself keeps among the variables.
OWN = frozenset({"In", "Out", "exit", "quit", "get_ipython", "open"})


class Offer(NamedTuple):
    """What may stand in the place of the letters that are there."""

    start: str
    found: Iterable[Choice]


NOTHING = Offer("", ())


class Completion:
    """Completion for one notebook; without a server it offers what the notebook itself knows."""

    def __init__(self, magics: "ToolJetMagics") -> None:
        self._magics = magics
        self._ahead = Ahead()
        self._source = ""

    def start(self, shell: InteractiveShell) -> None:
        """Take part in what Tab does; loaded again, in the place of an earlier one."""

        def matches(context: CompletionContext) -> SimpleMatcherResult:
            return self.matches(context)

        others = [one for one in shell.Completer.custom_matchers if getattr(one, "matcher_identifier", "") != MATCHER]
        shell.Completer.custom_matchers[:] = [*others, context_matcher(identifier=MATCHER, priority=100)(matches)]

    def used(self, source: Source) -> None:
        """Read the tables of a source that a cell was run on: its next cell will name them."""
        self._source = source.name
        self._ahead.ask(f"schema {source.name}", lambda: Schema.of(source))

    def forget(self) -> None:
        """Ask everything anew: there is another server."""
        self._ahead.forget()
        self._source = ""

    def matches(self, context: CompletionContext) -> SimpleMatcherResult:
        """Return what fits at the cursor."""
        offer = self.offer(context)
        start = offer.start.lower()
        fitting = {one.written or one.name: one.kind for one in offer.found if one.name.lower().startswith(start)}
        completions = [SimpleCompletion(text=text, type=kind) for text, kind in list(fitting.items())[:MOST]]
        return {"completions": completions, "matched_fragment": offer.start, "suppress": bool(completions)}

    def offer(self, context: CompletionContext) -> Offer:
        """Return what may stand at the cursor of a cell."""
        until = time.monotonic() + PATIENCE_SECONDS
        lines = context.full_text.split("\n")
        line = lines[context.cursor_line][: context.cursor_position]
        if CELL.match(context.full_text):
            if context.cursor_line == 0:
                return self.in_head(line, until)
            cursor = len("\n".join([*lines[1 : context.cursor_line], line]))
            return self.in_sql(lines[0], place("\n".join(lines[1:]), cursor), until)
        found = LINE.match(line)
        return self.in_line(found[1], until) if found else NOTHING

    def in_head(self, line: str, until: float) -> Offer:
        """Return what may stand in the first line of a cell: the name of a query, or of a data source."""
        source = OF_SOURCE.search(line)
        if source:
            return Offer(source[1], self.names("sources", until))
        option = OPTION.search(line)
        if option:
            return Offer(option[1], [Choice(name, "keyword") for name in OPTIONS])
        first = re.fullmatch(r"%%tj\s+(\S*)", line)
        return Offer(first[1], self.names("queries", until)) if first else NOTHING

    def in_line(self, rest: str, until: float) -> Offer:
        """Return what may stand after `%tj`."""
        word, space, start = rest.partition(" ")
        if not space:
            return Offer(word, [Choice(name, "keyword") for name in COMMANDS])
        if word == "use":
            variables = self.variables().items()
            return Offer(start, [Choice(name, "instance") for name, value in variables if isinstance(value, Workspace)])
        asked = {"open": "apps", "tables": "sources"}.get(word)
        return Offer(start, self.names(asked, until)) if asked else NOTHING

    def in_sql(self, head: str, at: Place, until: float) -> Offer:
        """Return what may stand in the SQL of a cell."""
        if at.wanted == "variable":
            return Offer(at.start, self.inside(at.owner) if at.owner else self.bindable())
        if not at.wanted:
            return NOTHING
        schema = self.schema(head, until)
        if at.owner:
            return Offer(at.start, schema.members(at.tables.get(at.owner, at.owner), at.owner))
        tables = [*(Choice(name, "table") for name in at.named), *schema.tables()]
        if at.wanted == "table":
            return Offer(at.start, tables)
        own = [column for table in at.tables.values() for column in schema.columns(table)]
        aliases = [Choice(alias, "table") for alias in at.tables]
        words = [Choice(word.lower() if at.start.islower() else word, "keyword") for word in WORDS]
        return Offer(at.start, [*own, *aliases, *tables, *(words if at.start else [])])

    def names(self, noun: str, until: float) -> list[Choice]:
        """Return the names of the sources, queries or apps of the workspace."""
        key = "slug" if noun == "apps" else "name"
        found = self._ahead.get(noun, lambda: self.workspace().client.get(noun), until=until)
        return [Choice(one[key], noun) for one in found or []]

    def schema(self, head: str, until: float) -> Schema:
        """Return the tables of the source that a cell names, or of the one before."""
        named = SOURCE.search(head)
        source = named[1] if named else self._source
        found: Schema | None = self._ahead.get(f"schema {source}", lambda: self.read(source), until=until)
        return found or Schema("", [])

    def read(self, name: str) -> Schema:
        """Ask for the tables of a source; without a name, of the only one there is."""
        sources = self.workspace().sources
        if not name and len(sources) == 1:
            return Schema.of(sources[0])
        return next((Schema.of(one) for one in sources if name in (one.name, one.id)), Schema("", []))

    def workspace(self) -> Workspace:
        """Return the workspace; nobody starts a server by typing."""
        if self._magics.connected is None:
            self._magics.join(connect(start=False))
        return self._magics.workspace

    def variables(self) -> Mapping[str, Any]:
        """Return the variables that a person has made."""
        hidden = self._magics.shell.user_ns_hidden
        every = self._magics.shell.user_ns.items()
        return {
            name: value
            for name, value in every
            if not name.startswith("_") and name not in OWN and hidden.get(name, self) is not value
        }

    def bindable(self) -> list[Choice]:
        """Return the variables that may hold a value for a database."""
        return [
            Choice(name, "instance")
            for name, value in self.variables().items()
            if not isinstance(value, ModuleType | Workspace | Source) and not callable(value)
        ]

    def inside(self, owner: str) -> list[Choice]:
        """Return what can be named after the dot behind a variable."""
        path = plain_path(owner)
        if path is None or path[0] not in self.variables():
            return []
        try:
            value = reached(self.variables(), path, owner)
        except ToolJetError:
            return []
        names = value if isinstance(value, Mapping) else getattr(value, "columns", None)
        if names is None:
            names = [*getattr(value, "__dict__", ()), *getattr(value, "_fields", ())]
        words = [str(name) for name in names if str(name).isidentifier() and not str(name).startswith("_")]
        return [Choice(word, "instance") for word in words]
