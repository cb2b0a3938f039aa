"""What each binding of a SQL template becomes, and which are refused."""

import timeit
from typing import Any

import pytest

from tooljet_jupyter.errors import BadTemplate, Invalid, NotFound, UnsafeTemplate
from tooljet_jupyter.templates.sql import bind, prepare

VALUES: dict[str, Any] = {
    "a": "A",
    "b": "B",
    "n": 5,
    "xs": [1, 2],
    "none": None,
    "empty": [],
    "o": {"k": [1]},
    "sort": "id",
    "sorts": ["id", "public.orders"],
    "down": "desc",
    "mixed": [1, "a"],
    "nested": [[1], [2]],
    "JSON.stringify({a: '}}'})": '{"a":"}}"}',
}
KNOWN = {"id", "orders", "public.orders", 'odd"name'}

POSTGRESQL = [
    ("SELECT 100 % 3, 'a%'", "SELECT 100 % 3, 'a%'", None),
    ("SELECT {{a}}, 100 % 3, 'a%'", "SELECT %s, 100 %% 3, 'a%%'", ["A"]),
    ("SELECT '{{a}}'", "SELECT %s", ["A"]),
    ("SELECT '%{{a}}%{{n}}''s'", "SELECT %s", ["%A%5's"]),
    ("SELECT '{{none}}', {{none}}", "SELECT %s, %s", ["", None]),
    ("SELECT {{a}}::int, c::text", "SELECT %s::int, c::text", ["A"]),
    ("SELECT * FROM t WHERE c ? 'k' AND a = {{a}}", "SELECT * FROM t WHERE c ? 'k' AND a = %s", ["A"]),
    ("SELECT 1 WHERE x IN ({{xs}})", "SELECT 1 WHERE x IN (%s, %s)", [1, 2]),
    ("SELECT 1 WHERE x in {{xs}}", "SELECT 1 WHERE x IN (%s, %s)", [1, 2]),
    ("SELECT 1 WHERE x IN ({{n}})", "SELECT 1 WHERE x IN (%s)", [5]),
    ("SELECT 1 WHERE x NOT IN (1, {{xs}}, '{{a}}')", "SELECT 1 WHERE x NOT IN (1, %s, %s, %s)", [1, 2, "A"]),
    ("SELECT 1 WHERE x IN ({{empty}}, '%')", "SELECT 1 WHERE x IN ('%')", None),
    ("SELECT 1 % 2 WHERE x IN ({{empty}})", "SELECT 1 % 2 WHERE x = ANY ('{}')", None),
    ("SELECT 1 WHERE x NOT IN ({{empty}})", "SELECT 1 WHERE x <> ALL ('{}')", None),
    ("SELECT 1 WHERE x = ANY({{xs}})", "SELECT 1 WHERE x = ANY(%s)", [[1, 2]]),
    ("SELECT {{o}}, {{mixed}}, {{nested}}", "SELECT %s, %s, %s", ['{"k":[1]}', '[1,"a"]', "[[1],[2]]"]),
    ("SELECT {{xs}}::jsonb, CAST({{xs}} AS json)", "SELECT %s::jsonb, CAST(%s AS json)", ["[1,2]", "[1,2]"]),
    ("SELECT now() - INTERVAL '{{n}} days'", "SELECT now() - CAST(%s AS INTERVAL)", ["5 days"]),
    ("SELECT DATE {{a}}, jsonb '{\"a\": {{n}}}'", "SELECT CAST(%s AS DATE), CAST(%s AS jsonb)",
     ["A", '{"a": 5}']),
    ("SELECT 1 /* {{a}} /* {{b}} */ */ -- {{a}}\n, {{n}}", "SELECT 1 /*  /*  */ */ -- \n, %s", [5]),
    ("SELECT $$it's {{a}}$$, $t$ $$ {{b}}$t$", "SELECT %s, %s", ["it's A", " $$ B"]),
    ("SELECT E'\\x41\\n\\'{{a}}\\u00e9'", "SELECT %s", ["A\n'Aé"]),
    ("SELECT E'don\\'t', {{a}}", "SELECT E'don\\'t', %s", ["A"]),
    ("SELECT x[{{n}}], y[1:{{n}}] FROM t", "SELECT x[%s], y[1:%s] FROM t", [5, 5]),
    ("SELECT * FROM t LIMIT {{n}} OFFSET {{n}}", "SELECT * FROM t LIMIT %s OFFSET %s", [5, 5]),
    ("CALL work({{a}}, {{n}})", "CALL work(%s, %s)", ["A", 5]),
    ("EXPLAIN (ANALYZE) SELECT {{a}}", "EXPLAIN (ANALYZE) SELECT %s", ["A"]),
    ("EXPLAIN SELECT {{a}}", "EXPLAIN SELECT %s", ["A"]),
    ("SELECT {{JSON.stringify({a: '}}'})}}", "SELECT %s", ['{"a":"}}"}']),
    ("SELECT * FROM t ORDER BY {{identifier: sort}} {{direction: down}}",
     'SELECT * FROM t ORDER BY "id" DESC', None),
    ("SELECT {{identifier:sorts}} FROM t", 'SELECT "id", "public"."orders" FROM t', None),
    ("SELECT * FROM x.{{identifier: sort}} WHERE {{identifier: sort}}.a = {{n}}",
     'SELECT * FROM x."id" WHERE "id".a = %s', [5]),
    ("SELECT * FROM t ORDER BY 1 {{direction: none}}", "SELECT * FROM t ORDER BY 1 ", None),
    ("SELECT 1; UPDATE t SET a = {{a}}", "SELECT 1; UPDATE t SET a = %s", ["A"]),
]  # fmt: skip

