"""Asks the parser where the bindings of a statement stand: a value may only stand where an expression may.

Each binding is written as a call of a function no database has; what the parser makes of that call says
what the place is. ORDER BY and GROUP BY take an expression, but a bound value there is a constant and
silently does nothing, so it is refused like a name.
"""

import logging
import re
from collections.abc import Iterator
from itertools import count as counting

import sqlglot
from sqlglot import exp
from sqlglot.errors import SqlglotError

# The parser does not look into the statement that is explained.
EXPLAIN = re.compile(
    r"^\s*EXPLAIN\s+(?:(?:ANALYZE|VERBOSE|QUERY\s+PLAN)\s+|\([^()]*\)\s*)*(?=[A-Za-z(])", re.IGNORECASE
)
PROBE_NAME = re.compile(r"tj_value_(\d+)\Z")

A_NAME = "a name"
A_TABLE = "a table"
NO_VALUES = "no values"
WHOLE = "a whole statement"

# The parser warns about statements it only knows by their first word; the answer here is None instead.
logging.getLogger("sqlglot").addFilter(lambda record: "Falling back to parsing" not in record.getMessage())

PLACES: dict[type[exp.Expr], str] = {
    exp.Ordered: "ORDER BY",
    exp.Group: "GROUP BY",
    exp.Rollup: "GROUP BY",
    exp.Cube: "GROUP BY",
    exp.Table: A_TABLE,
    exp.Dot: A_NAME,
    exp.Column: A_NAME,
    exp.Schema: "a list of columns",
    exp.DataType: "a type",
    exp.DataTypeParam: "a type",
    exp.ColumnDef: NO_VALUES,
}
NAMED_PLACES: dict[tuple[type[exp.Expr], str], str] = {
    (exp.Collate, "expression"): "COLLATE",
    (exp.Extract, "this"): "EXTRACT",
    (exp.Interval, "unit"): "INTERVAL",
    (exp.Window, "partition_by"): "PARTITION BY",
    (exp.OnConflict, "conflict_keys"): "ON CONFLICT",
    (exp.Insert, "this"): A_TABLE,
}
TAKES_VALUES = (exp.Query, exp.Insert, exp.Update, exp.Delete, exp.Merge, exp.Values, exp.Execute)


def calls() -> Iterator[str]:
    """The calls that stand for the bindings, one after the other."""
    return (f"tj_value_{number}()" for number in counting())


def refusals(sql: str, parser: str, count: int) -> dict[int, str] | None:
    """The bindings, by number, that stand where no value may, and where; None when the parser gives up."""
    try:
        statements = [found for found in sqlglot.parse(EXPLAIN.sub("", sql), dialect=parser) if found]
    except (SqlglotError, RecursionError):
        return None
    if any(isinstance(node, exp.Command) for statement in statements for node in statement.walk()):
        return None
    found: dict[int, str | None] = {}
    for statement in statements:
        for call in statement.find_all(exp.Anonymous):
            match = PROBE_NAME.match(str(call.this))
            if match:
                found[int(match.group(1))] = refused_place(call)
    return {number: place for number in range(count) if (place := found.get(number, A_NAME))}


def refused_place(call: exp.Expr) -> str | None:
    """The place of the call when no value may stand there."""
    node: exp.Expr = call
    while isinstance(node.parent, exp.Paren):
        node = node.parent
    parent = node.parent
    if isinstance(parent, exp.Ordered) and isinstance(parent.parent, exp.OnConflict):
        node, parent = parent, parent.parent
    if parent is None:
        return WHOLE
    place = PLACES.get(type(parent)) or NAMED_PLACES.get((type(parent), node.arg_key or ""))
    if place or is_assigned(node):
        return place or "the left side of SET"
    return None if call.find_ancestor(*TAKES_VALUES) else NO_VALUES


def is_assigned(node: exp.Expr) -> bool:
    """Whether the node stands left of the equals sign in `SET column = …`."""
    parent = node.parent
    return (
        isinstance(parent, exp.EQ)
        and node.arg_key == "this"
        and isinstance(parent.parent, (exp.Update, exp.OnConflict))
        and parent.arg_key == "expressions"
    )
