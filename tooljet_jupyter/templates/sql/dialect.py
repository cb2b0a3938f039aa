"""What the templates must know of a SQL dialect: how it is read, and how its driver takes parameters."""

from dataclasses import dataclass
from typing import Literal

ParameterStyle = Literal["qmark", "format", "numeric", "named", "pyformat", "dollar"]

STANDARD_TYPED = frozenset({"date", "time", "timestamp"})


@dataclass(frozen=True)
class Dialect:
    """One dialect as data; a new database needs no new code here."""

    name: str
    sqlglot: str
    """The name by which the parser knows the dialect."""

    # How parameters are written and passed.
    style: ParameterStyle = "qmark"
    most_parameters: int = 32_000

    # How the text is read.
    string_quotes: str = "'"
    identifier_quotes: tuple[tuple[str, str], ...] = (('"', '"'),)
    """Opening and closing quote; the first pair is the one written."""
    backslash_escapes: bool = False
    escape_strings: bool = False
    """`E'…'` knows backslashes although `'…'` does not."""
    dollar_quotes: bool = False
    oracle_quotes: bool = False
    """`q'[…]'`."""
    triple_quotes: bool = False
    nested_comments: bool = False
    hash_comments: bool = False
    spaced_comments: bool = False
    """`--` begins a comment only before white space."""

    # What a value becomes.
    arrays: bool = False
    """A list outside IN is an array; elsewhere it is JSON text."""
    rich_types: bool = True
    """The driver takes dates, decimals, UUIDs and integers of any size."""
    booleans: bool = True
    nul_in_text: bool = True
    typed_literals: frozenset[str] = STANDARD_TYPED
    """Words that make a literal after them a value of their type; before a parameter they become a CAST."""
    untyped_places: frozenset[str] = frozenset()
    """Functions with arguments of any type: a text there, as before IS NULL, needs a cast."""
    empty_in: str = "IN (SELECT NULL WHERE 1 = 0)"
    """What `IN` becomes for an empty list: it must parse and hold nothing."""
    empty_not_in: str = "NOT IN (SELECT NULL WHERE 1 = 0)"

    @property
    def named_parameters(self) -> bool:
        """Whether the driver takes a dictionary."""
        return self.style in ("named", "pyformat")

    def quoted(self, name: str) -> str:
        """One name as an identifier."""
        left, right = self.identifier_quotes[0]
        return f"{left}{name.replace(right, right * 2)}{right}"


PLACEHOLDERS: dict[ParameterStyle, str] = {
    "qmark": "?",
    "format": "%s",
    "numeric": ":{}",
    "named": ":p{}",
    "pyformat": "%(p{})s",
    "dollar": "${}",
}