OTHERS = [
    ("sqlite", "SELECT {{xs}}, {{o}}, 5 % 2", "SELECT ?, ?, 5 % 2", ["[1,2]", '{"k":[1]}']),
    ("sqlite", "SELECT 1 WHERE x IN ({{empty}})", "SELECT 1 WHERE x IN (SELECT NULL WHERE 1 = 0)", None),
    ("sqlite", "SELECT [a], `b` FROM t WHERE c IS {{none}}", "SELECT [a], `b` FROM t WHERE c IS ?", [None]),
    ("mysql", "SELECT \"it's {{a}}\", 'it\\'s {{b}}\\%' # {{n}}", "SELECT %s, %s # ",
     ["it's A", "it's B\\%"]),
    ("mysql", "SELECT NOW() - INTERVAL {{n}} DAY, 1--{{n}}", "SELECT NOW() - INTERVAL %s DAY, 1--%s", [5, 5]),
    ("mysql", "SELECT `a``b` FROM t WHERE x = {{a}}", "SELECT `a``b` FROM t WHERE x = %s", ["A"]),
    ("mariadb", "SELECT {{a}}", "SELECT %s", ["A"]),
    ("mssql", "SELECT TOP ({{n}}) [a]]b] FROM t WHERE c = N'{{a}}'",
     "SELECT TOP (%s) [a]]b] FROM t WHERE c = %s",
     [5, "A"]),
    ("mssql", "EXEC p @a = {{a}}, @b = {{n}}", "EXEC p @a = %s, @b = %s", ["A", 5]),
    ("oracle", "SELECT q'[it's]', {{a}} FROM dual WHERE x IN ({{xs}})",
     "SELECT q'[it's]', :1 FROM dual WHERE x IN (:2, :3)", ["A", 1, 2]),
    ("duckdb", "SELECT * FROM t WHERE x = {{xs}}", "SELECT * FROM t WHERE x = ?", [[1, 2]]),
    ("clickhouse", "SELECT {{a}}, 5 % 2 FROM t WHERE x IN {{xs}}",
     "SELECT %(p1)s, 5 %% 2 FROM t WHERE x IN (%(p2)s, %(p3)s)", {"p1": "A", "p2": 1, "p3": 2}),
    ("snowflake", "SELECT a:b, $$ {{a}} $$ FROM t", "SELECT a:b, %s FROM t", [" A "]),
    ("bigquery", "SELECT '''it's \"{{a}}\"''', `p.d.t`.x FROM `p.d.t`", "SELECT ?, `p.d.t`.x FROM `p.d.t`",
     ['it\'s "A"']),
]  # fmt: skip


