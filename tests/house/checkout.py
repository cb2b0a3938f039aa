"""What the rules of the house look at: the files of this checkout that are, or will be, in the repository."""

import subprocess
import tomllib
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
CODE = {".py", ".ts", ".tsx", ".js", ".mjs"}


@cache
def files() -> list[Path]:
    """Return every file that git knows or does not ignore."""
    asked = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    names = subprocess.run(asked, cwd=ROOT, check=True, capture_output=True, text=True).stdout.split("\0")
    return [ROOT / name for name in sorted(set(names)) if name and (ROOT / name).is_file()]


def code() -> list[Path]:
    """Return the sources in Python, TypeScript and JavaScript that people write."""
    return [path for path in files() if path.suffix in CODE and not generated(path)]


def generated(path: Path) -> bool:
    """Say whether line one says that the file is generated."""
    with path.open(encoding="utf-8") as lines:
        return "generated" in next(lines, "").lower()


def pages() -> list[Path]:
    """Return every page of documentation."""
    return [path for path in files() if path.suffix == ".md"]


def name_of(path: Path) -> str:
    """Return the path as a person would write it; also the id of a test case."""
    return path.relative_to(ROOT).as_posix() if isinstance(path, Path) else str(path)


def version() -> str:
    """Return the version that `pyproject.toml` gives this checkout."""
    return str(tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"])
