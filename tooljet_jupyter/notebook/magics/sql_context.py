"""What stands around the cursor in SQL that may not be finished: which names fit there, and what they are names of."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

TOKEN = re.compile(
    r"""
    (?P<space> \s+ | --[^\n]*\n? | /\*.*?\*/ )
  | (?P<open> /\*.* | '(?:[^']|'')*\Z )
  | (?P<text> '(?:[^']|'')*' )
  | (?P<binding> \{\{.*?\}\} )
  | (?P<name> "(?:[^"]|"")*" | `[^`]*` | \[[^\]\n]*\] | [^\W\d][\w$]* )
  | (?P<other> . )
    """,
    re.DOTALL | re.VERBOSE,
)
PREFIX = re.compile(r"((?:(?:[\w$]+|\"[^\"]*\"|`[^`]*`)\.)*)([\w$]*)\Z")
BEFORE_TABLES = frozenset({"FROM", "JOIN", "UPDATE", "INTO", "TABLE"})
# What may follow a table's name and is no alias.
KEYWORDS = """
ALL AND AS ASC BETWEEN BY CASE CAST COALESCE COUNT CREATE CROSS DELETE DESC DISTINCT DROP ELSE END
EXCEPT EXISTS FALSE FROM FULL GROUP HAVING IN INNER INSERT INTERSECT INTO IS JOIN LEFT LIKE LIMIT
MAX MIN NATURAL NOT NULL OFFSET ON OR ORDER OUTER OVER PARTITION RETURNING RIGHT SELECT SET SUM
TABLE THEN TRUE UNION UPDATE USING VALUES WHEN WHERE WITH
"""
WORDS = tuple(KEYWORDS.split())
RESERVED = frozenset(WORDS)


@dataclass(frozen=True)
class Word:
    """A name, a sign or a text of SQL, and where it ends."""

    text: str
    kind: str
    end: int

    @property
    def upper(self) -> str:
        """The word as keywords are compared."""
        return self.text.upper() if self.kind == "name" and self.text[0] not in '"`[' else ""


@dataclass(frozen=True)
class Place:
    """What fits at the cursor.

    Attributes
    ----------
    wanted : str
        'table', 'column', 'variable', or '' where nothing fits.
    owner : str
        What stands before the last dot: an alias, a table or a schema; for a variable its path.
    start : str
        The first letters of the name.
    tables : dict
        The tables of the statement by alias or name.
    named : list of str
        Names that the statement itself gives to queries.
    """

    wanted: str
    owner: str = ""
    start: str = ""
    tables: dict[str, str] = field(default_factory=dict)
    named: list[str] = field(default_factory=list)


def place(sql: str, cursor: int) -> Place:
    """Return what fits at a position of SQL."""
    before = sql[:cursor]
    opened = before.rfind("{{")
    if opened >= 0 and "}}" not in before[opened:]:
        owner, _, start = before[opened + 2 :].lstrip().rpartition(".")
        return Place("variable", owner=owner, start=start)
    written = list(words(before))
    if written and written[-1].kind == "open" or comment(before):
        return Place("")
    owner, start = PREFIX.search(before).groups()  # type: ignore[union-attr]  # it matches the empty text too
    whole = statement(sql, cursor)
    wanted = "table" if not owner and after_tables(written, start) else "column"
    return Place(wanted, plain(owner.rstrip(".")), start, tables(whole), named(whole))


def words(sql: str) -> "list[Word]":
    """Return the words of SQL without spaces and comments."""
    found = (Word(match.group(), str(match.lastgroup), match.end()) for match in TOKEN.finditer(sql))
    return [word for word in found if word.kind != "space"]


def comment(before: str) -> bool:
    """Say whether the cursor is in a comment that runs to the end of its line."""
    last = [match for match in TOKEN.finditer(before)][-1:]
    return bool(last) and last[0].group().startswith("--") and not last[0].group().endswith("\n")


def statement(sql: str, cursor: int) -> list[Word]:
    """Return the words of the statement around a position."""
    found: list[Word] = []
    for word in words(sql):
        if word.text == ";":
            if word.end > cursor:
                return found
            found = []
        else:
            found.append(word)
    return found


def after_tables(written: Sequence[Word], start: str) -> bool:
    """Say whether a table is named at the end of these words: after FROM, or after a comma behind it."""
    words_before = list(written[:-1] if start else written)
    while words_before:
        last = words_before.pop()
        if last.upper in BEFORE_TABLES:
            return True
        if last.text != "," or not words_before:
            return False
        # `FROM a, b AS c, `: over the names between the commas.
        while words_before and (words_before[-1].text == "." or names_table(words_before[-1])):
            words_before.pop()
    return False


def names_table(word: Word) -> bool:
    """Say whether a word may be part of a table's name or alias."""
    return word.kind == "name" and (word.upper == "AS" or word.upper not in RESERVED)


def tables(found: Sequence[Word]) -> dict[str, str]:
    """Return the tables that a statement names, by alias and by name."""
    known: dict[str, str] = {}
    position = 0
    while position < len(found):
        if found[position].upper in BEFORE_TABLES:
            position = take(found, position + 1, known)
        else:
            position += 1
    return known


def take(found: Sequence[Word], position: int, known: dict[str, str]) -> int:
    """Take note of the tables from a position on, as many as commas part; return where they end."""
    while position < len(found) and found[position].kind == "name" and found[position].upper not in RESERVED:
        name, position = plain(found[position].text), position + 1
        while position + 1 < len(found) and found[position].text == "." and found[position + 1].kind == "name":
            name, position = f"{name}.{plain(found[position + 1].text)}", position + 2
        alias, position = alias_at(found, position)
        known[alias or name.rpartition(".")[2]] = name
        if position >= len(found) or found[position].text != ",":
            break
        position += 1
    return position


def alias_at(found: Sequence[Word], position: int) -> tuple[str, int]:
    """Return the alias at a position, if there is one, and where it ends."""
    if position < len(found) and found[position].upper == "AS":
        position += 1
    if position < len(found) and found[position].kind == "name" and found[position].upper not in RESERVED:
        return plain(found[position].text), position + 1
    return "", position


def named(found: Sequence[Word]) -> list[str]:
    """Return the names that WITH gives to queries."""
    if not any(word.upper == "WITH" for word in found):
        return []
    triples = zip(found, found[1:], found[2:], strict=False)
    return [plain(name.text) for name, as_, bracket in triples if as_.upper == "AS" and bracket.text == "("]


def plain(name: str) -> str:
    """Return a name without its quotes."""
    return name[1:-1] if len(name) > 1 and name[0] in '"`[' else name
