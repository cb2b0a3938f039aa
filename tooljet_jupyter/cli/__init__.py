"""`jupyter tooljet …`: one file per group of commands, found by where it lies."""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType
from typing import Any

import click

from .. import __version__
from ..hooks import hook_manager
from .failure import Failure

# What click raises to end a command in its own way.
ENDINGS = (click.ClickException, click.Abort, click.exceptions.Exit, BrokenPipeError)


class Commands(click.Group):
    """The root: whatever goes wrong below it is said in one line, without a traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command."""
        try:
            return super().invoke(ctx)
        except ENDINGS:
            raise
        except Exception as error:
            if ctx.params["debug"]:
                raise
            raise Failure(error, as_json=ctx.meta.get("json", False)) from error


def root() -> click.Group:
    """Return the group with the commands of this folder."""

    @click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
    @click.option("--debug", is_flag=True, help="Show where an error comes from.")
    @click.version_option(__version__, prog_name="jupyter tooljet")
    def commands(debug: bool) -> None:
        """ToolJet for Jupyter: apps, data sources and queries from the command line."""

    for module in iter_modules(__path__):
        for command in outermost(import_module(f"{__name__}.{module.name}")):
            commands.add_command(command)
    return commands


def load() -> click.Group:
    """Return the group with every command: those of this folder, and those of installed packages."""
    commands = root()
    hook_manager().hook.register_commands(group=commands)
    return commands


def outermost(module: ModuleType) -> Iterator[click.Command]:
    """Return the commands of a module that belong to no group of it."""
    found = [item for item in vars(module).values() if isinstance(item, click.Command)]
    inner = {id(item) for group in found if isinstance(group, click.Group) for item in group.commands.values()}
    return (item for item in found if id(item) not in inner)


def main() -> None:
    """Run a command."""
    load()(prog_name="jupyter tooljet")
