"""The ToolJet Database: the workspace's own tables, on a SQLite file or in a PostgreSQL schema."""

from collections.abc import Callable, Mapping
from typing import Any

from tooljet_jupyter.drivers.driver import Driver, Run, choices
from tooljet_jupyter.drivers.fields import Options, read
from tooljet_jupyter.drivers.given import assignments, key_names, records
from tooljet_jupyter.drivers.gui import Builder, Query
from tooljet_jupyter.drivers.manifest import Manifest
from tooljet_jupyter.drivers.narrow import Narrow
from tooljet_jupyter.drivers.operations import write
from tooljet_jupyter.drivers.result import Result
from tooljet_jupyter.drivers.schema import Column, Schema, Table, Target
from tooljet_jupyter.drivers.statement import positional, statement
from tooljet_jupyter.errors import Invalid, QueryFailed

from .changes import changed, created
from .columns import StoreColumn, StoreTable, write_table
from .joins import Join
from .loading import load
from .sql_mode import checked
from .store import Store, new_id

Work = Callable[[Options, Run], Result]


class ToolJetDatabase(Driver):
    """Rows and tables of one workspace; a table is named by its id or by its name."""

    dialect = "tooljetdb"

    def __init__(self, options: Options, *, manifest: Manifest | None = None) -> None:
        super().__init__(options, manifest=manifest)
        self._store = Store(options)
        self._work: dict[str, Work] = {
            "list_rows": self.list_rows,
            "create_row": self.create_row,
            "update_rows": self.update_rows,
            "delete_rows": self.delete_rows,
            "join_tables": self.join_tables,
            "bulk_update_with_primary_key": self.bulk_update,
            "bulk_upsert_with_primary_key": self.bulk_upsert,
            "sql_execution": self.sql_execution,
            "create_table": self.create_table,
            "alter_table": self.alter_table,
            "drop_table": self.drop_table,
            "load_rows": self.load_rows,
            "describe_table": self.describe_table,
            "list_tables": self.list_tables,
        }

    def run(self, operation: str, options: Options, run: Run) -> Result:
        """Run one operation and return its rows, or the description of a table."""
        if operation not in self._work:
            raise Invalid(f"The ToolJet Database has no operation {operation}", operations=list(self._work))
        with self._store.session(run):
            return self._work[operation](options, run)

    def list_rows(self, options: Options, run: Run) -> Result:
        """Return the rows that pass the filters."""
        builder = self.builder(options)
        settings = dict(options.get("list_rows") or {})
        if not any(settings.get(key) for key in ("order_filters", "aggregates", "group_by")):
            settings["order_filters"] = [{"column": name} for name in builder.table.primary_key]
        return self.ask(builder, builder.select(settings), run)

    def create_row(self, options: Options, run: Run) -> Result:
        """Insert one row and return it."""
        return self.insert(options, [assignments(options.get("create_row"))], [], run)

    def update_rows(self, options: Options, run: Run) -> Result:
        """Change the rows that pass the filters and return them."""
        settings = options.get("update_rows") or {}
        builder = self.builder(options)
        query = builder.update(assignments(settings.get("columns")), settings.get("where_filters"))
        return self.write(builder, [query], run)

    def delete_rows(self, options: Options, run: Run) -> Result:
        """Delete the rows that pass the filters and return them; at most one where no limit is said."""
        settings = options.get("delete_rows") or {}
        builder = self.builder(options)
        query = builder.delete(settings.get("where_filters"), limit=settings.get("limit", 1))
        deleted = self.write(builder, [query], run)
        if not deleted.affected_rows and settings.get("zero_records_as_success") is False:
            raise QueryFailed("The query did not delete any row", affected_rows=0)
        return deleted

    def join_tables(self, options: Options, run: Run) -> Result:
        """Return rows of several tables side by side."""
        join = Join(options.get("join_table") or {}, self.builder_of, self._store.grammar)
        query = join.query()
        return self._store.ask(query, run, join.types)

    def bulk_update(self, options: Options, run: Run) -> Result:
        """Change many rows by their keys, all or none, and return them."""
        settings = options.get("bulk_update_with_primary_key") or {}
        builder = self.builder(options)
        given = records(settings.get("rows_update"))
        return self.write(builder, list(builder.update_by_key(given, self.keys(settings, builder))), run)

    def bulk_upsert(self, options: Options, run: Run) -> Result:
        """Insert or change many rows by their keys, all or none, and return them."""
        settings = options.get("bulk_upsert_with_primary_key") or {}
        given = records(settings.get("rows") or settings.get("rows_upsert"))
        return self.insert(options, given, self.keys(settings, self.builder(options)), run)

    def sql_execution(self, options: Options, run: Run) -> Result:
        """Run one SQL statement on the tables of the workspace."""
        given = statement(read(options, "sql_execution.sqlQuery"))
        texts, values = positional(given, "%s")
        tables = {table.name for table in self._store.tables()}
        texts, order = checked(texts, tables, sqlite=self._store.sqlite)
        return self._store.inner.fetch(texts, [values[index] for index in order], run)

    def create_table(self, options: Options, run: Run) -> Result:
        """Make a table and return its description."""
        table = created(options, str(options.get("id") or new_id()), self._store.table)
        self._store.create(table)
        return self.described(table)

    def alter_table(self, options: Options, run: Run) -> Result:
        """Rename a table, or add, change and drop columns, and return its description."""
        old = self._store.table(name_of(options))
        new, origins = changed(old, options, self._store.table)
        self._store.replace(old, new, origins)
        return self.described(new)

    def drop_table(self, options: Options, run: Run) -> Result:
        """Drop a table with its rows."""
        self._store.drop(self._store.table(name_of(options)))
        return Result([])

    def load_rows(self, options: Options, run: Run) -> Result:
        """Insert many rows and say how many there were."""
        count = load(self._store, self.builder(options), options["columns"], options["rows"])
        return Result([], affected_rows=count)

    def describe_table(self, options: Options, run: Run) -> Result:
        """Return the description of a table."""
        return self.described(self._store.table(name_of(options)))

    def list_tables(self, options: Options, run: Run) -> Result:
        """Return the descriptions of all tables."""
        names = self._store.names()
        return Result([write_table(table, names) for table in self._store.tables()])

    def described(self, table: StoreTable) -> Result:
        """Return the description of a table as the result of a run."""
        return Result(write_table(table, self._store.names()))

    def insert(self, options: Options, rows: list[Any], keys: list[str], run: Run) -> Result:
        """Insert rows; SQLite gets the next number of a serial that is not its only key."""
        builder = self.builder(options)
        if not self._store.sqlite:
            return self.write(builder, list(builder.insert(rows, keys=keys)), run)
        serials = [
            c.name for c in builder.table.columns if c.type == "serial" and builder.table.primary_key != [c.name]
        ]
        numbered = [dict(row) for row in rows]
        for name in serials:
            start = (
                self._store.send(f"SELECT MAX({builder.quoted(name)}) AS most FROM {builder.name}").data[0]["most"] or 0
            )
            for number, row in enumerate((row for row in numbered if row.get(name) is None), start + 1):
                row[name] = number
        return self.write(builder, list(builder.insert(numbered, keys=keys)), run)

    def write(self, builder: Builder, queries: list[Query], run: Run) -> Result:
        """Send statements in one transaction and return the rows they gave back."""
        return write(Session(self, builder), queries, run)

    def ask(self, builder: Builder, query: Query, run: Run) -> Result:
        """Send one statement and give the values the types of the table's columns."""
        return self._store.ask(query, run, {column.name: column.type for column in builder.table.columns})

    def keys(self, settings: Mapping[str, Any], builder: Builder) -> list[str]:
        """Return the key columns: those of the query, else those of the table."""
        return key_names(settings.get("primary_key") or builder.table.primary_key)

    def builder(self, options: Options) -> Builder:
        """Return what makes statements for the table of a query."""
        made = self.builder_of(name_of(options))
        made.narrow = Narrow(self._store.grammar, options, self.other)
        return made

    def builder_of(self, key: Any) -> Builder:
        """Return what makes statements for a table."""
        table = self._store.table(key)
        return Builder(shape(table, self._store.schema, {}), self._store.grammar, label=table.name)

    def other(self, name: str, _schema: str) -> Table:
        """Return another table of the workspace."""
        return shape(self._store.table(name), self._store.schema, {})

    def schema(self) -> Schema:
        """Return the tables of the workspace."""
        with self._store.session(Run()):
            names = self._store.names()
            return Schema([shape(table, self._store.schema, names) for table in self._store.tables()])

    def columns(self, table: str, schema: str = "") -> list[Column]:
        """Return the columns of a table, by its id or name."""
        with self._store.session(Run()):
            return shape(self._store.table(table), "", {}).columns

    def invoke(self, method: str, args: Mapping[str, Any]) -> list[dict[str, str]]:
        """Return the choices of a selector field; a table's value is its id."""
        if method == "listTables":
            with self._store.session(Run()):
                return [{"value": table.id, "label": table.name} for table in self._store.tables()]
        if method == "listColumns":
            table = args.get("table_id") or args.get("table") or args.get("table_name")
            return choices([column.name for column in self.columns(str(table or ""))])
        return super().invoke(method, args)

    def test(self) -> None:
        """Return when the store answers."""
        with self._store.session(Run(deadline_seconds=10)):
            return

    def healthy(self) -> bool:
        """Say whether the next run can use this driver."""
        return self._store.inner.healthy()

    def reusable(self) -> bool:
        """Say whether the next run may get this driver."""
        return self._store.inner.reusable()

    def cancel(self) -> None:
        """Stop the run that another thread is in."""
        self._store.inner.cancel()

    def close(self) -> None:
        """Give back the connection."""
        self._store.inner.close()


