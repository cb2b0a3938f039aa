"""`make bench`: measures every work, or those that are named, and writes `.bench/latest.json`."""

import argparse
import json
import sys
from pathlib import Path

from rich.console import Console

from tests.bench.bench import Bench
from tests.bench.report import failure, listing, table
from tests.bench.work import Reading, Work
from tests.bench.works import works

LATEST = Path(__file__).parents[2] / ".bench" / "latest.json"
# Where the table goes into a file or a log.
WIDTH = 200


def main() -> int:
    """Measure, print, write; the program fails when a work could not be measured, not when one is slow."""
    parser = argparse.ArgumentParser(prog="tests.bench", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="name", help="the works to measure; all when left out")
    parser.add_argument("--list", action="store_true", help="name the works and their goals")
    given = parser.parse_args()
    known, console = works(), Console(width=None if sys.stdout.isatty() else WIDTH)
    if given.list:
        console.print(listing(list(known.values())))
        return 0
    unknown = [name for name in given.names if name not in known]
    if unknown:
        parser.error(f"there is no work called {unknown[0]}; --list names them")
    read, failed = measure([known[name] for name in given.names or known], console)
    console.print(table(read))
    write([work.row(reading) for work, reading in read])
    return 1 if failed else 0


def measure(chosen: list[Work], console: Console) -> tuple[list[tuple[Work, Reading]], int]:
    """Measure one work after the other; one that fails is told and does not stop the others."""
    read, failed = [], 0
    with Bench() as bench:
        for work in chosen:
            console.print(f"{work.name} …", style="dim")
            try:
                read.append((work, work.measure(bench)))
            except (RuntimeError, OSError) as error:
                failed += 1
                console.print(failure(work, error))
    return read, failed


def write(rows: list[dict[str, object]]) -> None:
    """Write the figures; those of works that were not measured this time stay as they were."""
    LATEST.parent.mkdir(exist_ok=True)
    old = json.loads(LATEST.read_text()) if LATEST.exists() else []
    fresh = {row["name"]: row for row in rows}
    known = works()
    kept = [row for row in old if row["name"] in known and row["name"] not in fresh]
    order = list(known)
    rows = sorted([*kept, *fresh.values()], key=lambda row: order.index(str(row["name"])))
    LATEST.write_text(json.dumps(rows, indent=2, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    sys.exit(main())
