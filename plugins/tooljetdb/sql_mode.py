"""SQL on the workspace's tables: one statement, these tables only, functions that are known to be harmless.

The PostgreSQL that holds the tables may hold the server's own as well, and SQL can leave a schema in many
ways (`set_config`, `query_to_xml`, a table of another schema). So the statement is read, and only what is
understood is sent, written anew. On SQLite it is translated from PostgreSQL's SQL.
"""

from collections.abc import Sequence
from typing import Any

import sqlglot
from sqlglot import exp
from sqlglot.errors import ErrorLevel, SqlglotError

from tooljet_jupyter.errors import QueryFailed

ROOTS = (exp.Select, exp.SetOperation, exp.Insert, exp.Update, exp.Delete)
FORBIDDEN = (
    exp.Into,
    exp.Command,
    exp.Create,
    exp.Drop,
    exp.Alter,
    exp.Copy,
    exp.Set,
    exp.Pragma,
    exp.Attach,
)
NAME = "tooljet_value_{}_"
HARMLESS = {
    "age", "array_agg", "array_length", "array_position", "bool_and", "bool_or", "btrim", "chr",
    "cardinality", "clock_timestamp", "date_part", "every", "format", "gen_random_uuid", "initcap",
    "json_agg", "json_build_array", "json_build_object", "json_object_agg", "jsonb_agg",
    "jsonb_array_elements", "jsonb_array_elements_text", "jsonb_array_length", "jsonb_build_array",
    "jsonb_build_object", "jsonb_each", "jsonb_each_text", "jsonb_extract_path",
    "jsonb_extract_path_text", "jsonb_object_agg", "jsonb_object_keys", "jsonb_pretty", "jsonb_set",
    "jsonb_strip_nulls", "jsonb_typeof", "justify_days", "justify_hours", "justify_interval",
    "make_date", "make_interval", "make_time", "make_timestamp", "make_timestamptz", "mode", "now",
    "percent_rank", "quote_literal", "regexp_match", "regexp_matches", "regexp_split_to_array",
    "regexp_split_to_table", "reverse", "row_to_json", "scale", "starts_with", "string_to_array",
    "string_to_table", "strpos", "to_json", "to_jsonb", "translate", "trunc", "unnest",
    "width_bucket",
}  # fmt: skip


def checked(texts: Sequence[str], tables: set[str], *, sqlite: bool) -> tuple[list[str], list[int]]:
    """Return the statement as text around its values, and which value stands at each place."""
    marked = "".join(f"{text}{hole(index)}" for index, text in enumerate(texts[:-1])) + texts[-1]
    try:
        found = [tree for tree in sqlglot.parse(marked, read="postgres", error_level=ErrorLevel.IMMEDIATE) if tree]
    except SqlglotError as error:
        raise QueryFailed(f"The SQL cannot be read: {error}") from error
    if len(found) != 1 or not isinstance(found[0], ROOTS):
        raise QueryFailed("SQL mode takes one statement: SELECT, INSERT, UPDATE or DELETE")
    check(found[0], tables)
    # What was read is what is sent: a text that the server reads in another way is of no use to anybody.
    dialect = "sqlite" if sqlite else "postgres"
    for conflict in found[0].find_all(exp.OnConflict):
        # A key is a column, not an entry of a sort order, which would get `NULLS LAST` here.
        keys = conflict.args.get("conflict_keys") or []
        conflict.set("conflict_keys", [key.this if isinstance(key, exp.Ordered) else key for key in keys])
    try:
        written = found[0].sql(dialect=dialect, comments=False, unsupported_level=ErrorLevel.RAISE)
    except SqlglotError as error:
        raise QueryFailed(f"The SQL cannot be used here: {error}") from error
    return cut(written, [hole(index) if sqlite else f"%({NAME.format(index)})s" for index in range(len(texts) - 1)])


def hole(index: int) -> str:
    """Return the name that stands for a value while the statement is read."""
    return ":" + NAME.format(index)


def check(tree: exp.Expression, tables: set[str]) -> None:
    """Refuse other tables and unknown functions."""
    for node in tree.walk():
        if isinstance(node, FORBIDDEN):
            raise QueryFailed("SQL mode takes one statement: SELECT, INSERT, UPDATE or DELETE")
        if isinstance(node, exp.Table):
            check_table(node, tables)
        if isinstance(node, exp.Anonymous) and str(node.this).lower() not in HARMLESS:
            raise QueryFailed(f"The function {node.this} is not available in SQL mode", function=str(node.this))
        if isinstance(node, exp.Dot) and isinstance(node.expression, exp.Func):
            raise QueryFailed("Functions of a schema are not available in SQL mode")


def check_table(node: exp.Table, tables: set[str]) -> None:
    """Refuse a table that is neither the workspace's nor a name of this very statement."""
    if isinstance(node.this, exp.Func):
        return
    named = {name for query in ancestors(node) for name in names_in(query)}
    if node.db or node.catalog or node.name not in tables | named:
        raise QueryFailed(f"There is no table {node.sql(dialect='postgres')}", table=node.name)


def names_in(query: Any) -> list[str]:
    """Return the names that the WITH of a query gives."""
    found = [part for part in query.args.values() if isinstance(part, exp.With)]
    return [cte.alias for part in found for cte in part.expressions]


def ancestors(node: exp.Expression) -> list[Any]:
    """Return the queries around a node, whose WITH names it may use."""
    found: list[Any] = []
    inner: Any = node
    while inner is not None:
        if isinstance(inner, exp.Query | exp.DML):
            found.append(inner)
        inner = inner.parent
    return found


def cut(sql: str, holes: Sequence[str]) -> tuple[list[str], list[int]]:
    """Cut a statement at its values, which may have changed their order."""
    places = sorted((sql.index(name), index) for index, name in enumerate(holes) if name in sql)
    if len(places) != len(holes):
        raise QueryFailed("A value of the SQL got lost when it was read")
    texts, end = [], 0
    for start, index in places:
        texts.append(sql[end:start])
        end = start + len(holes[index])
    return [*texts, sql[end:]], [index for _, index in places]
