"""The older way to give SQL its values: `:name` in the text, and a list of names and values beside it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from ..bindings import Binding, parts
from ..fill import fill
from .bound import Bound
from .dialect import Dialect
from .dialects import dialect as named_dialect
from .identifiers import Identifiers
from .lexer import MASK, Token, lex
from .pieces import Values
from .prepare import Prepared, prepare

Pairs = Sequence[Sequence[Any]]


@dataclass(frozen=True, slots=True)
class Named:
    """A statement with named values; `pairs` are the names and their templates."""

    prepared: Prepared
    pairs: Pairs

    def bind(self, values: Values, identifiers: Identifiers | None = None) -> Bound:
        """The statement with these values as parameters."""
        named = {f":{pair[0]}": fill(pair[1], values) for pair in self.pairs}
        return self.prepared.bind(Both(named, values), identifiers)


def prepare_named(sql: str, pairs: Pairs, dialect: str | Dialect) -> Named:
    """The SQL with `:name` bound to the value of its pair; both the values and the SQL may hold bindings."""
    given = [pair for pair in pairs if len(pair) > 1 and pair[0]]
    names = tuple(f":{pair[0]}" for pair in given)
    return Named(prepare(with_bindings(sql, names, named_dialect(dialect)), dialect), given)


def bind_named(
    sql: str,
    pairs: Pairs,
    values: Values,
    dialect: str | Dialect,
    *,
    identifiers: Identifiers | None = None,
) -> Bound:
    """The SQL with the values of its names and bindings as parameters."""
    return prepare_named(sql, pairs, dialect).bind(values, identifiers)


class Both(Mapping[str, Any]):
    """The named values, and behind them those of the bindings."""

    def __init__(self, named: Values, values: Values) -> None:
        self.named = named
        self.values_of_bindings = values

    def __getitem__(self, expression: str) -> Any:
        return self.named[expression] if expression in self.named else self.values_of_bindings[expression]

    def __iter__(self) -> Iterator[str]:
        return iter({**self.named, **self.values_of_bindings})

    def __len__(self) -> int:
        return len({**self.named, **self.values_of_bindings})


@lru_cache(maxsize=1024)
def with_bindings(sql: str, names: tuple[str, ...], dialect: Dialect) -> str:
    """The SQL with `{{:name}}` for each given `:name` outside texts, comments and casts."""
    if not names or MASK in sql:
        return sql
    cut = parts(sql)
    bindings = iter([sql[part.start : part.end] for part in cut if isinstance(part, Binding)])
    tokens = lex("".join(part if isinstance(part, str) else MASK for part in cut), dialect)
    written: list[str] = []
    index = 0
    while index < len(tokens):
        name = named(tokens, index)
        found = name in names
        text = f"{{{{{name}}}}}" if found else tokens[index].text
        written.append("".join(next(bindings) if letter == MASK else letter for letter in text))
        index += 2 if found else 1
    return "".join(written)


def named(tokens: list[Token], index: int) -> str:
    """`:name` when it begins at the token, else nothing; `a[1:n]` is a slice."""
    if tokens[index].text != ":" or index + 1 == len(tokens) or tokens[index + 1].kind != "word":
        return ""
    before = tokens[index - 1] if index else None
    glued = before is not None and (before.kind in ("word", "number", "identifier") or before.text in (":", "]", ")"))
    return "" if glued else f":{tokens[index + 1].text}"
