"""Cuts SQL into tokens the way its database does, so that a quote in a comment or text fools nobody.

Bindings are masked by the character NUL, which no SQL holds, before the text comes here.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from ...errors import BadTemplate
from .dialect import Dialect

MASK = "\0"

Kind = Literal["space", "comment", "string", "dollar", "identifier", "binding", "number", "word", "other"]


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of SQL; a text's `prefix` is what stands before its quote, as in `E'…'`."""

    kind: Kind
    text: str
    start: int
    prefix: str = ""
    quote: str = ""

    @property
    def word(self) -> str:
        """The word in capitals, empty for any other token."""
        return self.text.upper() if self.kind == "word" else ""

    @property
    def body(self) -> str:
        """What stands between the quotes, escapes and all."""
        return self.text[len(self.prefix) + len(self.quote) : -len(self.quote)]


COMMENT_EDGE = re.compile(r"/\*|\*/")


def lex(text: str, dialect: Dialect) -> list[Token]:
    """The tokens of the text, which put together are the text."""
    pattern = compiled(dialect)
    tokens: list[Token] = []
    position = 0
    while position < len(text):
        if text.startswith("/*", position):
            token = Token("comment", text[position : comment_end(text, position, dialect)], position)
        else:
            token = matched(pattern, text, position, dialect)
        tokens.append(token)
        position += len(token.text)
    return tokens


def comment_end(text: str, start: int, dialect: Dialect) -> int:
    depth = 0
    for edge in COMMENT_EDGE.finditer(text, start):
        if edge.group() == "*/":
            depth -= 1
        elif depth == 0 or dialect.nested_comments:
            depth += 1
        if depth == 0:
            return edge.end()
    raise open_ended("comment", text, start)


def matched(pattern: re.Pattern[str], text: str, position: int, dialect: Dialect) -> Token:
    match = pattern.match(text, position)
    if match is None:
        raise open_ended("quote", text, position)
    groups = match.groupdict()
    if groups["string"] is not None:
        return Token("string", match.group(), position, groups["prefix"] or "", groups["quote"])
    if groups.get("escaped") is not None:
        return Token("string", match.group(), position, match.group()[0], "'")
    if groups.get("dollar") is not None:
        return Token("dollar", match.group(), position, "", f"${groups['tag'] or ''}$")
    if groups.get("oracle") is not None:
        return Token("string", match.group(), position, match.group().split("'", 1)[0], "'")
    kind: Kind = next(kind for kind in PLAIN if groups[kind] is not None)
    return Token(kind, match.group(), position)


PLAIN: tuple[Kind, ...] = ("space", "comment", "identifier", "binding", "number", "word", "other")


@lru_cache(maxsize=64)
def compiled(dialect: Dialect) -> re.Pattern[str]:
    """The dialect's rules as one regular expression; an open quote matches none of it."""
    return re.compile("|".join(rules(dialect)), re.DOTALL)


def rules(dialect: Dialect) -> list[str]:
    identifiers = [rf"{re.escape(a)}(?:[^{re.escape(b)}]|{re.escape(b * 2)})*+{re.escape(b)}"
                   for a, b in dialect.identifier_quotes]  # fmt: skip
    quotes = dialect.string_quotes + "".join(left for left, _ in dialect.identifier_quotes if left != "[")
    found = [r"(?P<space>\s+)", f"(?P<comment>{line_comment(dialect)})"]
    if dialect.escape_strings:
        found.append(r"(?P<escaped>[eE]'(?:[^'\\]|\\.|'')*+')")
    if dialect.oracle_quotes:
        found.append(r"(?P<oracle>[nN]?[qQ]'(?:\[.*?\]'|\{.*?\}'|\(.*?\)'|<.*?>'|(?P<mark>[^\s\[{(<]).*?(?P=mark)'))")
    found.append(rf"(?P<string>(?P<prefix>[nNbBxXrR]|[uU]&|_\w+|[rR][bB]|[bB][rR])?{string_body(dialect)})")
    if dialect.dollar_quotes:
        found.append(r"(?P<dollar>\$(?P<tag>[^\W\d]\w*|)\$.*?\$(?P=tag)\$)")
    found += [f"(?P<identifier>{'|'.join(identifiers)})", f"(?P<binding>{MASK})"]
    found += [r"(?P<number>\d[\w.]*)", r"(?P<word>[^\W\d][\w$]*)"]
    found.append(rf"(?P<other>::|:=|<=>|<=|>=|<>|!=|\|\||[^{re.escape(quotes)}])")
    return found


def line_comment(dialect: Dialect) -> str:
    dashes = r"--(?=\s|\Z)[^\n]*" if dialect.spaced_comments else r"--[^\n]*"
    return dashes + r"|\#[^\n]*" if dialect.hash_comments else dashes


def string_body(dialect: Dialect) -> str:
    """A quoted text; `quote` is its quote, three of them where the dialect knows that."""
    single = "[" + re.escape(dialect.string_quotes) + "]"
    quote = rf"'''|\"\"\"|{single}" if dialect.triple_quotes else single
    escape = r"\\." if dialect.backslash_escapes else r"(?!)"
    plain = r"(?!(?P=quote))[^\\]" if dialect.backslash_escapes else r"(?!(?P=quote))."
    return rf"(?P<quote>{quote})(?:{plain}|{escape}|(?P=quote){{2}})*+(?P=quote)"


def open_ended(what: str, text: str, start: int) -> BadTemplate:
    line = text.count("\n", 0, start) + 1
    return BadTemplate(f"A {what} opened in line {line} of the SQL is not closed", line=line)
