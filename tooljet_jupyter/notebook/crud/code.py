"""The app's JavaScript as it lies in `js/`: words in capitals stand for what belongs to the table."""

from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "js"


@cache
def part(name: str) -> str:
    """Return a script without the line that says what it is for."""
    return (FOLDER / f"{name}.js").read_text("utf-8").partition("\n")[2].strip()


def filled(script: str, parts: dict[str, str]) -> str:
    """Return a script with its words in capitals replaced; what takes their place is not looked at again."""
    for name in parts:
        script = script.replace(name, f"\0{name}\0")
    for name, code in parts.items():
        script = script.replace(f"\0{name}\0", code)
    return script
