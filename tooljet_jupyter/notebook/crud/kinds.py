"""Types of columns, in any of the databases, as the kinds of fields an app has for them."""

import re
from typing import Literal, NamedTuple

# `digits` are numbers a browser might round: they stay text from the database to the field and back.
Kind = Literal[
    "text", "long", "number", "digits", "boolean", "date", "moment", "zoned", "time", "choice", "reference",
    "json", "uuid", "binary", "other",
]  # fmt: skip

EXACT_DIGITS = 15
MOST = {"smallint": 2**15 - 1, "int2": 2**15 - 1, "tinyint": 2**15 - 1, "integer": 2**31 - 1, "int4": 2**31 - 1}
MOST_WHOLE = 2**63 - 1
LONG = re.compile(
    r"(^|_)(notes?|descriptions?|comments?|body|content|bio|summary|messages?|details|remarks|text|address|reason)$",
    re.IGNORECASE,
)


class Type(NamedTuple):
    """What a type says: the kind, the greatest whole number, decimal places, and the longest text."""

    kind: Kind
    most: int | None = None
    places: int | None = None
    length: int | None = None


# In this order: the first that is found in the type, as SQLite itself reads types.
PATTERNS: list[tuple[str, Kind]] = [
    (r"\[\]$|range$", "other"),
    (r"^bool", "boolean"),
    (r"json", "json"),
    (r"^uuid|uniqueidentifier", "uuid"),
    (r"bytea|blob|binary", "binary"),
    (r"^timestamp.*with time zone$|^timestamptz", "zoned"),
    (r"^timestamp|^datetime", "moment"),
    (r"^date$", "date"),
    (r"^time\b", "time"),
    (r"interval|point|box|xml|inet|cidr|macaddr|tsvector|bit|money|path|polygon|circle|line", "other"),
    (r"int|serial", "digits"),
    (r"char|text|clob|^name$|citext|string", "text"),
    (r"numeric|decimal|real|floa|doub", "digits"),
]


def read(type: str, *, sqlite: bool) -> Type:
    """Return what a type says; `integer` in SQLite has 64 bits."""
    base, first, second = parts(type.lower())
    kind: Kind = next((kind for pattern, kind in PATTERNS if re.search(pattern, base)), "other")
    if kind == "text":
        return Type("text", length=first)
    if kind != "digits":
        return Type(kind)
    if re.search("int|serial", base):
        most = MOST_WHOLE if sqlite else MOST.get(base.replace("serial", "integer"), MOST_WHOLE)
        return Type("number" if most < 2**53 else "digits", most, 0)
    short = bool(re.search("numeric|decimal", base)) and first is not None and first <= EXACT_DIGITS
    return Type("number" if short else "digits", places=second or 0) if short else Type("digits")


def parts(type: str) -> tuple[str, int | None, int | None]:
    """Return a type without its numbers, and the two numbers."""
    found = re.search(r"\((\d+)(?:\s*,\s*(\d+))?\)", type)
    base = re.sub(r"\s*\([^)]*\)", "", type).strip()
    if not found:
        return base, None, None
    return base, int(found[1]), int(found[2]) if found[2] else None


def literal(default: str | None) -> str | None:
    """Return the value of a default that is a plain value, as text; None where the database has to work it out."""
    text = (default or "").strip()
    while text.startswith("(") and text.endswith(")"):
        text = text[1:-1].strip()
    quoted = re.fullmatch(r"'((?:[^']|'')*)'(::[\w \"\[\]().]+)?", text)
    if quoted:
        return quoted[1].replace("''", "'")
    plain = re.fullmatch(r"(-?\d+(?:\.\d+)?|true|false)(::[\w \"().]+)?", text, re.IGNORECASE)
    return plain[1].lower() if plain else None
