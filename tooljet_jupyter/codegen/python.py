"""Python text as ruff formats it, so that what is generated needs no formatter."""

import json
from collections.abc import Iterable
from textwrap import wrap
from typing import Any

WIDTH = 110


def value(item: Any) -> str:
    """A literal with double quotes."""
    if item is None or isinstance(item, bool):
        return str(item)
    if isinstance(item, str):
        return json.dumps(item, ensure_ascii=False)
    if isinstance(item, float):
        return f"{item:g}"
    return repr(item)


def choices(values: Iterable[str]) -> str:
    """A `Literal` type on one line."""
    return "Literal[" + ", ".join(value(item) for item in values) + "]"


def alias(name: str, values: Iterable[str]) -> str:
    """A `Literal` type with a name and a line for each value."""
    return f"{name} = Literal[\n" + "".join(f"    {value(item)},\n" for item in values) + "]\n"


def mapping(name: str, pairs: dict[str, str], *, type_name: str, indent: int = 4) -> str:
    """A class variable that holds a dictionary of texts."""
    space = " " * indent
    head = f"{space}{name}: ClassVar[{type_name}] = "
    if not pairs:
        return head + "{}\n"
    flat = head + "{" + ", ".join(f"{value(key)}: {value(item)}" for key, item in pairs.items()) + "}"
    if len(flat) <= WIDTH:
        return flat + "\n"
    lines = "".join(f"{space}    {value(key)}: {value(item)},\n" for key, item in pairs.items())
    return head + "{\n" + lines + space + "}\n"


def docstring(summary: str, parameters: dict[str, tuple[str, str]], *, indent: int = 4) -> str:
    """A numpy docstring: a sentence, then for each parameter its type and its words."""
    space = " " * indent
    lines = [f'{space}"""{summary}']
    if parameters:
        lines += ["", f"{space}Parameters", f"{space}----------"]
    for name, (kind, words) in parameters.items():
        lines.append(f"{space}{name} : {kind}")
        lines += wrap(words, WIDTH, initial_indent=space + "    ", subsequent_indent=space + "    ")
    if not parameters:
        return lines[0] + '"""\n'
    return "\n".join([*lines, f'{space}"""']) + "\n"


def signature(parameters: Iterable[str], *, indent: int = 4) -> str:
    """An `__init__` with a line for each parameter."""
    space = " " * indent
    body = "".join(f"{space}    {parameter},\n" for parameter in parameters)
    return f"{space}def __init__(\n{space}    self,\n{body}{space}) -> None:\n"


def ended(words: str) -> str:
    """Words as a sentence with its full stop."""
    return words if words.endswith(".") else words + "."
