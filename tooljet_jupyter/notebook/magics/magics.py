"""`%%tj` and `%tj`: SQL in a cell, and the workspace at a word."""

import re
from argparse import Namespace
from collections.abc import Callable
from typing import Any

from IPython.core.error import UsageError
from IPython.core.interactiveshell import InteractiveShell
from IPython.core.magic import MagicsManager
from IPython.core.magic_arguments import MagicArgumentParser

from ...errors import Invalid, NotFound
from ..connection import connect
from ..data.results import Result
from ..sources import Source
from ..workspace import Workspace
from . import words
from .completion import Completion
from .listing import Listing
from .saved import slot, sql_of
from .variables import values

# Text in quotes stays; a comment that does not end reaches to the end of the cell.
COMMENTS = re.compile(r"--[^\n]*|/\*.*?(?:\*/|\Z)|('(?:[^']|'')*'|\"[^\"]*\")", re.S)
SHOWN_ROWS = 20
ABOUT = """Run the SQL of the cell, show its rows and save it as a query.

{{name}} stands for a variable of the notebook, {{limits["low"]}} and {{frame.id}} for what is in one.
The value is bound as a parameter of the database, never pasted; a list binds as a list.
The saved query has these names as its parameters: tj.connect().query("orders").run(status="open").

Example:

    %%tj orders --source warehouse
    SELECT * FROM orders WHERE status = {{status}} LIMIT 100
"""


class ToolJetMagics:
    """The magics of one notebook, and the server they ask."""

    def __init__(self, shell: InteractiveShell) -> None:
        self.shell = shell
        self.completion = Completion(self)
        self._workspace: Workspace | None = None
        self._source = ""

    @property
    def workspace(self) -> Workspace:
        """What `%tj use` chose, else the server that `tj.connect()` finds."""
        if self._workspace is None:
            self._workspace = connect()
        return self._workspace

    @property
    def connected(self) -> Workspace | None:
        """The workspace, if there is one already."""
        return self._workspace

    def join(self, workspace: Workspace) -> None:
        """Ask this workspace from now on."""
        self._workspace = workspace

    def cell(self, line: str, cell: str) -> Result | None:
        """Run the SQL of the cell, show its rows and save it as a query."""
        given, sql = options(line), cell.strip()
        refuse_empty(sql)
        bound = values(sql, self.shell.user_ns)
        place = slot(self.workspace, given.name) if given.name else None
        source = self.source(given.source, sql_source(place))
        saves = place is not None and not given.no_save
        if place and saves:
            place.refuse(source, replace=given.replace)
        result = source.sql(sql, **bound).run()
        self._source = source.name
        self.completion.used(source)
        if place and saves:
            print(place.keep(source, sql))
        if given.to:
            self.shell.user_ns[given.to] = result
        return self.shown(result)

    def line(self, line: str) -> Any:
        """Look at the workspace.

        `%tj sources`       the data sources
        `%tj tables SOURCE` the tables and columns of a data source
        `%tj queries`       the saved queries and their parameters
        `%tj apps`          the apps
        `%tj open APP`      show an app in the cell; in a terminal, its address
        `%tj use VARIABLE`  ask the workspace in this variable, `ws = tj.connect(url, token)`
        `%tj help`          this

        `%%tj?` tells about SQL in a cell.
        """
        word, _, rest = line.strip().partition(" ")
        commands: dict[str, Callable[[str], Any]] = {
            "sources": lambda _: words.sources(self.workspace),
            "tables": lambda name: words.tables(self.source(name, "")),
            "queries": lambda _: words.queries(self.workspace),
            "apps": lambda _: words.apps(self.workspace),
            "open": lambda name: words.open_app(self.workspace, name, notebook=self.in_notebook),
            "use": self.use,
            "help": lambda _: print(words.dedented(self.line.__doc__)),
        }
        if word not in commands:
            raise UsageError(f"%tj knows {', '.join(commands)}{f', not {word}' if word else ''}")
        return commands[word](rest.strip())

    def use(self, name: str) -> Workspace:
        """Ask the workspace in a variable from now on."""
        found = self.shell.user_ns.get(name)
        if not isinstance(found, Workspace):
            raise UsageError("%tj use needs a variable with a workspace: ws = tj.connect(url, token), then %tj use ws")
        self.join(found)
        self.completion.forget()
        self._source = ""
        return found

    def source(self, named: str | None, saved: str) -> Source:
        """Return the data source that a cell names, that of the saved query, that of the cell before, or the only one.

        Raises
        ------
        NotFound
            There is no such source.
        Invalid
            There are several, and none was named.
        """
        sources = self.workspace.sources
        wanted = named or saved or self._source
        for source in sources:
            if wanted in (source.name, source.id):
                return source
        if wanted:
            raise NotFound(f"There is no data source {wanted}{words.near(wanted, [one.name for one in sources])}")
        if len(sources) != 1:
            listed = ", ".join(source.name for source in sources)
            raise Invalid(
                f"Say which data source: --source NAME; there are {listed}"
                if sources
                else "There is no data source yet: add one in JupyterLab, or with tj.connect().add_source(…)"
            )
        return sources[0]

    @property
    def in_notebook(self) -> bool:
        """Whether a front end shows more than text."""
        return hasattr(self.shell, "kernel")

    def shown(self, result: Result) -> Result | None:
        """Return what the cell shows; a terminal gets the rows as text before."""
        if result.affected_rows is not None and not result.columns:
            print(f"{result.affected_rows:,} row{'' if result.affected_rows == 1 else 's'} changed")
            return None
        if not self.in_notebook:
            rows = result.portion(0, SHOWN_ROWS).rows()
            columns = result.columns
            print(Listing(columns, [[row.get(name) for name in columns] for row in rows], empty="No rows"))
        return result


