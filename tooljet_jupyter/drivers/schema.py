"""What a source holds: tables and their columns, as the selectors, the schema browser and made apps show them."""

from typing import Literal

import msgspec

Made = Literal["", "identity", "computed"]


class Target(msgspec.Struct, frozen=True):
    """The one column that a foreign key of one column refers to."""

    schema: str
    table: str
    column: str


class Column(msgspec.Struct, frozen=True, rename="camel", omit_defaults=True):
    """One column of a table.

    `foreign_key` is `table.column` of what it refers to, `target` the same in parts where the key has no other
    column. `made` says who fills it in: the database when nobody does (identity), or always (computed).
    `choices` are the only values it takes, `base` the type below a type of the user's own.
    """

    name: str
    type: str
    nullable: bool = True
    primary_key: bool = False
    default: str | None = None
    foreign_key: str | None = None
    target: Target | None = None
    made: Made = ""
    choices: list[str] = []
    base: str = ""


class Table(msgspec.Struct, frozen=True, rename="camel"):
    """One table or view; `schema` is empty where the source has no schemas."""

    schema: str
    name: str
    kind: str
    columns: list[Column] = []

    def column(self, name: str) -> Column | None:
        """Return a column by its name."""
        return next((column for column in self.columns if column.name == name), None)

    @property
    def primary_key(self) -> list[str]:
        """The names of the columns of the primary key."""
        return [column.name for column in self.columns if column.primary_key]


class Schema(msgspec.Struct, frozen=True):
    """All tables of a source that its user may see."""

    tables: list[Table] = []
