"""The engine's bundle: one classic script without React, small, and quickly ready."""

import re
import subprocess
import sys
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from uuid import UUID

import msgspec
import pytest

from tooljet_jupyter.drivers import values
from tooljet_jupyter.headless.isolate import Isolate, bundle
from tooljet_jupyter.headless.plain import plain


def test_it_is_one_classic_script():
    assert bundle().startswith("(function(){")
    assert not re.search(r"\bimport\s*[({'\"]|\bexport\s*[{*]", bundle().split("`use strict`")[0][:2000])


def test_there_is_no_react_in_it():
    for word in ("react.element", "react.transitional", "react-dom", "createRoot", "@mantine", "useState"):
        assert word not in bundle()


def test_it_is_ascii_so_that_v8_keeps_a_letter_in_a_byte():
    assert bundle().isascii()


def test_it_is_not_larger_than_it_must_be():
    assert len(bundle()) < 800_000


def test_it_leaves_one_name_that_app_code_cannot_change():
    isolate = Isolate()
    names = "Object.keys(globalThis).join() + typeof tooljetEngine + Object.isFrozen(tooljetEngine)"
    try:
        assert isolate._evaluate([names], 5) == "__timer_manager,setTimeout,clearTimeoutobjecttrue"
    finally:
        isolate.close()


def test_importing_the_package_does_not_load_v8():
    code = "import tooljet_jupyter.headless.app, sys; print('py_mini_racer' in sys.modules, 'pandas' in sys.modules)"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout == "False False\n"


def test_numbers_that_a_browser_would_round_become_text():
    assert plain({"a": 2**53 + 1, "b": (1, 2.5), "c": {3}}) == {"a": "9007199254740993", "b": [1, 2.5], "c": [3]}


@pytest.mark.parametrize("library", ["pandas", "polars", "pyarrow"])
def test_tables_of_every_library_are_rows(library):
    module = pytest.importorskip(library)
    make = module.table if library == "pyarrow" else module.DataFrame
    assert plain(make({"id": [1, 2], "name": ["a", None]})) == [{"id": 1, "name": "a"}, {"id": 2, "name": None}]


NUMBERS = [2**53, -(2**53) - 1, 1.5, float("inf"), Decimal("1.10"), Decimal("1e400"), Decimal("NaN"), Decimal(10) ** 20]
MOMENTS = [
    date(2026, 1, 2),
    datetime(2026, 1, 2, 3, 4, tzinfo=UTC),
    datetime(2026, 1, 2),
    time(1, 2),
    timedelta(hours=1),
]
OTHERS = [Decimal("0.12345678901234567"), b"raw", bytearray(b"x"), None, True, "text", UUID(int=7), {1: (2, {3})}]


@pytest.mark.parametrize("value", [*NUMBERS, *MOMENTS, *OTHERS], ids=repr)
def test_a_stub_says_what_a_driver_would(value):
    assert plain(value) == msgspec.to_builtins(values.plain(value))


def test_numbers_and_lists_of_numpy_are_plain():
    numpy = pytest.importorskip("numpy")
    assert plain([numpy.int64(3), numpy.float32(0.5), numpy.array([1, 2]), numpy.bool_(True)]) == [3, 0.5, [1, 2], True]