def sql_source(place: Any) -> str:
    """Return the source of the query that a cell names, where that is SQL."""
    return place.query.source or "" if place and place.query and sql_of(place.query) is not None else ""


def refuse_empty(cell: str) -> None:
    """Refuse a cell in which there is no SQL.

    Raises
    ------
    Invalid
        It is empty, or holds comments only.
    """
    if not cell.strip():
        raise Invalid("The cell has no SQL: write it below the line with %%tj")
    if not COMMENTS.sub(lambda found: found[1] or "", cell).strip(" \t\r\n;"):
        raise Invalid("The cell holds nothing but comments: there is no SQL to run")


def options(line: str) -> Namespace:
    """Return what stands in the first line of a cell, after `%%tj`.

    Raises
    ------
    UsageError
        It cannot be understood.
    """
    given: Namespace = PARSER.parse_argstring(line)  # type: ignore[no-untyped-call]  # IPython's
    for name in ("name", "source", "to"):
        value = getattr(given, name)
        setattr(given, name, value.strip("\"'") if value else value)
    if given.to and not given.to.isidentifier():
        raise UsageError(f"--to needs the name of a variable, and {given.to} is none")
    return given


def parser() -> MagicArgumentParser:
    """Return what reads the first line of a cell, as IPython's own magics do."""
    made = MagicArgumentParser("%%tj", description=ABOUT)  # type: ignore[no-untyped-call]  # IPython's
    made.add_argument("name", nargs="?", help="The name to save the query under; without one it is only run.")
    made.add_argument("--source", "-s", help="The data source; left out: that of the query, or of the cell before.")
    made.add_argument("--to", "-t", metavar="VARIABLE", help="A variable for the result: rows(), df(), pl(), arrow().")
    made.add_argument("--no-save", action="store_true", help="Run it, and leave the saved query as it is.")
    made.add_argument("--replace", action="store_true", help="Write over a query of that name that is no such SQL.")
    return made


PARSER = parser()
ToolJetMagics.cell.__doc__ = PARSER.format_help()


def load(shell: InteractiveShell) -> None:
    """Add the magics to a notebook; a second time, in the place of the first."""
    magics = ToolJetMagics(shell)
    manager: MagicsManager = shell.magics_manager
    manager.register_function(magics.cell, "cell", "tj")
    manager.register_function(magics.line, "line", "tj")
    magics.completion.start(shell)
