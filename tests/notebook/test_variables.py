"""What variables of a notebook hold becomes a value that a database takes, or an error that names it."""

import datetime
import enum
import json
import uuid
from collections import namedtuple
from decimal import Decimal

import numpy
import pandas
import polars
import pytest

from tooljet_jupyter.errors import BadTemplate, Invalid
from tooljet_jupyter.notebook.magics.variables import values

UTC = datetime.UTC


class Status(enum.Enum):
    """How an order stands."""

    OPEN = "open"


@pytest.mark.parametrize(
    "value, bound",
    [
        (None, None),
        (True, True),
        (3, 3),
        (2**70, 2**70),
        (0.1, 0.1),
        (float("nan"), None),
        ("it's {{x}}", "it's {{x}}"),
        (Decimal("19.99"), 19.99),
        (Decimal("1.00000000000000000001"), "1.00000000000000000001"),
        (Decimal("1e400"), "1E+400"),
        (datetime.date(2026, 1, 2), "2026-01-02"),
        (datetime.datetime(2026, 1, 2, 3, 4), "2026-01-02 03:04:00"),
        (datetime.datetime(2026, 1, 2, tzinfo=UTC), "2026-01-02 00:00:00+00:00"),
        (datetime.time(3, 4), "03:04:00"),
        (uuid.UUID(int=1), "00000000-0000-0000-0000-000000000001"),
        (Status.OPEN, "open"),
        ((1, 2), [1, 2]),
        ({3}, [3]),
        (range(2), [0, 1]),
        ({"a": 1}.keys(), ["a"]),
        ({"a": Decimal("1.5")}, {"a": 1.5}),
        (numpy.int64(3), 3),
        (numpy.float32(0.5), 0.5),
        (numpy.bool_(True), True),
        (numpy.str_("a"), "a"),
        (numpy.datetime64("2026-01-02T03:04:05"), "2026-01-02 03:04:05"),
        (numpy.array([1, 2]), [1, 2]),
        (numpy.array(5), 5),
        (pandas.Timestamp("2026-01-02"), "2026-01-02 00:00:00"),
        (pandas.NaT, None),
        (pandas.NA, None),
        (pandas.Series([1, None]), [1.0, None]),
        (pandas.Index(["a", "b"]), ["a", "b"]),
        (polars.Series([1, 2]), [1, 2]),
    ],
    ids=lambda value: f"{type(value).__name__} {value!r}"[:40],
)
def test_a_value_is_bound_as_what_it_is(value, bound):
    found = values("SELECT {{x}}", {"x": value})
    assert found == {"x": bound}
    assert type(json.loads(json.dumps(found["x"]))) is type(bound)


Row = namedtuple("Row", ["id"])


@pytest.mark.parametrize(
    "expression, bound",
    [
        ("limits.low", 1),
        ('limits["low"]', 1),
        ("limits.more[1]", 3),
        ("frame.id", [1, 2]),
        ('frame["two words"]', ["a", "b"]),
        ("row.id", 7),
    ],
)
def test_a_path_leads_to_what_is_inside(expression, bound):
    frame = pandas.DataFrame({"id": [1, 2], "two words": ["a", "b"]})
    variables = {"limits": {"low": 1, "more": [2, 3]}, "frame": frame, "row": Row(7)}
    assert values(f"SELECT {{{{{expression}}}}}", variables) == {expression: bound}


def test_literals_and_what_the_server_knows_need_no_variable():
    assert values("SELECT {{10}}, {{secrets.KEY}}, {{constants.vat}}, {{identifier: by}}", {"by": "id"}) == {"by": "id"}


@pytest.mark.parametrize(
    "sql, said",
    [
        ("{{statuss}}", "There is no variable statuss in this notebook; did you mean status?"),
        ("{{b}} {{a}} {{zz}}", "There are no variables a, b and zz in this notebook"),
        ("{{len}}", "There is no variable len in this notebook"),
        ("{{function}}", r"\{\{function\}\} is a function, which cannot be bound"),
        ("{{module}}", "is a module, which cannot be bound"),
        ("{{frame}}", r"is a DataFrame, which cannot be bound. Name one of its columns, such as \{\{frame.id\}\}"),
        ("{{raw}}", "is a bytes, which cannot be bound"),
        ("{{long}}", "is a timedelta, which cannot be bound"),
        ("{{endless}}", r"\{\{endless\}\} is infinite"),
        ("{{mixed}}", r"\{\{mixed\[1\]\}\} is a function"),
        ("{{frame.nope}}", "there is no 'nope' in a DataFrame"),
        ("{{mixed[9]}}", "there is no 9 in a list"),
        ("{{frame.id.tolist()}}", "is more than a name.*value = frame.id.tolist"),
        ("{{mixed[-1]}}", "is more than a name"),
    ],
)
def test_what_cannot_be_bound_is_named_with_its_type(sql, said):
    variables = {"status": 1, "function": print, "module": json, "raw": b"x", "long": datetime.timedelta(1)}
    variables |= {"endless": float("inf"), "mixed": [1, print], "frame": pandas.DataFrame({"id": [1]})}
    with pytest.raises(Invalid, match=said):
        values(f"SELECT {sql}", variables)


def test_braces_that_do_not_close_are_found_before_anything_is_asked():
    with pytest.raises(BadTemplate, match="The {{ at position 7 is not closed"):
        values("SELECT {{ id", {})
