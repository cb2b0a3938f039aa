"""A SQL template read into tokens, with what each of its bindings stands for."""

from dataclasses import dataclass, field

from ...errors import BadTemplate, UnsafeTemplate
from ..bindings import Binding, parts
from ..markers import unmark
from .dialect import Dialect
from .lexer import MASK, Token, lex
from .literals import text_piece
from .pieces import Direction, Identifier, Text, Value

Slot = Value | Text | Identifier | Direction

NAME_LIKE = frozenset({"word", "number", "binding", "identifier", "string", "dollar"})


@dataclass
class Template:
    """The tokens of a statement; `slots` and `bindings` are by the index of their token."""

    sql: str
    dialect: Dialect
    tokens: list[Token]
    slots: dict[int, Slot] = field(default_factory=dict)
    bindings: dict[int, Binding] = field(default_factory=dict)

    def beside(self, index: int, step: int) -> int | None:
        """The index of the next (1) or previous (-1) token that is no space and no comment."""
        index += step
        while 0 <= index < len(self.tokens):
            if self.tokens[index].kind not in ("space", "comment"):
                return index
            index += step
        return None

    def token(self, index: int | None) -> Token:
        """The token at the index, an empty one beyond either end."""
        return self.tokens[index] if index is not None and 0 <= index < len(self.tokens) else Token("space", "", 0)

    def refusal(self, index: int, reason: str) -> UnsafeTemplate:
        """The error for the binding of a token, with its place in the template."""
        binding = self.bindings[index]
        line = self.sql.count("\n", 0, binding.start) + 1
        return UnsafeTemplate(
            f"Line {line}: {reason}", expression=binding.expression, position=binding.start, line=line
        )


def read(sql: str, dialect: Dialect) -> Template:
    """The template of a statement, its comments freed of bindings."""
    if MASK in sql:
        raise BadTemplate("SQL cannot hold the character NUL")
    cut = parts(sql)
    waiting = [part for part in cut if isinstance(part, Binding)]
    masked = "".join(part if isinstance(part, str) else MASK for part in cut)
    template = Template(sql, dialect, lex(masked, dialect))
    for index, token in enumerate(template.tokens):
        count = token.text.count(MASK)
        if count:
            mine, waiting = waiting[:count], waiting[count:]
            template.bindings[index] = mine[0]
            take(template, index, [binding.expression for binding in mine])
    for index in template.slots:
        refuse_glued(template, index)
    return template


def take(template: Template, index: int, expressions: list[str]) -> None:
    """Decide what the bindings of one token stand for."""
    token = template.tokens[index]
    if token.kind == "comment":
        if token.text.startswith(("/*!", "/*+")):
            raise template.refusal(index, "a comment that the database obeys takes no binding")
        template.tokens[index] = Token("comment", token.text.replace(MASK, ""), token.start)
    elif token.kind == "identifier":
        raise template.refusal(index, "a quoted name takes no value. " + advice(expressions[0], "without the quotes"))
    elif token.kind == "binding":
        template.slots[index] = slot(expressions[0])
    else:
        template.slots[index] = text_slot(template, index, expressions)


def slot(expression: str) -> Slot:
    mark, plain = unmark(expression)
    if mark == "identifier":
        return Identifier(plain)
    return Direction(plain) if mark == "direction" else Value(plain)


def text_slot(template: Template, index: int, expressions: list[str]) -> Text:
    marked = next((e for e in expressions if unmark(e).mark), None)
    if marked:
        raise template.refusal(index, f"a name cannot stand inside a quoted text: {{{{{marked}}}}}")
    token = template.tokens[index]
    if token.prefix.upper() not in ("", "E", "N"):
        raise template.refusal(index, f"a text that begins with {token.prefix}{token.quote} takes no binding")
    return text_piece(token, expressions, template.dialect)


def refuse_glued(template: Template, index: int) -> None:
    """Refuse `orders_{{x}}`: the value would be part of a name."""
    found = template.slots[index]
    if isinstance(found, Text):
        return
    dots = "@#$" if isinstance(found, (Identifier, Direction)) else ".@#$"
    for step in (-1, 1):
        beside = template.token(index + step)
        if beside.kind in NAME_LIKE or beside.text and beside.text in dots:
            other = beside.text.replace(MASK, "{{…}}")
            reason = f"{other} and a binding together make a name, not a value."
            raise template.refusal(index, f"{reason} {advice(found.expression, 'for the whole name')}")


def advice(expression: str, how: str = "") -> str:
    """How to write a binding that gives a name."""
    mark = f"{{{{identifier: {unmark(expression).expression}}}}}"
    return f"Mark it as an identifier{', ' + how if how else ''}: {mark}"
