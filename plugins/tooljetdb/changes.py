"""What a change of a table asks for, worked out on the data before any SQL is sent."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from tooljet_jupyter.errors import Conflict, Invalid

from .columns import ForeignKey, StoreColumn, StoreTable, checked_action, checked_name, read_column

Find = Callable[[Any], StoreTable]


def created(options: Mapping[str, Any], table_id: str, find: Find) -> StoreTable:
    """Return the table that a request to make one describes."""
    name = checked_name(options.get("table_name") or options.get("name"), "table")
    columns = [read_column(item) for item in options.get("columns") or []]
    if not columns:
        raise Invalid("A table needs at least one column", field="columns")
    table = StoreTable(table_id, name, distinct(columns))
    keys = foreign_keys(options.get("foreign_keys") or [], table, find)
    return StoreTable(table_id, name, table.columns, keys)


def changed(old: StoreTable, options: Mapping[str, Any], find: Find) -> tuple[StoreTable, dict[str, str]]:
    """Return the new table, and the old name of each column that stays."""
    dropped = [known(old, name).name for name in options.get("drop_columns") or []]
    changes = {known(old, given_name(item)).name: item for item in options.get("change_columns") or []}
    columns, origins = [], {}
    for column in old.columns:
        if column.name in dropped:
            continue
        new = read_column(changes[column.name], before=column) if column.name in changes else column
        if new.data_type == "serial" != column.data_type:
            raise Invalid("A column is serial from the start or never", field=column.name)
        columns.append(new)
        origins[new.name] = column.name
    columns += [read_column(item) for item in options.get("add_columns") or []]
    name = checked_name(options.get("new_name") or old.name, "table")
    table = StoreTable(old.id, name, distinct(columns))
    given = options.get("foreign_keys")
    keys = carried(old, origins) if given is None else foreign_keys(given, table, find)
    return StoreTable(old.id, name, table.columns, keys), origins


def followed(user: StoreTable, target: StoreTable, origins: Mapping[str, str]) -> StoreTable:
    """Return a table with the new names of the columns it refers to; a column in use cannot be dropped."""
    now = {before: after for after, before in origins.items()}
    keys = []
    for key in user.foreign_keys:
        lost = [name for name in key.references if key.table == target.id and name not in now]
        if lost:
            raise Conflict(f"{user.name} refers to the column {lost[0]}", table=user.name, column=lost[0])
        names = [now[name] for name in key.references] if key.table == target.id else key.references
        keys.append(ForeignKey(key.columns, key.table, names, key.on_delete, key.on_update))
    return StoreTable(user.id, user.name, user.columns, keys)


def given_name(item: Mapping[str, Any]) -> str:
    """Return which column a change is about."""
    return str(item.get("column_name") or item.get("name") or "")


def known(table: StoreTable, name: Any) -> StoreColumn:
    """Return a column of the table, or raise Invalid."""
    found = next((column for column in table.columns if column.name == name), None)
    if found is None:
        raise Invalid(f"{table.name} has no column {name}", field=str(name))
    return found


def distinct(columns: Sequence[StoreColumn]) -> list[StoreColumn]:
    """Return the columns, or raise Invalid when two have one name or none is left."""
    names = [column.name.lower() for column in columns]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice or not columns:
        raise Invalid(f"There are two columns {twice[0]}" if twice else "A table needs a column", field="columns")
    return list(columns)


def carried(old: StoreTable, origins: Mapping[str, str]) -> list[ForeignKey]:
    """Return the foreign keys whose columns are all still there, with their new names."""
    now = {before: after for after, before in origins.items()}
    return [
        ForeignKey([now[name] for name in key.columns], key.table, key.references, key.on_delete, key.on_update)
        for key in old.foreign_keys
        if all(name in now for name in key.columns)
    ]


def foreign_keys(given: Sequence[Mapping[str, Any]], table: StoreTable, find: Find) -> list[ForeignKey]:
    """Return foreign keys whose columns and targets exist; a table may refer to itself."""
    return [foreign_key(item, table, find) for item in given]


def foreign_key(item: Mapping[str, Any], table: StoreTable, find: Find) -> ForeignKey:
    """Return one foreign key."""
    wanted = item.get("referenced_table_id") or item.get("referenced_table_name") or item.get("referenced_table")
    target = table if wanted in (table.id, table.name) else find(wanted)
    return ForeignKey(
        columns=[known(table, name).name for name in item.get("column_names") or []],
        table=target.id,
        references=[known(target, name).name for name in item.get("referenced_column_names") or []],
        on_delete=checked_action(item.get("on_delete")),
        on_update=checked_action(item.get("on_update")),
    )
