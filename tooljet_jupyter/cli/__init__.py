"""`jupyter tooljet …`: one file per group of commands, found by where it lies."""

import sys
from importlib import import_module
from pkgutil import iter_modules

import click

from .. import __version__
from ..errors import ToolJetError
from ..hooks import hook_manager


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="jupyter tooljet")
def commands() -> None:
    """ToolJet for Jupyter: apps, data sources and queries from the command line."""


def load() -> click.Group:
    """Return the group with every command: those of this folder, and those of installed packages."""
    for module in iter_modules(__path__):
        for command in vars(import_module(f"{__name__}.{module.name}")).values():
            if isinstance(command, click.Command) and command.name not in commands.commands:
                if not getattr(command, "inner", False):
                    commands.add_command(command)
    hook_manager().hook.register_commands(group=commands)
    return commands


def main() -> None:
    """Run a command; what is wrong is said in one line, without a traceback."""
    try:
        load()(prog_name="jupyter tooljet")
    except ToolJetError as error:
        click.echo(f"Error: {error.message}", err=True)
        sys.exit(1)
