"""The rows that are asked for, and the app that asks for them."""

from typing import Any

ROWS = 10_000
TABLE = f"""
CREATE TABLE orders AS
SELECT id, 'Customer ' || id % 997 AS customer, (ARRAY['open', 'paid', 'sent'])[id % 3 + 1] AS status,
       (id * 31 % 10007)::double precision / 100 AS total, id % 2 = 0 AS urgent,
       timestamp '2026-01-01' + id * interval '7 minutes' AS ordered_at
FROM generate_series(1, {ROWS}) AS id;
ALTER TABLE orders ADD PRIMARY KEY (id);
ANALYZE orders;
"""
# `%s` is where the value goes: the product's braces, or the mark of the bare handler.
ONE = "SELECT id, customer, status, total, urgent FROM orders WHERE id = %s"
MANY = "SELECT id, customer, status, total, urgent, ordered_at FROM orders WHERE id >= %s ORDER BY id"


def query(name: str, statement: str, source: str) -> dict[str, Any]:
    """Return a query of the app."""
    options = {"mode": "sql", "query": statement % "{{components.number.value}}"}
    return {"id": name, "name": name, "kind": "postgresql", "source": source, "options": options}


def app(source: str) -> dict[str, Any]:
    """Return the definition of an app with both queries."""
    number = {"id": "number", "name": "number", "type": "NumberInput", "props": {"value": "{{1}}"}}
    page = {"id": "home", "name": "Home", "handle": "home", "components": [number]}
    queries = [query("one", ONE, source), query("many", MANY, source)]
    return {"homePage": "home", "pages": [page], "queries": queries}
