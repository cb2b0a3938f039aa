"""Tables of the ToolJet Database: the workspace's own, made, changed and dropped here."""

from typing import Any

from sqlalchemy.engine import make_url

from ..drivers.driver import Run
from ..wire.base import Done
from ..wire.tables import ChangeTable, CreateTable, Loaded, LoadRows, TableReply
from .context import Context
from .sources import Connection

KIND = "tooljetdb"


def listing(ctx: Context) -> list[TableReply]:
    """Return the tables of the workspace."""
    ctx.require("tables:view")
    return [_reply(table) for table in _call(ctx, "list_tables", {})]


def create(ctx: Context, body: CreateTable) -> TableReply:
    """Make a table."""
    ctx.require("tables:edit")
    options = {"table_name": body.name, "columns": body.columns, "foreign_keys": body.foreign_keys}
    return _reply(_call(ctx, "create_table", options))


def show(ctx: Context, table: str) -> TableReply:
    """Return one table by id or name."""
    ctx.require("tables:view")
    return _reply(_call(ctx, "describe_table", {"table_id": table}))


def change(ctx: Context, table: str, body: ChangeTable) -> TableReply:
    """Rename a table, or add, change and drop columns."""
    ctx.require("tables:edit")
    options = {
        "table_id": table,
        "new_name": body.name,
        "add_columns": body.add_columns,
        "change_columns": body.change_columns,
        "drop_columns": body.drop_columns,
    }
    return _reply(_call(ctx, "alter_table", options))


def remove(ctx: Context, table: str) -> Done:
    """Drop a table with its rows."""
    ctx.require("tables:edit")
    _call(ctx, "drop_table", {"table_id": table})
    return Done()


def load(ctx: Context, table: str, body: LoadRows) -> Loaded:
    """Insert many rows into a table, all or none."""
    ctx.require("tables:edit")
    _call(ctx, "load_rows", {"table_id": table, "columns": body.columns, "rows": body.rows})
    return Loaded(count=len(body.rows))


def connection(ctx: Context) -> Connection:
    """Return where the workspace's tables are: one SQLite file, or one schema of the PostgreSQL database."""
    place = ctx.server.place
    url = make_url(place.database_url)
    if url.get_backend_name() == "postgresql":
        plain = url.set(drivername="postgresql").render_as_string(hide_password=False)
        options: dict[str, Any] = {"url": plain, "schema": f"workspace_{ctx.workspace_id.replace('-', '_')}"}
    else:
        room = place.data_dir / "tables"
        room.mkdir(exist_ok=True)
        options = {"path": str(room / f"{ctx.workspace_id}.sqlite")}
    return Connection.of(f"tables:{ctx.workspace_id}", "", KIND, options)


def _call(ctx: Context, operation: str, options: dict[str, Any]) -> Any:
    ctx.release_session()
    with ctx.server.lease(connection(ctx)) as driver:
        return driver.run(operation, options, Run()).data


def _reply(table: dict[str, Any]) -> TableReply:
    return TableReply(
        id=table["id"],
        name=table["name"],
        columns=table["columns"],
        foreign_keys=table.get("foreign_keys", []),
    )
