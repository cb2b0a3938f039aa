"""Dates and times that Python has no value for: PostgreSQL knows `infinity`, and years before 1 and after 9999."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pyarrow
import pyarrow.compute as compute

from tooljet_jupyter.drivers.kinds import text

DAY = 86_400_000_000
# From Unix's first day to PostgreSQL's. ADBC adds it to numbers that have no room for it.
DAYS = 10_957
UNIX = date(1970, 1, 1)
FIRST, LAST = (date.min - UNIX).days, (date.max - UNIX).days
# The calendar repeats itself after so many days, which are 400 years.
CYCLE, CYCLE_YEARS = 146_097, 400


def fits(values: Any) -> bool:
    """Say whether all of them are dates of Python's."""
    unit = 1 if pyarrow.types.is_date32(values.type) else DAY
    ends = compute.min_max(raw(values)).as_py()
    return ends["min"] is None or (ends["min"] >= FIRST * unit and ends["max"] < (LAST + 1) * unit)


def raw(values: Any) -> Any:
    """Return the numbers behind dates and times."""
    return values.view(pyarrow.int32() if pyarrow.types.is_date32(values.type) else pyarrow.int64())


def moment_texts(values: Any) -> Any:
    """Return dates or times as text."""
    days = pyarrow.types.is_date32(values.type)
    zone = "" if days or values.type.tz is None else "+00"
    write = day if days else lambda number: instant(number, zone)
    found = [None if number is None else write(number) for number in raw(values).to_pylist()]
    return pyarrow.array(found, pyarrow.string())


def day(number: int) -> str:
    """Return a day counted from Unix's first."""
    number = unwrapped(number - DAYS, 32)
    if (found := endless(number, 32)) is not None:
        return found
    return calendar_day(number + DAYS)


def calendar_day(number: int) -> str:
    """Return a day of any year, as PostgreSQL writes it."""
    if FIRST <= number <= LAST:
        return (UNIX + timedelta(number)).isoformat()
    cycles, rest = divmod(number - FIRST, CYCLE)
    found = date.min + timedelta(rest)
    year = found.year + cycles * CYCLE_YEARS
    # There is no year 0: the one before 1 is 1 BC.
    return f"{year if year > 0 else 1 - year:04}-{found:%m-%d}{'' if year > 0 else ' BC'}"


def instant(number: int, zone: str) -> str:
    """Return a moment counted in microseconds from Unix's first."""
    number = unwrapped(number - DAYS * DAY, 64)
    if (found := endless(number, 64)) is not None:
        return found
    days, rest = divmod(number + DAYS * DAY, DAY)
    if FIRST <= days <= LAST:
        return str(text(datetime(1970, 1, 1, tzinfo=UTC if zone else None) + timedelta(days, microseconds=rest)))
    clock = (datetime.min + timedelta(microseconds=rest)).time().isoformat()
    clock = clock.rstrip("0") if rest % 1_000_000 else clock
    written = calendar_day(days)
    return f"{written.removesuffix(' BC')} {clock}{zone}{' BC' if written.endswith(' BC') else ''}"


def unwrapped(number: int, bits: int) -> int:
    """Return a number as it was before it ran over the end of its type."""
    half = 1 << (bits - 1)
    return (number + half) % (1 << bits) - half


def endless(number: int, bits: int) -> str | None:
    """Return the word for a number that stands for no day at all."""
    half = 1 << (bits - 1)
    return {half - 1: "infinity", -half: "-infinity"}.get(number)
