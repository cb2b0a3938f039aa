"""The dialects of the data sources that speak SQL."""

from ...errors import NotFound
from .dialect import STANDARD_TYPED, Dialect

BACKTICK = ("`", "`")
DOUBLE = ('"', '"')
BRACKET = ("[", "]")

POSTGRESQL_TYPED = STANDARD_TYPED | frozenset(
    {
        "timestamptz",
        "timetz",
        "interval",
        "json",
        "jsonb",
        "uuid",
        "inet",
        "cidr",
        "macaddr",
        "numeric",
        "money",
        "point",
        "box",
        "circle",
        "line",
        "lseg",
        "path",
        "polygon",
        "bytea",
        "xml",
        "int4range",
        "int8range",
        "numrange",
        "tsrange",
        "tstzrange",
        "daterange",
        "regclass",
    }
)

POSTGRESQL_UNTYPED = frozenset(
    {
        "concat",
        "concat_ws",
        "format",
        "json_build_array",
        "json_build_object",
        "jsonb_build_array",
        "jsonb_build_object",
        "num_nonnulls",
        "num_nulls",
        "pg_typeof",
        "quote_literal",
        "quote_nullable",
        "to_json",
        "to_jsonb",
    }
)

POSTGRESQL = Dialect(
    name="postgresql",
    sqlglot="postgres",
    style="format",
    most_parameters=65_535,
    escape_strings=True,
    dollar_quotes=True,
    nested_comments=True,
    arrays=True,
    nul_in_text=False,
    typed_literals=POSTGRESQL_TYPED,
    untyped_places=POSTGRESQL_UNTYPED,
    # A typeless subquery is text and compares with no number; an empty array takes the other side's type.
    empty_in="= ANY ('{}')",
    empty_not_in="<> ALL ('{}')",
)

SQLITE = Dialect(
    name="sqlite",
    sqlglot="sqlite",
    identifier_quotes=(DOUBLE, BACKTICK, BRACKET),
    rich_types=False,
    typed_literals=frozenset(),
)

MYSQL = Dialect(
    name="mysql",
    sqlglot="mysql",
    style="format",
    most_parameters=65_535,
    string_quotes="'\"",
    identifier_quotes=(BACKTICK,),
    backslash_escapes=True,
    hash_comments=True,
    spaced_comments=True,
    empty_in="IN (SELECT NULL FROM DUAL WHERE 1 = 0)",
    empty_not_in="NOT IN (SELECT NULL FROM DUAL WHERE 1 = 0)",
)

MSSQL = Dialect(
    name="mssql",
    sqlglot="tsql",
    style="format",
    most_parameters=2_000,
    identifier_quotes=(BRACKET, DOUBLE),
    nested_comments=True,
    typed_literals=frozenset(),
)

ORACLE = Dialect(
    name="oracle",
    sqlglot="oracle",
    style="numeric",
    oracle_quotes=True,
    booleans=False,
    empty_in="IN (SELECT NULL FROM DUAL WHERE 1 = 0)",
    empty_not_in="NOT IN (SELECT NULL FROM DUAL WHERE 1 = 0)",
)

DUCKDB = Dialect(
    name="duckdb",
    sqlglot="duckdb",
    escape_strings=True,
    dollar_quotes=True,
    nested_comments=True,
    arrays=True,
    typed_literals=STANDARD_TYPED | {"timestamptz", "interval", "uuid", "json"},
)

CLICKHOUSE = Dialect(
    name="clickhouse",
    sqlglot="clickhouse",
    style="pyformat",
    identifier_quotes=(BACKTICK, DOUBLE),
    backslash_escapes=True,
    dollar_quotes=True,
    hash_comments=True,
    arrays=True,
)

SNOWFLAKE = Dialect(
    name="snowflake",
    sqlglot="snowflake",
    style="format",
    backslash_escapes=True,
    dollar_quotes=True,
)

BIGQUERY = Dialect(
    name="bigquery",
    sqlglot="bigquery",
    string_quotes="'\"",
    identifier_quotes=(BACKTICK,),
    backslash_escapes=True,
    triple_quotes=True,
    hash_comments=True,
    arrays=True,
    empty_in="IN UNNEST([])",
    empty_not_in="NOT IN UNNEST([])",
)

DATABRICKS = Dialect(
    name="databricks",
    sqlglot="databricks",
    string_quotes="'\"",
    identifier_quotes=(BACKTICK,),
    backslash_escapes=True,
    nested_comments=True,
)

DIALECTS = {
    known.name: known
    for known in (
        POSTGRESQL, SQLITE, MYSQL, MSSQL, ORACLE, DUCKDB, CLICKHOUSE, SNOWFLAKE, BIGQUERY, DATABRICKS,
    )
}  # fmt: skip

ALIASES = {
    "mariadb": MYSQL,
    "cockroachdb": POSTGRESQL,
    "redshift": POSTGRESQL,
    "tooljetdb": POSTGRESQL,
    "tidb": MYSQL,
}


def dialect(name: str | Dialect) -> Dialect:
    """The dialect of that name; a dialect stands for itself."""
    if isinstance(name, Dialect):
        return name
    found = DIALECTS.get(name) or ALIASES.get(name)
    if found is None:
        raise NotFound(f"No SQL dialect is called {name}", name=name)
    return found
