"""What an SQL statement says about its answers: columns, how many rows at most, which tables it reads and writes."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import sqlglot
from sqlglot import exp
from sqlglot.errors import SqlglotError

from ...errors import BadTemplate
from ...templates.bindings import parts
from .columns import Column, Kind, kind_of, named

WRITES = (exp.Insert, exp.Update, exp.Delete, exp.Merge)
NUMBERS = (exp.Sum, exp.Avg, exp.Round, exp.Abs, exp.Binary, exp.Neg, exp.Length)
TEXTS = (exp.Concat, exp.DPipe, exp.Upper, exp.Lower, exp.Substring, exp.Trim)
CLAIMS = (exp.Predicate, exp.Not, exp.Connector)
DIALECTS = ("postgres", "sqlite", "mysql")


@dataclass
class Statement:
    """What is known of the statements of one query."""

    columns: list[Column] = field(default_factory=list)
    # Whether every column is listed; `*` leaves some to the guess.
    complete: bool = False
    most_rows: int | None = None
    # Aggregates without groups: exactly one row, whatever there is.
    single: bool = False
    reads: set[str] = field(default_factory=set)
    writes: set[str] = field(default_factory=set)
    # Whether doing it twice makes two of something.
    adds: bool = False


def statement(text: str, kind: str) -> Statement | None:
    """Return the facts of a text, or None where it is no SQL that could be read."""
    for dialect in dict.fromkeys([kind_dialect(kind), *DIALECTS]):
        try:
            parsed = [tree for tree in sqlglot.parse(without_bindings(text), dialect=dialect) if tree]
        except (SqlglotError, BadTemplate):
            continue
        return facts(parsed) if parsed else None
    return None


def kind_dialect(kind: str) -> str:
    """Return sqlglot's name of the SQL of a kind of source."""
    return {"sqlite": "sqlite", "mysql": "mysql", "mariadb": "mysql"}.get(kind, "postgres")


def without_bindings(text: str) -> str:
    """Return a text in which a number stands for each value, and a name for each name."""
    return "".join(part if isinstance(part, str) else stand_in(part.expression) for part in parts(text))


def stand_in(expression: str) -> str:
    """Return what can stand where a binding stands."""
    return "x1" if expression.startswith("identifier:") else "1"


def facts(trees: list[exp.Expr]) -> Statement:
    """Return what the statements do together; the last one makes the answer."""
    found = Statement()
    for tree in trees:
        tables = {table.name for table in tree.find_all(exp.Table)} - {cte.alias for cte in tree.find_all(exp.CTE)}
        target = tree.this.find(exp.Table) if isinstance(tree, WRITES) and tree.this else None
        found.writes |= {target.name} if target else set()
        found.reads |= tables - ({target.name} if target else set())
        found.adds |= isinstance(tree, exp.Insert)
    if isinstance(trees[-1], exp.Query):
        describe(trees[-1], found)
    return found


def describe(query: exp.Query, found: Statement) -> None:
    """Add what a SELECT says about its rows."""
    chosen = query.selects
    found.complete = bool(chosen) and not any(one.is_star for one in chosen)
    found.columns = [column for one in chosen if not one.is_star for column in column_of(one)]
    limit = query.args.get("limit")
    if limit and isinstance(limit.expression, exp.Literal) and limit.expression.is_int:
        found.most_rows = int(limit.expression.this)
    if isinstance(query, exp.Select) and not query.args.get("group"):
        found.single = all(bool(one.find(exp.AggFunc, exp.Subquery)) for one in chosen) and bool(
            query.find(exp.AggFunc)
        )


def column_of(chosen: exp.Expr) -> Iterator[Column]:
    """Yield the column that one item of a SELECT makes."""
    value = chosen.unalias()
    name = chosen.alias_or_name or value.key
    kind = kind_by_value(value)
    yield named(name, kind, nullable=not always_there(value))


def kind_by_value(value: exp.Expr) -> Kind | None:
    """Return the kind of an expression, or None where only its name could say it."""
    if isinstance(value, (exp.Count, exp.RowNumber, *CLAIMS)):
        return "number"
    if isinstance(value, exp.Coalesce | exp.Paren | exp.Min | exp.Max):
        return kind_by_value(value.this)
    if isinstance(value, exp.Subquery):
        return kind_by_value(value.this.selects[0].unalias())
    if isinstance(value, exp.Cast):
        return kind_by_cast(value)
    # Before the arithmetic: `||` is a binary operator, too.
    if isinstance(value, TEXTS) or (isinstance(value, exp.Literal) and value.is_string):
        return "date" if isinstance(value, exp.Substring) and "date" in dates_in(value) else "text"
    if isinstance(value, (*NUMBERS, exp.Literal)):
        return "number"
    # `id AS value` is still a key.
    return kind_of(value.name) if isinstance(value, exp.Column) else None


def dates_in(value: exp.Expr) -> set[str]:
    """Return the kinds that the names of the columns in an expression promise."""
    return {named(column.name).kind for column in value.find_all(exp.Column)}


def kind_by_cast(value: exp.Cast) -> Kind:
    """Return the kind of a cast."""
    if value.to.is_type(*exp.DataType.NUMERIC_TYPES):
        return "number"
    if value.to.is_type(*exp.DataType.TEMPORAL_TYPES):
        return "date"
    return "boolean" if value.to.is_type("boolean") else "text"


def always_there(value: exp.Expr) -> bool:
    """Say whether an expression can never be null."""
    if isinstance(value, exp.Count | exp.Literal | exp.RowNumber):
        return True
    if isinstance(value, exp.Subquery):
        return isinstance(value.this.selects[0].unalias(), exp.Count)
    if isinstance(value, exp.Round | exp.Paren | exp.Cast):
        return always_there(value.this)
    return isinstance(value, exp.Coalesce) and any(always_there(other) for other in value.expressions)
