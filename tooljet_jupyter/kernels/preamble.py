"""What a kernel runs before an app's code: names with dots, and the value of the last line as JSON."""

import ast
import base64
import datetime
import decimal
import json
import math
from typing import Any


class Names(dict[str, Any]):
    """An object of the app: `components.search.value` reads as in JavaScript; what is missing is None."""

    def __getattr__(self, name: str) -> Any:
        """Return a key as an attribute."""
        return self.get(name)


class LastValue(ast.NodeTransformer):
    """Keeps the value of the last line, where that is an expression, as `__tooljet_value__`."""

    def visit_Module(self, node: ast.Module) -> ast.Module:  # noqa: N802 (the name is ast's)
        """Turn the last expression into an assignment at the same place."""
        last = node.body[-1] if node.body else None
        if isinstance(last, ast.Expr):
            target = ast.Name("__tooljet_value__", ast.Store())
            node.body[-1] = ast.fix_missing_locations(ast.copy_location(ast.Assign([target], last.value), last))
        return node


def named(value: Any) -> Any:
    """Return a JSON value whose objects can be read with dots."""
    if isinstance(value, dict):
        return Names({key: named(item) for key, item in value.items()})
    if isinstance(value, list):
        return [named(item) for item in value]
    return value


def plain(value: Any) -> Any:
    """Return a Python value as JSON knows it; raise TypeError where it has none."""
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(item) for item in value]
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    if isinstance(value, decimal.Decimal):
        return str(value)
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    return foreign(value)


def foreign(value: Any) -> Any:
    """Return a value of pandas, polars or numpy as JSON knows it."""
    if hasattr(value, "to_json") and hasattr(value, "columns"):
        return json.loads(value.to_json(orient="records", date_format="iso", default_handler=str))
    if hasattr(value, "to_dicts"):
        return plain(value.to_dicts())
    if hasattr(value, "to_list") or hasattr(value, "tolist"):
        return plain(value.to_list() if hasattr(value, "to_list") else value.tolist())
    if hasattr(value, "isoformat"):
        return value.isoformat()
    raise TypeError(
        f"A query cannot return a {type(value).__name__}; return text, numbers, lists, dicts or a DataFrame"
    )


def answer(namespace: dict[str, Any]) -> str:
    """Return the value of the last line, or else the variable `result`, as JSON text."""
    value = namespace.get("__tooljet_value__")
    return json.dumps(plain(namespace.get("result") if value is None else value), ensure_ascii=False)
