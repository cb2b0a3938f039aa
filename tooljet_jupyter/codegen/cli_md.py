"""`docs/cli.md`: every command with its options, from the commands themselves."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from ..cli import root
from ..cli.reach import OPTIONS
from .component_docs import table
from .places import DOCS, notice

HEAD = """Where no server is named, a command talks to the one that runs on this machine; where none runs, it works
on the database itself, by the settings that Jupyter would start with. `--config` or `--data-dir` choose the database.

People get tables; `--json` answers programs with what the [REST API](rest-api.md) answers. The exit code is 0 when
all went well, 1 when something failed (said in one line on standard error; with `--json` as
`{"code", "message", "detail"}`), and 2 when the command was written wrongly.
"""


def files() -> dict[Path, str]:
    """Return the page."""
    parts = [f"<!-- {notice('`tooljet_jupyter/cli/`')} -->", "# Command line", HEAD.strip(), shared()]
    parts += [part for path, command in leaves(root()) for part in section(path, command) if part]
    return {DOCS / "cli.md": "\n\n".join(parts) + "\n"}


def leaves(group: click.Group, *path: str) -> Iterator[tuple[str, click.Command]]:
    """Yield every command that does something, with the words that lead to it."""
    for name, command in sorted(group.commands.items()):
        if isinstance(command, click.Group):
            yield from leaves(command, *path, name)
        else:
            yield " ".join([*path, name]), command


def shared() -> str:
    """Return the options that all commands have."""
    text = "## Options of every command\n\n`demo` has its own; all others take these."
    return f"{text}\n\n{options(common())}"


def section(path: str, command: click.Command) -> Iterator[str]:
    """Return the parts of one command."""
    context = click.Context(command, info_name=f"jupyter tooljet {path}")
    usage = " ".join([context.command_path, *command.collect_usage_pieces(context)])
    yield f"## {path}"
    yield f"```\n{usage}\n```"
    yield "\n\n".join(" ".join(part.split()) for part in (command.help or "").split("\n\n"))
    everywhere = {param.name for param in common()} if path != "demo" else set()
    if own := [param for param in command.params if param.name not in everywhere]:
        yield options(own)


def common() -> list[click.Parameter]:
    """Return the parameters behind the options that all commands have."""

    def empty() -> None:
        """Carry the options."""

    for option in OPTIONS:
        option(empty)
    return list(getattr(empty, "__click_params__", []))


def options(params: Iterable[click.Parameter]) -> str:
    """Return options as a table."""
    rows = [row(param) for param in params if isinstance(param, click.Option)]
    return table(["Option", "What it is"], rows) if rows else ""


def row(option: click.Option) -> list[str]:
    """Return one option."""
    context = click.Context(click.Command("none"))
    names, words = option.get_help_record(context) or ("", "")
    # A choice between many is in the words, not in the name.
    shown = names if len(names) < 60 else ", ".join(option.opts)
    return [f"`{shown}`", " ".join(words.split())]
