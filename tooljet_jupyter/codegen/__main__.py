"""`python -m tooljet_jupyter.codegen` writes the generated files; `--check` only says which are stale."""

import sys
from pathlib import Path

from . import HINT, stale, write
from .places import ROOT


def shown(path: Path) -> str:
    """A path as it is in the repository."""
    return str(path.relative_to(ROOT))


def main(arguments: list[str]) -> int:
    """Write or check, and answer with the exit code."""
    check = "--check" in arguments
    changed = stale() if check else write()
    for path in changed:
        print(f"{shown(path)}: {HINT}" if check else shown(path))
    return 1 if check and changed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
