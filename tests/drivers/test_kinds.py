"""The type of a column of which nobody says what it is: the narrowest that holds every value so far."""

from datetime import UTC, date, datetime, time
from decimal import Decimal

import pytest

from tooljet_jupyter.drivers.kinds import Kind


@pytest.mark.parametrize(
    "chunks, kind",
    [
        ([[None]], "null"),
        ([[1, None]], "int64"),
        ([[True, False]], "bool"),
        ([[1], [2.5]], "float64"),
        ([[2.5], [1]], "float64"),
        ([[2**53 + 1], [2.5]], "string"),
        ([[2.5], [2**53 + 1]], "string"),
        ([[2**63]], "decimal(38,0)"),
        ([[1], [2**63]], "decimal(38,0)"),
        ([[Decimal("1.5")], [Decimal("0.0001")]], "decimal(38,4)"),
        ([[Decimal(10**36)], [Decimal("0.001")]], "decimal(76,3)"),
        ([[Decimal("1.5")], [10**37]], "decimal(76,1)"),
        ([[Decimal(10**60)], [Decimal(1).scaleb(-30)]], "string"),
        ([[Decimal("NaN")]], "string"),
        ([[1], ["x"]], "string"),
        ([["x"], [b"x"]], "binary"),
        ([[1], [{"a": 1}]], "json"),
        ([[date(2026, 1, 1)], ["infinity"]], "string"),
        ([[datetime(2026, 1, 1)]], "timestamp"),
        ([[datetime(2026, 1, 1, tzinfo=UTC)]], "timestamptz"),
        ([[datetime(2026, 1, 1), datetime(2026, 1, 1, tzinfo=UTC)]], "string"),
        ([[time(12)]], "time"),
        ([[time(12, tzinfo=UTC)]], "string"),
        ([[None], [1], [None]], "int64"),
    ],
)
def test_a_column_without_a_declared_type(chunks, kind):
    column = Kind()
    assert [column.take(values) for values in chunks][-1] == kind


def test_what_was_declared_stays():
    column = Kind("int32")
    assert [column.take([None]), column.take([1])] == ["int32", "int32"]
    assert Kind("date").take([]) == "date"


def test_lists_of_lists_are_json_from_then_on():
    column = Kind("list<int32>")
    assert [column.take([[1, None], None]), column.take([[[1], [2]]]), column.take([[1]])] == [
        "list<int32>",
        "json",
        "json",
    ]
