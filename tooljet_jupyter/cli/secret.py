"""Secrets on their way in: typed unseen, from standard input, a file or the environment."""

import os
import sys
from pathlib import Path

import click

REFERENCES = ("{{secrets.", "{{constants.")
HOW = (
    "is a secret, and others can read the command line: write `-` to be asked or to pipe it in, `env:NAME`, "
    "`@FILE`, or `{{secrets.name}}`"
)


def ask(label: str) -> str:
    """Return a line of standard input; a person is asked and types it unseen."""
    if sys.stdin.isatty():
        return str(click.prompt(label, hide_input=True, err=True))
    return sys.stdin.readline().rstrip("\r\n")


def read(label: str, told: str) -> str:
    """Return the secret that an argument points to.

    Raises
    ------
    click.UsageError
        The argument is the secret itself.
    """
    if told == "-":
        return ask(label)
    if told.startswith("env:"):
        return variable(label, told.removeprefix("env:"))
    if told.startswith("@"):
        return Path(told[1:]).expanduser().read_text("utf-8")
    if told.replace(" ", "").startswith(REFERENCES):
        return told
    raise click.UsageError(f"{label} {HOW}")


def variable(label: str, name: str) -> str:
    """Return an environment variable."""
    if name not in os.environ:
        raise click.UsageError(f"{label}: the environment has no variable {name}")
    return os.environ[name]
