"""The yardstick: a bare tornado handler that checks a JWT, runs the statement in a thread and encodes the rows.

Started as a program with the address of the database and a port.
"""

import asyncio
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import orjson
from joserfc import jwt
from joserfc.jwk import OctKey
from psycopg.rows import dict_row
from psycopg_pool import ConnectionPool
from tornado.web import Application, HTTPError, RequestHandler

from tests.bench.data import MANY, ONE

THREADS = 16
KEY = OctKey.import_key(b"a key of the benchmark, long enough for HS256")
CLAIMS = {"sub": "ada"}


class Rows(RequestHandler):
    """Rows of one statement as JSON."""

    def initialize(self, *, pool: ConnectionPool[Any], threads: ThreadPoolExecutor, statement: str) -> None:
        self.pool, self.threads, self.statement = pool, threads, statement

    async def post(self) -> None:
        token = self.request.headers.get("Authorization", "").removeprefix("Bearer ")
        claims = jwt.decode(token, KEY, algorithms=["HS256"]).claims
        if claims["exp"] < time.time():
            raise HTTPError(401)
        values = orjson.loads(self.request.body)["values"]
        text = await asyncio.get_running_loop().run_in_executor(self.threads, self.rows, values)
        self.set_header("Content-Type", "application/json")
        self.finish(text)

    def rows(self, values: list[Any]) -> bytes:
        with self.pool.connection() as connection:
            return orjson.dumps(connection.execute(self.statement, values).fetchall())


def token() -> str:
    """Return a token that the handler believes for a day."""
    return jwt.encode({"alg": "HS256"}, {**CLAIMS, "exp": int(time.time()) + 86_400}, KEY)


async def serve(url: str, port: int) -> None:
    """Answer until the process is stopped."""
    given = {"autocommit": True, "row_factory": dict_row}
    with ConnectionPool(url, min_size=THREADS, max_size=THREADS, kwargs=given) as pool:
        shared = {"pool": pool, "threads": ThreadPoolExecutor(THREADS)}
        routes = [(path, Rows, {**shared, "statement": text % "%s"}) for path, text in PATHS.items()]
        Application(routes).listen(port, "127.0.0.1")
        await asyncio.Event().wait()


PATHS = {"/one": ONE, "/many": MANY}

if __name__ == "__main__":
    asyncio.run(serve(sys.argv[1], int(sys.argv[2])))
