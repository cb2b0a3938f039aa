"""Rows become JSON: exact numbers, unique names, limits."""

import datetime
import json
import math
import uuid
from decimal import Decimal

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as some

from tooljet_jupyter.drivers.result import tabular, unique
from tooljet_jupyter.drivers.values import plain


def rows(*columns, max_rows=1000, max_bytes=10**6):
    return tabular([f"c{i}" for i in range(len(columns))], list(zip(*columns, strict=True)),
                   max_rows=max_rows, max_bytes=max_bytes)  # fmt: skip


@pytest.mark.parametrize(
    "value, expected",
    [
        (2**53, 2**53),
        (2**53 + 1, "9007199254740993"),
        (-(2**70), str(-(2**70))),
        (Decimal("1.10"), 1.1),
        (Decimal("3"), 3),
        (Decimal("1E+3"), 1000),
        (Decimal("0.1234567890123456"), "0.1234567890123456"),
        (Decimal("NaN"), None),
        (math.inf, None),
        (b"\xff\x00", "/wA="),
        (memoryview(b"a"), "YQ=="),
        ({"a": Decimal("1.5"), 2: [2**60]}, {"a": 1.5, "2": [str(2**60)]}),
        ((1, b"a"), [1, "YQ=="]),
    ],
)
def test_a_value_becomes_json_and_loses_nothing(value, expected):
    assert plain(value) == expected


@given(some.decimals(allow_nan=False, allow_infinity=False))
def test_a_decimal_is_exact_as_a_number_or_as_text(value):
    written = json.loads(msgspec.json.encode(plain(value)), parse_float=Decimal)
    assert Decimal(written) == value


@given(
    some.lists(some.one_of(some.none(), some.booleans(), some.integers(), some.floats(), some.text(), some.binary()))
)
def test_a_column_of_any_values_encodes_as_each_of_them_does(values):
    result = rows(values, max_bytes=10**9)
    assert [row["c0"] for row in result.data] == [plain(value) for value in values]
    assert msgspec.json.encode(result.data)


@pytest.mark.parametrize(
    "value, kind",
    [
        ("a", "string"),
        (1, "number"),
        (Decimal(1), "number"),
        (True, "boolean"),
        (datetime.datetime.now(datetime.UTC), "datetime"),
        (datetime.date(2024, 5, 1), "date"),
        (datetime.time(10), "time"),
        (b"a", "binary"),
        ([1], "json"),
        (uuid.uuid4(), "string"),
        (None, "unknown"),
    ],
)
def test_a_column_has_the_type_of_its_first_value(value, kind):
    assert rows([None, value]).columns[0].type == kind


def test_names_that_are_there_twice_get_a_number():
    assert unique(["a", "a", "a_1", "b", "a"]) == ["a", "a_2", "a_1", "b", "a_3"]


@pytest.mark.parametrize("count, kept, truncated", [(2, 2, False), (3, 3, False), (4, 3, True), (5000, 3, True)])
def test_rows_over_the_limit_are_left_out(count, kept, truncated):
    result = rows(range(count), max_rows=3)
    assert (len(result.data), result.truncated) == (kept, truncated)


def test_no_more_rows_are_read_than_needed():
    source = iter((number,) for number in range(10**6))
    tabular(["n"], source, max_rows=10, max_bytes=10**6)
    assert next(source) == (11,)


def test_bytes_over_the_limit_are_left_out():
    result = rows(["x" * 1000] * 5000, max_bytes=100_000)
    assert result.truncated
    assert 80_000 < len(msgspec.json.encode(result.data)) <= 100_000


def test_rows_without_columns_are_rows_all_the_same():
    assert tabular([], [(), ()], max_rows=10, max_bytes=100).data == [{}, {}]