@pytest.mark.parametrize("template, sql, params", POSTGRESQL)
def test_values_become_parameters_of_postgresql(template: str, sql: str, params: Any) -> None:
    bound = bind(template, VALUES, "postgresql", identifiers=KNOWN)
    assert (bound.sql, bound.params) == (sql, params)


@pytest.mark.parametrize("dialect, template, sql, params", OTHERS)
def test_values_become_parameters_of_other_databases(dialect: str, template: str, sql: str, params: Any) -> None:
    bound = bind(template, VALUES, dialect, identifiers=KNOWN)
    assert (bound.sql, bound.params) == (sql, params)


@pytest.mark.parametrize(
    "template, says",
    [
        ("SELECT * FROM t ORDER BY {{a}}", "ORDER BY takes a name, not a value. Mark it as an identifier"),
        ("SELECT * FROM t ORDER BY b, ({{a}}) DESC", "ORDER BY takes a name"),
        ("SELECT 1 FROM t GROUP BY {{a}}", "GROUP BY takes a name"),
        ("SELECT max(a) OVER (PARTITION BY {{a}}) FROM t", "PARTITION BY takes a name"),
        ("SELECT * FROM {{a}}", "a table's name stands here"),
        ("SELECT * FROM t JOIN {{a}} ON true", "a table's name stands here"),
        ("SELECT * FROM tbl_{{a}}", "tbl_ and a binding together make a name"),
        ("SELECT * FROM x.{{a}}", "together make a name"),
        ("SELECT {{a}}{{b}}", "together make a name"),
        ("SELECT {{a}}.b FROM t", "together make a name"),
        ('SELECT "{{a}}" FROM t', "without the quotes: {{identifier: a}}"),
        ("SELECT x AS {{a}}", "a name or keyword stands here"),
        ("SELECT x {{a}} FROM t", "a name or keyword stands here"),
        ("SELECT {{a}}::{{b}}", "a name or keyword stands here"),
        ("SELECT CAST(a AS {{b}})", "a name or keyword stands here"),
        ("SELECT a COLLATE {{b}}", "COLLATE takes a name"),
        ("SELECT EXTRACT({{a}} FROM now())", "EXTRACT takes a name"),
        ("UPDATE t SET {{a}} = 1", "the left side of SET takes a name"),
        ("UPDATE {{a}} SET a = 1", "a table's name stands here"),
        ("INSERT INTO {{a}} VALUES (1)", "stands here"),
        ("INSERT INTO t ({{a}}) VALUES (1)", "a list of columns takes a name"),
        ("INSERT INTO t (a) VALUES (1) ON CONFLICT ({{a}}) DO NOTHING", "ON CONFLICT takes a name"),
        ("SELECT now() - INTERVAL {{n}} DAY", "Write {{n}} * INTERVAL '1 day'"),
        ("CREATE TABLE t (a text DEFAULT {{a}})", "takes no values"),
        ("CREATE TABLE {{a}} (a int)", "takes no values"),
        ("SET search_path = {{a}}", "takes no values"),
        ("SHOW {{a}}", "takes no values"),
        ("DO $$ BEGIN RAISE '{{a}}'; END $$", "takes no values"),
        ("{{a}}", "cannot be a whole statement"),
        ("SELECT 1; {{a}}", "cannot be a whole statement"),
        ("SELECT 1\n  ORDER BY {{a}}", "Line 2: ORDER BY"),
        ("SELECT '{{identifier: a}}'", "a name cannot stand inside a quoted text"),
        ("SELECT B'{{a}}'", "a text that begins with B' takes no binding"),
        ("SELECT U&'{{a}}'", "a text that begins with U&' takes no binding"),
    ],
)  # fmt: skip
def test_a_binding_where_sql_takes_no_value_is_refused(template: str, says: str) -> None:
    with pytest.raises(UnsafeTemplate) as caught:
        prepare(template, "postgresql")
    assert says in caught.value.message
    assert {"expression", "position", "line"} == set(caught.value.detail)


