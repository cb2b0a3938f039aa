"""The commands that the documentation names exist, and every command is on its page."""

import re
import shlex

import click
import pytest

from tests.house.checkout import ROOT, name_of, pages
from tooljet_jupyter.cli import root

FENCED = re.compile(r"^```bash\n(.*?)^```", re.M | re.S)
INLINE = re.compile(r"`(jupyter tooljet [^`]+)`")


def written():
    """Yield every page and line that calls the program as a user would."""
    for page in pages():
        if page.name == "cli.md":
            continue
        text = page.read_text()
        lines = [line for block in FENCED.findall(text) for line in block.splitlines()]
        for line in [*lines, *INLINE.findall(text)]:
            if line.startswith("jupyter tooljet ") and "…" not in line:
                yield page, line


@pytest.mark.parametrize(
    "page, line", sorted(set(written())), ids=lambda value: value if isinstance(value, str) else name_of(value)
)
def test_a_command_of_the_documentation_is_one_that_the_program_takes(page, line):
    words = shlex.split(line, comments=True)[2:]
    command = root()
    context = click.Context(command)
    while isinstance(command, click.Group):
        name = words.pop(0)
        assert name in command.commands
        command = command.commands[name]
        context = click.Context(command, parent=context, resilient_parsing=True)
    # Parsing alone: options that do not exist are refused, nothing is run.
    parser = command.make_parser(context)
    parser.parse_args(args=words)


def leaves(group, *path):
    """Yield the words of every command that does something."""
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from leaves(command, *path, name)
        else:
            yield " ".join([*path, name])


def test_every_command_is_on_the_page_of_commands_and_no_other():
    page = (ROOT / "tooljet_jupyter/docs/cli.md").read_text()
    headings = set(re.findall(r"^## (.+)$", page, re.M)) - {"Options of every command"}
    assert headings == set(leaves(root()))
