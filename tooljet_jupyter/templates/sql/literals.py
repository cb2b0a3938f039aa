"""Reads quoted SQL texts that hold bindings: what the text says once the database has read its escapes."""

import re

from .dialect import Dialect
from .lexer import MASK, Token
from .pieces import Text, TextPart

ESCAPE = re.compile(r"\\(x[0-9A-Fa-f]{1,2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|[0-7]{1,3}|.)", re.DOTALL)
ESCAPE_OF_MYSQL = re.compile(r"\\(.)", re.DOTALL)
LETTERS = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f"}
LETTERS_OF_MYSQL = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "0": "\0", "Z": "\x1a"}


def text_piece(token: Token, expressions: list[str], dialect: Dialect) -> Text:
    """The text as one parameter; `expressions` are those of the masks in it, in order."""
    parts: list[TextPart] = []
    for index, piece in enumerate(token.body.split(MASK)):
        if index:
            parts.append((expressions[index - 1],))
        if piece:
            parts.append(piece if token.kind == "dollar" else unescaped(piece, token, dialect))
    return Text(tuple(parts))


def unescaped(piece: str, token: Token, dialect: Dialect) -> str:
    if len(token.quote) == 1:
        piece = piece.replace(token.quote * 2, token.quote)
    if token.prefix.upper() != "E" and not dialect.backslash_escapes:
        return piece
    if dialect.name == "mysql":
        return ESCAPE_OF_MYSQL.sub(lambda match: letter_of_mysql(match.group(1)), piece)
    return ESCAPE.sub(lambda match: letter(match.group(1)), piece)


def letter_of_mysql(code: str) -> str:
    """MySQL keeps the backslash before the wildcards of LIKE and knows no codes."""
    return "\\" + code if code in "%_" else LETTERS_OF_MYSQL.get(code, code)


def letter(code: str) -> str:
    if code in LETTERS:
        return LETTERS[code]
    if len(code) > 1 and code[0] in "xuU":
        return chr(int(code[1:], 16))
    return chr(int(code, 8)) if code.isdigit() and code < "8" else code