class Session:
    """A table's part of a transaction: what `operations.write` asks for."""

    def __init__(self, driver: ToolJetDatabase, builder: Builder) -> None:
        self.driver = driver
        self.builder = builder
        self.transaction = driver._store.inner.transaction

    def ask(self, texts: Query, run: Run) -> Result:
        """Send one statement and return its rows."""
        return self.driver.ask(self.builder, texts, run)


def shape(table: StoreTable, schema: str, names: Mapping[str, str]) -> Table:
    """Return a table as every SQL source shows it; `names` are the names of the others by their ids."""
    targets = {
        key.columns[0]: Target(schema, names[key.table], key.references[0])
        for key in table.foreign_keys
        if len(key.columns) == 1 and key.table in names
    }
    return Table(schema, table.name, "table", [column_of(column, targets) for column in table.columns])


def column_of(column: StoreColumn, targets: Mapping[str, Target]) -> Column:
    """Return a column as every SQL source shows it."""
    target = targets.get(column.name)
    return Column(
        column.name,
        column.data_type,
        nullable=not (column.not_null or column.primary_key),
        primary_key=column.primary_key,
        default=column.default,
        foreign_key=f"{target.table}.{target.column}" if target else None,
        target=target,
        made="identity" if column.data_type == "serial" else "",
        choices=[str(choice) for choice in column.configurations.get("choices") or []],
    )


def name_of(options: Options) -> Any:
    """Return how a query names its table: by id, or by name as ToolJet did up to 2.19."""
    return options.get("table_id") or options.get("table_name") or options.get("table")
