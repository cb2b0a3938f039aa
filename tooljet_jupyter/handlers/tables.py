"""/tooljet/api/tables"""

from ..services import tables
from ..services.context import Context
from ..wire.base import Done
from ..wire.tables import ChangeTable, CreateTable, Loaded, LoadRows, TableReply
from .base import Handler, endpoint


class Tables(Handler):
    path = r"tables"

    @endpoint
    def get(self, ctx: Context) -> list[TableReply]:
        """List the tables of the ToolJet Database."""
        return tables.listing(ctx)

    @endpoint
    def post(self, ctx: Context, body: CreateTable) -> TableReply:
        """Make a table."""
        return tables.create(ctx, body)


class Table(Handler):
    path = r"tables/(?P<table>[\w-]+)"

    @endpoint
    def get(self, ctx: Context, table: str) -> TableReply:
        """Return one table by id or name."""
        return tables.show(ctx, table)

    @endpoint
    def patch(self, ctx: Context, table: str, body: ChangeTable) -> TableReply:
        """Rename a table, or add, change and drop columns."""
        return tables.change(ctx, table, body)

    @endpoint
    def delete(self, ctx: Context, table: str) -> Done:
        """Drop a table with its rows."""
        return tables.remove(ctx, table)


class TableRows(Handler):
    path = r"tables/(?P<table>[\w-]+)/rows"

    @endpoint
    def post(self, ctx: Context, table: str, body: LoadRows) -> Loaded:
        """Insert many rows into a table, all or none."""
        return tables.load(ctx, table, body)