@pytest.mark.parametrize(
    "dialect, template",
    [
        ("sqlite", "PRAGMA user_version = {{n}}"),
        ("sqlite", "SELECT [{{a}}]"),
        ("sqlite", "SELECT x '{{a}}' FROM t"),
        ("mysql", "SELECT 1 /*! {{a}} */"),
        ("mysql", "SELECT `{{a}}`"),
        ("oracle", "SELECT q'[{{a}}]' FROM dual"),
        ("bigquery", "SELECT r'{{a}}'"),
        ("mssql", "EXEC {{a}}"),
        ("duckdb", "SELECT * FROM '{{a}}'"),
    ],
)
def test_other_databases_refuse_the_same_way(dialect: str, template: str) -> None:
    with pytest.raises(UnsafeTemplate):
        prepare(template, dialect)


@pytest.mark.parametrize(
    "dialect, template",
    [
        ("sqlite", "SELECT ?, {{a}}"),
        ("postgresql", "SELECT 'open, {{a}}"),
        ("postgresql", "SELECT /* open {{a}}"),
        ("postgresql", 'SELECT "open {{a}}'),
        ("postgresql", "SELECT {{a"),
        ("postgresql", "SELECT \0 {{a}}"),
    ],
)
def test_a_template_that_does_not_close_is_refused(dialect: str, template: str) -> None:
    with pytest.raises(BadTemplate):
        prepare(template, dialect)


@pytest.mark.parametrize(
    "template, value",
    [
        ("SELECT {{identifier: x}}", "unknown"),
        ("SELECT {{identifier: x}}", 'id" FROM canary --'),
        ("SELECT {{identifier: x}}", None),
        ("SELECT {{identifier: x}}", []),
        ("SELECT {{identifier: x}}", ["id", "unknown"]),
        ("SELECT 1 ORDER BY 1 {{direction: x}}", "desc; DROP TABLE t"),
        ("SELECT 1 ORDER BY 1 {{direction: x}}", 1),
    ],
)
def test_a_name_or_direction_that_is_not_known_is_refused(template: str, value: Any) -> None:
    with pytest.raises(Invalid):
        bind(template, {"x": value}, "postgresql", identifiers=KNOWN)


def test_names_can_be_known_by_a_function() -> None:
    bound = bind("SELECT {{identifier: x}}", {"x": "abc"}, "mysql", identifiers=lambda name: name.startswith("a"))
    assert bound.sql == "SELECT `abc`"


def test_a_name_is_quoted() -> None:
    assert bind("SELECT {{identifier: x}}", {"x": 'odd"name'}, "sqlite", identifiers=KNOWN).sql == 'SELECT "odd""name"'


def test_without_known_names_no_name_is_taken() -> None:
    with pytest.raises(Invalid):
        bind("SELECT {{identifier: x}}", {"x": "id"}, "sqlite")


def test_more_values_than_the_database_takes_are_refused() -> None:
    with pytest.raises(Invalid) as caught:
        bind("SELECT 1 WHERE x IN ({{xs}})", {"xs": [1] * 2_001}, "mssql")
    assert caught.value.detail == {"most": 2_000}


def test_an_unknown_dialect_is_named() -> None:
    with pytest.raises(NotFound):
        prepare("SELECT 1", "klingon")


def test_binding_a_prepared_statement_takes_microseconds() -> None:
    prepared = prepare("SELECT * FROM t WHERE a = {{a}}", "postgresql")
    seconds = min(timeit.repeat(lambda: prepared.bind(VALUES).arguments, number=1_000, repeat=5)) / 1_000
    assert seconds < 20e-6
