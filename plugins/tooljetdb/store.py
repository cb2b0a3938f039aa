"""Where the tables are: one SQLite file or one PostgreSQL schema, with a list of the tables in it."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any
from uuid import uuid4

import msgspec

from tooljet_jupyter.drivers.catalog import builtin
from tooljet_jupyter.drivers.driver import Run
from tooljet_jupyter.drivers.fields import Options
from tooljet_jupyter.drivers.grammar import Grammar
from tooljet_jupyter.drivers.gui import Query
from tooljet_jupyter.drivers.result import Result
from tooljet_jupyter.drivers.sql import SqlDriver
from tooljet_jupyter.errors import Conflict, Invalid, NotFound

from .changes import followed
from .columns import StoreTable
from .ddl import Constraint, Ddl, SqliteDdl
from .moving import convert
from .values import SchemaGrammar, StoreGrammar, restored

CATALOGUE = "tooljet_tables"
CONSTRAINTS = """
SELECT k.conname::text, k.contype::text, array(
  SELECT a.attname::text FROM unnest(k.conkey) WITH ORDINALITY AS x (number, place)
  JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = x.number ORDER BY x.place
) AS columns
FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = """


class Store:
    """The tables of one workspace, by id and by name."""

    def __init__(self, options: Options) -> None:
        self.sqlite = not options.get("url")
        self.schema = "" if self.sqlite else str(options["schema"])
        self.grammar: Grammar = StoreGrammar() if self.sqlite else SchemaGrammar()
        self.inner = self._file(options) if self.sqlite else self._server(options)
        self._ready = False

    def _file(self, options: Options) -> SqlDriver:
        if not options.get("path"):
            raise Invalid("The ToolJet Database needs a file or a PostgreSQL URL", field="path")
        return opened("sqlite", {"path": options["path"], "create": True})

    def _server(self, options: Options) -> SqlDriver:
        path = f'"{self.schema.replace(chr(34), chr(34) * 2)}"'
        settings = [["search_path", path]]
        connection = {
            "connection_type": "string",
            "connection_string": options["url"],
            "connection_options": settings,
        }
        return opened("postgresql", connection)

    @contextmanager
    def session(self, run: Run) -> Iterator[None]:
        """Do something with the store, within the limits of a run."""
        with self.inner.guarded(run):
            if not self._ready:
                self._prepare(run)
            yield

    def _prepare(self, run: Run) -> None:
        """Make the schema and the list of tables where they are missing."""
        listed = self.grammar.name(self.schema, CATALOGUE)
        if not self.sqlite and not self.rows("SELECT 1 FROM pg_namespace WHERE nspname = ", self.schema):
            self.send(f"CREATE SCHEMA IF NOT EXISTS {self.grammar.quote(self.schema)}")
        self.send(
            f"CREATE TABLE IF NOT EXISTS {listed} (id varchar(64) PRIMARY KEY, "
            "name varchar(200) NOT NULL UNIQUE, definition text NOT NULL)"
        )
        self._ready = True

    def send(self, sql: str, *values: Any) -> Result:
        """Send one statement; a value stands at the end of each part but the last."""
        return self.inner.fetch([sql], list(values), Run())

    def rows(self, before: str, value: Any, after: str = "") -> list[dict[str, Any]]:
        """Return the rows of a statement with one value."""
        found: list[dict[str, Any]] = self.inner.fetch([before, after], [value], Run()).data
        return found

    def ask(self, query: Query, run: Run, types: dict[str, str]) -> Result:
        """Send a statement that was built here and give the values their types again."""
        result = self.inner.ask(query, run)
        return restored(result, types) if self.sqlite else result

    def tables(self) -> list[StoreTable]:
        """Return all tables in the order of their names."""
        listed = self.grammar.name(self.schema, CATALOGUE)
        result = self.inner.fetch([f"SELECT definition FROM {listed} ORDER BY name"], [], Run())
        return [msgspec.json.decode(row["definition"], type=StoreTable) for row in result.data]

    def table(self, key: Any) -> StoreTable:
        """Return one table by its id or its name."""
        if not key:
            raise Invalid("Choose a table", field="table_id")
        listed = self.grammar.name(self.schema, CATALOGUE)
        query = Query().add(f"SELECT definition FROM {listed} WHERE id = ").bind(str(key))
        query.add(" OR name = ").bind(str(key))
        # An id wins over a table that somebody called like it.
        query.add(" ORDER BY CASE WHEN id = ").bind(str(key)).add(" THEN 0 ELSE 1 END LIMIT 1")
        found = self.inner.ask(query, Run()).data
        if not found:
            raise NotFound(f"There is no table {key}", table=str(key))
        return msgspec.json.decode(found[0]["definition"], type=StoreTable)

    def ddl(self, names: dict[str, str], constraints: Sequence[Constraint] = ()) -> Ddl:
        """Return what writes the statements that make and change tables."""
        kind = SqliteDdl if self.sqlite else Ddl
        return kind(self.grammar, self.schema, names, constraints)

    def names(self) -> dict[str, str]:
        """Return the names of all tables by their ids."""
        return {table.id: table.name for table in self.tables()}

    def create(self, table: StoreTable) -> None:
        """Make a table and list it."""
        names = self.names()
        if table.name in names.values():
            raise Conflict(f"There is a table {table.name} already", name=table.name)
        with self.inner.transaction():
            for sql in self.ddl({**names, table.id: table.name}).create(table):
                self.send(sql)
            self._note("INSERT INTO {} (id, name, definition) VALUES (", table)

    def replace(self, old: StoreTable, new: StoreTable, origins: dict[str, str]) -> None:
        """Turn one table into another and list it anew."""
        tables = self.tables()
        names = {table.id: table.name for table in tables}
        if new.name != old.name and new.name in names.values():
            raise Conflict(f"There is a table {new.name} already", name=new.name)
        users = [(user, followed(user, old, origins)) for user in tables if user.id != old.id]
        with self._unreferenced(), self.inner.transaction():
            for sql in self.ddl(names, self._constraints(old)).change(old, new, origins):
                self.send(sql)
            if self.sqlite:
                convert(self.inner.connection, self.grammar, old, new, origins)
            for table in [new, *(after for before, after in users if before != after)]:
                self._note("UPDATE {} SET (id, name, definition) = (", table, where=" WHERE id = ")

    def _constraints(self, table: StoreTable) -> list[Constraint]:
        """Return the constraints of a table with the names that PostgreSQL gave them."""
        if self.sqlite:
            return []
        query = Query().add(CONSTRAINTS).bind(self.schema).add(" AND c.relname = ").bind(table.name)
        found = self.inner.ask(query, Run()).data
        return [Constraint(row["conname"], row["contype"], row["columns"]) for row in found]

    def drop(self, table: StoreTable) -> None:
        """Drop a table; one that others refer to stays."""
        users = [t.name for t in self.tables() if t.id != table.id and any(k.table == table.id for k in t.foreign_keys)]
        if users:
            raise Conflict(f"{table.name} is referred to by {', '.join(users)}", tables=users)
        with self.inner.transaction():
            self.send(self.ddl({}).drop(table))
            listed = self.grammar.name(self.schema, CATALOGUE)
            self.inner.fetch([f"DELETE FROM {listed} WHERE id = ", ""], [table.id], Run())

    def _note(self, sql: str, table: StoreTable, *, where: str = "") -> None:
        query = Query().add(sql.format(self.grammar.name(self.schema, CATALOGUE)))
        query.bind(table.id).add(", ").bind(table.name).add(", ")
        query.bind(msgspec.json.encode(table).decode()).add(")")
        if where:
            query.add(where).bind(table.id)
        self.inner.ask(query, Run())

    @contextmanager
    def _unreferenced(self) -> Iterator[None]:
        """Let SQLite replace a table that others refer to; the setting is ignored inside a transaction."""
        if not self.sqlite:
            yield
            return
        self.send("PRAGMA foreign_keys = OFF")
        try:
            yield
        finally:
            self.inner.drop()


def opened(kind: str, options: Options) -> SqlDriver:
    """Open one of the product's own SQL plugins."""
    driver = builtin().open(kind, options)
    if not isinstance(driver, SqlDriver):
        raise Invalid(f"{kind} is no SQL source", kind=kind)
    return driver


def new_id() -> str:
    """Return a new id for a table."""
    return str(uuid4())
