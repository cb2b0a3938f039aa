"""Expressions as values: what a property is bound to instead of a fixed value."""


class Expr(str):
    """A text that is a template, so that type checkers let it stand for any value."""

    __slots__ = ()


def expr(code: str) -> Expr:
    """Bind a property to an expression, given bare or with its braces.

    Examples
    --------
    >>> expr("queries.orders.data.length")
    '{{queries.orders.data.length}}'
    """
    return Expr(code if "{{" in code else "{{" + code + "}}")
