"""Columns as ADBC reads them made columns of a stream: exact numbers, and text for what Arrow has no value for."""

from typing import Any

import pyarrow

from tooljet_jupyter.drivers.arrow import cast, numbers
from tooljet_jupyter.drivers.kinds import DECIMAL, MOMENTS, Kind

from .describe import Source
from .moments import fits, moment_texts


class Column:
    """One column of a query; its type may become wider while its values are read."""

    def __init__(self, source: Source) -> None:
        self._kind = Kind(source.kind)
        self._numeric = source.kind.startswith(DECIMAL)

    @property
    def kind(self) -> str:
        """The type after the values so far."""
        return self._kind.name

    def take(self, values: Any) -> Any:
        """Return some values as an array of the column's type, which they may widen."""
        stored = values.storage if isinstance(values, pyarrow.ExtensionArray) else values
        if self._numeric:
            return numbers(stored, self._kind)
        if pyarrow.types.is_temporal(stored.type):
            if self.kind in MOMENTS and not fits(stored):
                self._kind.name = "string"
            return stored if self.kind in MOMENTS else moment_texts(stored)
        if pyarrow.types.is_fixed_size_binary(stored.type):
            return pyarrow.array([None if value is None else dashed(value.hex()) for value in stored.to_pylist()])
        return cast(stored, self.kind)


def dashed(digits: str) -> str:
    """Return the digits of a UUID as it is written."""
    return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"
