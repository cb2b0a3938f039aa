"""Writes a finding down as a plain pytest file: it fails now and passes when the app is mended."""

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import Any

from .answers import Answers
from .columns import Column
from .facts import Facts
from .findings import KINDS, Found
from .literal import flat, literal
from .steps import Answering, Doing, Holding, Step, Waiting

# More rows than these are written as what they are made of.
FEW_ROWS = 5
# What shows only when the app has come to rest.
IN_THE_END = ("waiting", "trapped", "stuck", "never", "shape")

# A value of a column in row `n`, as Python writes it; the same values as in `answers.py`.
MADE = {
    "key": "n + 1",
    "number": "7 + 3 * n",
    "date": 'f"2026-{n // 28 % 12 + 1:02}-{n % 28 + 1:02}"',
    "boolean": "n % 2 == 0",
}


def written(found: Found, facts: Facts, target: str) -> str:
    """Return the file."""
    finding = found.finding
    lines = [
        f'"""{KINDS[finding.kind]}: {one_line(finding.what)}."""',
        "",
        "import tooljet_jupyter as tj",
        "",
        "",
        f"def test_{name_of(found)}():",
        *indented(1, body(found, facts, target)),
    ]
    return "\n".join(lines) + "\n"


def body(found: Found, facts: Facts, target: str) -> Iterator[str]:
    """Yield the lines of the test."""
    yield f"with tj.load({', '.join([flat(target), *options(found)])}) as app:"
    told = {step.query for step in beginning(found.steps)}
    # What nothing else is said of answers as usual: rows as there might be.
    usual = [Answering(name, "usual") for name, known in facts.answers.items() if known.moods() and name not in told]
    last = max((place for place, step in enumerate(found.steps) if isinstance(step, Doing)), default=None)
    for answers in usual:
        yield from indented(1, line(answers, facts))
    for place, step in enumerate(found.steps):
        guarded = place == last and found.finding.kind not in IN_THE_END
        yield from indented(1, guard(step) if guarded and isinstance(step, Doing) else line(step, facts))
    yield from indented(1, [found.finding.proof])


def guard(step: Doing) -> Iterator[str]:
    """Yield a step that may be one that nobody can do any more when the app is mended."""
    yield f'if {flat(step.target)} in {{one["target"] for one in app.gestures()}}:'
    yield f"    {step}"


def beginning(steps: tuple[Step, ...]) -> Iterator[Answering]:
    """Yield what is said of answers before the page loads."""
    return (step for step in takewhile(lambda step: isinstance(step, Answering), steps) if isinstance(step, Answering))


def options(found: Found) -> Iterator[str]:
    """Yield the arguments of `tj.load` behind the target."""
    if found.handle:
        yield f"page={flat(found.handle)}"
    if found.device != "desktop":
        yield f"device={flat(found.device)}"
    yield 'queries="stubbed"'


def line(step: Step, facts: Facts) -> Iterator[str]:
    """Yield one step as a person would write it."""
    if isinstance(step, Doing):
        yield str(step)
    elif isinstance(step, Answering):
        yield from answering(facts.answers[step.query], step.mood)
    elif isinstance(step, Waiting):
        yield f"app.wait({step.seconds:g})"
    else:
        yield f"app.{'hold' if isinstance(step, Holding) else 'release'}({flat(step.query)})"


def answering(answers: Answers, mood: str) -> Iterator[str]:
    """Yield what says how a query answers from now on."""
    made = answers.answer(mood)
    start = f"app.{'fail' if made.error else 'stub'}({flat(answers.name)}, "
    if made.error:
        yield f"{start}{flat(made.error)})"
    elif isinstance(made.data, list) and len(made.data) > FEW_ROWS:
        fields = ", ".join(f"{flat(column.name)}: {value(column)}" for column in answers.columns)
        yield f"{start}[{{{fields}}} for n in range({len(made.data)})])"
    else:
        # The test is two levels deep.
        yield f"{start}{literal(made.data, before=len(start) + 10)})"


def value(column: Column) -> str:
    """Return the value of a column in row `n` as Python writes it."""
    return MADE.get(column.kind, f'f"{column.name} {{n + 1}}"')


def file_name(number: int) -> str:
    """Return the name of the file of a finding."""
    return f"test_fuzz_{number}.py"


def name_of(found: Found) -> str:
    """Return the name of the test."""
    return re.sub(r"\W+", "_", f"{found.finding.kind}_{found.finding.place}").lower()


def one_line(text: str) -> str:
    """Return a text that fits between the quotes of a docstring."""
    return " ".join(text.replace("\\", "/").replace('"', "'").split()).rstrip(".")


def indented(level: int, lines: Any) -> Iterator[str]:
    """Yield lines further to the right."""
    for text in lines:
        yield from (f"{'    ' * level}{part}" for part in text.splitlines())
