"""A million rows of six columns: as a DataFrame by way of the product, and by the ways without it."""

import time
from collections.abc import Callable
from importlib import import_module
from typing import Any

import psycopg

from tests.bench.bench import Bench
from tests.bench.product import TOKEN

ROWS = 1_000_000
TABLE = f"""
CREATE TABLE IF NOT EXISTS million AS
SELECT id::bigint AS id, 'Customer ' || id % 997 AS customer, (id * 31 % 1000007 / 100.0)::numeric(12, 2) AS amount,
       timestamptz '2026-01-01' + id * interval '7 minutes' AS ordered_at, id % 2 = 0 AS urgent,
       (id * 31 % 10007)::double precision / 100 AS score
FROM generate_series(1, {ROWS}) AS id
"""
MILLION = "SELECT id, customer, amount, ordered_at, urgent, score FROM million"


def filled(bench: Bench) -> str:
    """Return the address of the database, the million rows in it."""
    with psycopg.connect(bench.database) as connection:
        connection.execute(TABLE)
    return bench.database


def source(bench: Bench) -> Any:
    """Return the data source as a notebook has it."""
    import tooljet_jupyter as tj

    return tj.connect(bench.product.url, TOKEN).source("speed")


def seconds(make: Callable[[], Any]) -> float:
    """Return how long it takes to make a frame of all rows."""
    begun = time.perf_counter()
    frame = make()
    took = time.perf_counter() - begun
    if len(frame) != ROWS:
        raise RuntimeError(f"{len(frame)} rows came instead of {ROWS}")
    return took


def by_adbc(database: str) -> Any:
    """Return the frame by the fastest way there is without the product."""
    dbapi: Any = import_module("adbc_driver_postgresql.dbapi")
    with dbapi.connect(database) as connection, connection.cursor() as cursor:
        cursor.execute(MILLION)
        return cursor.fetch_arrow_table().to_pandas()


def by_pandas(database: str) -> Any:
    """Return the frame by pandas' own way."""
    import pandas
    from sqlalchemy import create_engine

    engine = create_engine(database.replace("postgresql://", "postgresql+psycopg://"))
    try:
        return pandas.read_sql(MILLION, engine)
    finally:
        engine.dispose()
