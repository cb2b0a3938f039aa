"""Reads quoted SQL texts that hold bindings: what the text says once the database has read its escapes."""

import re

from ...errors import UnsafeTemplate
from .dialect import Dialect
from .lexer import MASK, Token
from .pieces import Text, TextPart

ESCAPE = re.compile(r"\\(x[0-9A-Fa-f]{1,2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|[0-7]{1,3}|.)", re.DOTALL)
LETTERS = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f"}
MYSQL_LETTERS = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "0": "\0", "Z": "\x1a"}


def text_piece(token: Token, expressions: list[str], dialect: Dialect) -> Text:
    """The text as one parameter; `expressions` are those of the masks in it, in order."""
    if token.kind == "dollar":
        return Text(split(token.body, expressions))
    prefix = token.prefix.upper()
    if prefix not in ("", "E", "N"):
        raise UnsafeTemplate(
            f"A text that begins with {token.prefix}{token.quote} takes no binding: build it with a function",
            expression=expressions[0],
        )
    return Text(split(unescaped(token, dialect), expressions))


def split(body: str, expressions: list[str]) -> tuple[TextPart, ...]:
    found: list[TextPart] = []
    for index, piece in enumerate(body.split(MASK)):
        if index:
            found.append((expressions[index - 1],))
        if piece:
            found.append(piece)
    return tuple(found)


def unescaped(token: Token, dialect: Dialect) -> str:
    body = token.body
    if len(token.quote) == 1:
        body = body.replace(token.quote * 2, token.quote)
    if token.prefix.upper() == "E":
        return ESCAPE.sub(lambda match: letter(match.group(1), LETTERS), body)
    if not dialect.backslash_escapes:
        return body
    if dialect.name == "mysql":
        return re.sub(r"\\(.)", lambda match: mysql_letter(match.group(1)), body, flags=re.DOTALL)
    return ESCAPE.sub(lambda match: letter(match.group(1), LETTERS), body)


def mysql_letter(code: str) -> str:
    """MySQL keeps the backslash before the wildcards of LIKE and knows no codes."""
    return "\\" + code if code in "%_" else MYSQL_LETTERS.get(code, code)


def letter(code: str, letters: dict[str, str]) -> str:
    if code in letters:
        return letters[code]
    if len(code) > 1 and code[0] in "xuU":
        return chr(int(code[1:], 16))
    return chr(int(code, 8)) if code.isdigit() and code < "8" else code
