"""Finds the `{{ }}` bindings of a text, aware of JavaScript's literals and comments.

The rules, shared with `packages/runtime/src/bindings.ts` by `tests/templates/bindings.json`:

* A binding ends at the first `}}` outside every brace, literal and comment of the expression.
* A string or regular expression that does not close on its line is none: its first character is ordinary.
* A `//` comment ends with its line; on the last line of the text, where it would hide every `}}`, it is none.
* An expression is trimmed like JavaScript's `trim`; `{{}}` is the expression "", which means undefined.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from ..errors import BadTemplate

OPEN, CLOSE = "{{", "}}"

# What JavaScript's `trim` removes; Python's `strip` would also remove other control characters.
WHITE_SPACE = (
    "\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000\ufeff"
)

TOKEN = re.compile(
    r"""
    (?P<space> [\s\ufeff]+ | /\*.*?\*/ )
  | (?P<line> //[^\n]*(?=\n) )
  | (?P<literal> '(?:[^'\\\n\r]|\\(?:\r\n|.))*+' | "(?:[^"\\\n\r]|\\(?:\r\n|.))*+" )
  | (?P<number> \d[\w.]* )
  | (?P<word> [\w$]+ )
  | (?P<step> \+\+ | -- )
  | (?P<other> \.\.\. | // | /\* | . )
    """,
    re.DOTALL | re.VERBOSE,
)
REGEX = re.compile(r"/(?![*/])(?:[^\\/\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*+\])++/", re.DOTALL)
# Quotes that close nowhere are looked for again and again; past this many characters the text is refused.
PATIENCE = 10_000_000
TEMPLATE = re.compile(r"(?:[^`\\$]|\\.|\$(?!\{))*+(`|\$\{)", re.DOTALL)

# Words after which a slash begins a regular expression, not a division.
BEFORE_A_VALUE = frozenset(
    {
        "await",
        "case",
        "delete",
        "do",
        "else",
        "in",
        "instanceof",
        "new",
        "of",
        "return",
        "throw",
        "typeof",
        "void",
        "yield",
    }
)


# What opens a literal that may not close, and what else ends a value.
QUOTES = frozenset("'\"/")
AFTER_A_VALUE = frozenset(")]}'\"")


@dataclass(frozen=True, slots=True)
class Binding:
    """One `{{ expression }}`; `start` and `end` are its place in the text, braces included."""

    expression: str
    start: int
    end: int


class Scanner:
    """Walks over the JavaScript expressions of a text, each up to the `}}` that closes it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.patience = PATIENCE
        self.begin(0)

    def begin(self, position: int) -> None:
        """Forget the last expression; the next one begins here."""
        self.position = position
        self.open: list[str] = []  # "{", "`" and "${", innermost last
        self.after_value = False  # would a slash here divide?
        self.after_dot = False  # a name here is a property's

    def end(self, start: int) -> int | None:
        """The position of the `}}` that closes the expression, or None when there is none."""
        self.begin(start)
        while self.position < len(self.text):
            if not self.open and self.text.startswith(CLOSE, self.position):
                return self.position
            if not self.step():
                return None
        return None

    def step(self) -> bool:
        """Take one token; False when a literal or comment is open to the end."""
        if self.open and self.open[-1] == "`":
            return self.template()
        regex = None if self.after_value else REGEX.match(self.text, self.position)
        if regex:
            self.position, self.after_value = regex.end(), True
            return True
        match = TOKEN.match(self.text, self.position)
        assert match is not None  # `.` takes whatever is left
        self.position = match.end()
        return self.token(str(match.lastgroup), match.group())

    def token(self, kind: str, token: str) -> bool:
        if kind == "word":
            self.after_value = self.after_dot or token not in BEFORE_A_VALUE
            self.after_dot = False
        elif kind == "other":
            return self.other(token)
        elif kind not in ("space", "line"):
            self.after_value, self.after_dot = True, False
        return True

    def other(self, token: str) -> bool:
        if token == "//":
            return True
        if token in QUOTES:
            self.patience -= len(self.text) - self.position
        self.after_dot = token == "."
        self.after_value = token in AFTER_A_VALUE
        if token in ("{", "`"):
            self.open.append(token)
        elif token == "}" and self.open:
            self.open.pop()
        return token != "/*" and self.patience > 0

    def template(self) -> bool:
        match = TEMPLATE.match(self.text, self.position)
        if match is None:
            return False
        self.position = match.end()
        if match.group(1) == "`":
            self.open.pop()
            self.after_value, self.after_dot = True, False
        else:
            self.open.append("${")
            self.after_value = False
        return True


@lru_cache(maxsize=4096)
def parts(text: str) -> tuple[str | Binding, ...]:
    """The text cut into plain pieces and bindings, in order."""
    found: list[str | Binding] = []
    scanner, position = Scanner(text), 0
    while (start := text.find(OPEN, position)) >= 0:
        end = scanner.end(start + 2)
        if end is None:
            raise unclosed(text, start)
        if start > position:
            found.append(text[position:start])
        found.append(Binding(text[start + 2 : end].strip(WHITE_SPACE), start, end + 2))
        position = end + 2
    if position < len(text):
        found.append(text[position:])
    return tuple(found)


def unclosed(text: str, start: int) -> BadTemplate:
    excerpt = text[start : start + 40]
    return BadTemplate(f"The {OPEN} at position {start} is not closed: {excerpt}", position=start, text=text)


def is_template(value: Any) -> bool:
    """Whether the value is a text that holds a binding."""
    return isinstance(value, str) and OPEN in value


def sole_expression(text: str) -> str | None:
    """The expression of a text that is one binding and white space, so that the value keeps its type."""
    found = None
    for part in parts(text):
        if isinstance(part, str):
            if part.strip(WHITE_SPACE):
                return None
        elif found is not None:
            return None
        else:
            found = part.expression
    return found


def expressions(value: Any) -> list[str]:
    """The distinct expressions of a JSON value, in the order in which they are met."""
    return list(dict.fromkeys(found(value)))


def found(value: Any) -> Iterator[str]:
    """Every expression of a JSON value, repeated ones included; keys of objects hold no bindings."""
    if isinstance(value, str):
        if OPEN in value:
            yield from (part.expression for part in parts(value) if isinstance(part, Binding))
    elif isinstance(value, dict):
        for item in value.values():
            yield from found(item)
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from found(item)
