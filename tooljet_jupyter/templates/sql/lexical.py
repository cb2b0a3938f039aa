"""Where a value may stand, by the tokens before it alone: for statements the parser does not know."""

from .lexer import Token
from .positions import A_NAME, WHOLE

OPERATORS = frozenset(["=", "<>", "!=", "<", ">", "<=", ">=", "<=>", ":=", "~", "+", "-", "*", "/", "%", "||"])
BEFORE_A_VALUE = frozenset(
    {
        "AND",
        "BETWEEN",
        "ELSE",
        "ILIKE",
        "IN",
        "LIKE",
        "LIMIT",
        "OFFSET",
        "OR",
        "REGEXP",
        "RLIKE",
        "THEN",
        "WHEN",
        "WHERE",
        "NOT",
        "RETURN",
    }
)
NO_VALUES = frozenset(
    {
        "ALTER",
        "ANALYZE",
        "ATTACH",
        "BEGIN",
        "CLUSTER",
        "COMMENT",
        "COMMIT",
        "COPY",
        "CREATE",
        "DETACH",
        "DO",
        "DROP",
        "GRANT",
        "KILL",
        "LISTEN",
        "LOCK",
        "NOTIFY",
        "PRAGMA",
        "REFRESH",
        "REINDEX",
        "RENAME",
        "RESET",
        "REVOKE",
        "ROLLBACK",
        "SET",
        "SHOW",
        "TRUNCATE",
        "USE",
        "VACUUM",
    }
)


def refusals(tokens: list[Token], slots: dict[int, int]) -> dict[int, str]:
    """The bindings that stand where no value may; `slots` numbers them by the index of their token."""
    found: dict[int, str] = {}
    statement, before, depth = "", Token("space", "", 0), 0
    for index, token in enumerate(tokens):
        if token.kind in ("space", "comment"):
            continue
        if index in slots and not takes_value(statement, before, depth):
            found[slots[index]] = statement if statement in NO_VALUES else A_NAME if statement else WHOLE
        depth += {"(": 1, ")": -1}.get(token.text, 0)
        if token.text == ";":
            statement, before = "", Token("space", "", 0)
            continue
        statement, before = statement or token.word, token
    return found


def takes_value(statement: str, before: Token, depth: int) -> bool:
    if not statement or statement in NO_VALUES:
        return False
    if before.kind == "word":
        return before.word in BEFORE_A_VALUE
    return before.text in OPERATORS or before.text in ("(", ",") and depth > 0
