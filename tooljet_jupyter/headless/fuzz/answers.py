"""What the queries of an app may answer: rows as usual, none, with gaps, odd ones, very many, or a failure."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from .columns import Column
from .statements import Statement, statement
from .uses import Use, uses

Json = dict[str, Any]
Mood = str

# How an answer can turn out; the first is the usual one.
MOODS: tuple[Mood, ...] = ("usual", "empty", "gaps", "odd", "many", "zeros", "failing", "nothing", "huge")
ROWS = {"usual": 3, "gaps": 3, "odd": 2, "many": 25, "zeros": 2, "huge": 10_000, "empty": 0}
ODD_TEXT = 'It\'s "50%" (ü ☕) <b>&amp;</b> \\ {{x}} ' + "long" * 60
# How requests of the app's own code fail.
NETWORK = "The network could not be reached"
WRITING = ("create", "insert", "update", "delete", "upsert", "bulk")
SENDING = ("post", "put", "patch", "delete")


@dataclass(frozen=True)
class Answer:
    """What a query answers: data, or an error in the place of it."""

    data: Any = None
    error: str | None = None


@dataclass
class Answers:
    """What one query may answer."""

    name: str
    columns: list[Column]
    shape: str = "rows"
    most_rows: int | None = None
    single: bool = False
    fields: set[str] = field(default_factory=set)
    reads: set[str] = field(default_factory=set)
    writes: set[str] = field(default_factory=set)
    adds: bool = False
    # A script runs in the app itself; nothing outside answers for it.
    script: bool = False

    @property
    def writing(self) -> bool:
        """Whether it changes something."""
        return bool(self.writes)

    def moods(self) -> tuple[Mood, ...]:
        """Return how its answers can turn out."""
        if self.script:
            return ()
        if self.writing:
            return ("usual", "failing")
        left_out = {"huge"} if (self.most_rows or 10_000) < 1_000 or self.single else set()
        left_out |= {"many"} if self.single or self.most_rows == 1 else set()
        # SQL answers with rows, always.
        return tuple(mood for mood in MOODS if mood not in left_out | ({"nothing"} if self.shape == "sql" else set()))

    def answer(self, mood: Mood) -> Answer:
        """Return an answer that turned out in one of these ways; the same one each time."""
        if mood == "failing":
            return Answer(error=f"{self.name} could not be reached")
        if self.writing or mood == "nothing":
            return Answer(data=[] if self.writing else None)
        if self.single:
            return Answer(data=[row(self.columns, 0, "zeros" if mood == "empty" else mood, nulls=mood == "empty")])
        count = min(ROWS[mood], self.most_rows if self.most_rows is not None else ROWS[mood])
        rows = [row(self.columns, place, mood) for place in range(count)]
        if self.shape == "object":
            return Answer(data=dict(self.object(rows, mood)))
        return Answer(data=rows)

    def object(self, rows: list[Json], mood: Mood) -> Iterator[tuple[str, Any]]:
        """Yield the fields of an answer that is an object: lists by their plural names, values by the others."""
        for name in sorted(self.fields):
            plural = name.endswith("s") or name in ("data", "result", "list")
            yield name, rows if plural else row([Column(name, "text")], 0, mood)[name]


def row(columns: list[Column], place: int, mood: Mood, *, nulls: bool = False) -> Json:
    """Return one row."""
    missing = nulls or (mood == "gaps" and place % 2 == 0)
    return {column.name: None if missing and column.nullable else value(column, place, mood) for column in columns}


def value(column: Column, place: int, mood: Mood) -> Any:
    """Return what stands in a column of a row."""
    if column.kind == "key":
        return place + 1
    if column.kind == "number":
        return {"zeros": 0, "odd": -1 if place and column.nullable else 1e15}.get(mood, 7 + 3 * place)
    if column.kind == "date":
        return f"2026-{place // 28 % 12 + 1:02}-{place % 28 + 1:02}"
    if column.kind == "boolean":
        return mood != "zeros" and place % 2 == 0
    return {"zeros": "", "odd": ODD_TEXT}.get(mood, f"{column.name} {place + 1}")


def answers(definition: Json) -> dict[str, Answers]:
    """Return what each query of an app may answer."""
    used = uses(definition)
    return {query["name"]: answers_of(query, used[query["name"]]) for query in definition["queries"]}


def answers_of(query: Json, use: Use) -> Answers:
    """Return what one query may answer, by its statement where it has one, else by what the app reads of it."""
    name, options, kind = query["name"], query["options"], query["kind"]
    if kind == "runjs":
        return Answers(name, [], script=True)
    text = options.get("query") or options.get("sqlQuery")
    found = statement(text, kind) if isinstance(text, str) else None
    guessed = list(use.columns.values())
    if found:
        return by_statement(name, found, guessed)
    made = Answers(name, guessed or [Column("id", "key", False), Column("name", "text")], fields=use.fields)
    made.shape = "object" if use.fields and not use.rows else "rows"
    target = str(options.get("table") or options.get("table_id") or options.get("url") or name)
    operation, method = str(options.get("operation", "")), str(options.get("method", "get")).lower()
    if operation.startswith(WRITING) or (options.get("url") and method in SENDING):
        made.writes = {target}
        made.adds = "create" in operation or "insert" in operation or method == "post"
    else:
        made.reads = {target}
    return made


def by_statement(name: str, found: Statement, guessed: list[Column]) -> Answers:
    """Return what a query in SQL may answer."""
    known = {column.name for column in found.columns}
    more = [] if found.complete else [column for column in guessed if column.name not in known]
    columns = [*found.columns, *more] or [Column("id", "key", False), Column("name", "text")]
    return Answers(
        name,
        columns,
        shape="sql",
        most_rows=found.most_rows,
        single=found.single,
        reads=found.reads,
        writes=found.writes,
        adds=found.adds,
    )
