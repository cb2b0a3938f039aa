"""PostgreSQL's types as those of a stream's columns, and which of them ADBC reads as they are."""

from typing import Any

import psycopg

from tooljet_jupyter.drivers.kinds import DECIMAL, MOST_DIGITS, decimal_kind

BOOL, BYTES, INT8, INT2, INT4, OID, FLOAT4, FLOAT8, NUMERIC = 16, 17, 20, 21, 23, 26, 700, 701, 1700
DATE, TIME, TIMESTAMP, TIMESTAMPTZ, UUID = 1082, 1083, 1114, 1184, 2950
TEXT = (18, 19, 25, 1042, 1043)
KINDS = {
    BOOL: "bool", BYTES: "binary", INT2: "int16", INT4: "int32", INT8: "int64", OID: "int64", FLOAT4: "float32",
    FLOAT8: "float64", DATE: "date", TIME: "time", TIMESTAMP: "timestamp", TIMESTAMPTZ: "timestamptz",
    114: "json", 3802: "json", UUID: "string", **dict.fromkeys(TEXT, "string"),
}  # fmt: skip
# ADBC gives large oids as negative numbers, 24:00 as 0:00, and lists of lists as one list.
READABLE = frozenset({*KINDS, NUMERIC}) - {OID, TIME}
MODIFIER = 4


def stream_kind(oid: int, modifier: int, connection: "psycopg.Connection[Any]") -> str:
    """Return the type of a column; of a number without a declared size its values decide."""
    if oid == NUMERIC:
        return numeric(modifier)
    if oid in KINDS:
        return KINDS[oid]
    registered = connection.adapters.types.get(oid)
    if registered is None or registered.array_oid != oid:
        return "string"
    element = numeric(-1) if registered.oid == NUMERIC else KINDS.get(registered.oid, "string")
    return f"list<{element}>"


def numeric(modifier: int) -> str:
    """Return the type of `numeric(p, s)`; a scale may be negative, or larger than the precision."""
    if modifier < MODIFIER:
        return DECIMAL
    precision = (modifier - MODIFIER) >> 16
    scale = (((modifier - MODIFIER) & 0x7FF) ^ 1024) - 1024
    return decimal_kind(precision, scale) if 0 <= scale <= precision <= MOST_DIGITS else DECIMAL
