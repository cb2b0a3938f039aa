"""How Python's values reach PostgreSQL, and which of PostgreSQL's types stay text."""

import json
from typing import Any

import psycopg
from psycopg.abc import AdaptContext
from psycopg.adapt import AdaptersMap, Dumper, Loader
from psycopg.types.array import ListDumper
from psycopg.types.datetime import DateLoader, TimeLoader, TimestampLoader, TimestamptzLoader, TimetzLoader
from psycopg.types.string import TextLoader

from tooljet_jupyter.drivers.values import Document

NUMBERS = {20, 21, 23, 26, 700, 701, 1700}
TYPES = {16: "boolean", 17: "binary", 114: "json", 3802: "json", 1082: "date", 1083: "time", 1266: "time",
         1114: "datetime", 1184: "datetime", **dict.fromkeys(NUMBERS, "number")}  # fmt: skip
INTERVAL = 1186
JSON = (114, 3802)
RECORD = 2249
LOADERS: dict[int, type[Loader]] = {
    1082: DateLoader,
    1083: TimeLoader,
    1266: TimetzLoader,
    1114: TimestampLoader,
    1184: TimestamptzLoader,
}


class JsonTextDumper(Dumper):
    """An object as JSON text of no type, so that json, jsonb and text columns all take it."""

    oid = 0

    def dump(self, obj: Any) -> bytes:
        """Return the text to send."""
        return json.dumps(obj, ensure_ascii=False, default=str).encode()


class ListOrJsonDumper(ListDumper):
    """A list as an array; a list with objects in it can only be JSON."""

    def get_key(self, obj: Any, format: Any) -> Any:
        """Return what tells psycopg which dumper to use again."""
        return (type(self), "json") if holds_objects(obj) else super().get_key(obj, format)

    def upgrade(self, obj: Any, format: Any) -> Any:
        """Return the dumper for this very list."""
        return JsonTextDumper(self.cls, None) if holds_objects(obj) else super().upgrade(obj, format)


def holds_objects(value: Any) -> bool:
    """Say whether there is an object somewhere in a list."""
    return any(isinstance(item, dict) or (isinstance(item, list) and holds_objects(item)) for item in value)


def register(connection: "psycopg.Connection[Any]") -> None:
    """Teach a connection objects and lists of JSON, and to give intervals as PostgreSQL writes them."""
    connection.adapters.register_dumper(dict, JsonTextDumper)
    connection.adapters.register_dumper(list, ListOrJsonDumper)
    connection.adapters.register_loader(INTERVAL, TextLoader)


class Documents:
    """Where a stream reads JSON and records: as the text they are."""

    def __init__(self, connection: "psycopg.Connection[Any]") -> None:
        self.connection = connection
        self.adapters = AdaptersMap(connection.adapters)
        for oid in JSON:
            self.adapters.register_loader(oid, DocumentLoader)
        self.adapters.register_loader(RECORD, TextLoader)


class DocumentLoader(Loader):
    """JSON unread."""

    def load(self, data: Any) -> Document:
        """Return the text."""
        return Document(bytes(data).decode())


class Dates:
    """Where to read dates that Python has no value for: `infinity`, years past 9999 and `24:00` come as text."""

    def __init__(self, context: AdaptContext) -> None:
        self.connection = context.connection
        self.adapters = AdaptersMap(context.adapters)
        for oid, loader in LOADERS.items():
            self.adapters.register_loader(oid, or_text(loader))


def or_text(loader: type[Loader]) -> type[Loader]:
    """Return a loader that gives the text where the other one has no value."""

    class OrText(loader):  # type: ignore[misc,valid-type]
        def load(self, data: Any) -> Any:
            """Return the value, or its text."""
            try:
                return super().load(data)
            except psycopg.DataError:
                return bytes(data).decode()

    return OrText


def kind(oid: int, connection: "psycopg.Connection[Any]") -> str:
    """Return the type of a column."""
    known = TYPES.get(oid)
    if known:
        return known
    registered = connection.adapters.types.get(oid)
    return "json" if registered and registered.array_oid == oid else "string"
