"""How a field's value travels: from a row into the field, and from the field to the database; as JavaScript."""

from .shape import Field
from .words import js

NUMBER = r"/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i"
WHOLE = r"/^[-+]?\d+$/"
UUID = r"/^[0-9a-f]{8}-?([0-9a-f]{4}-?){3}[0-9a-f]{12}$/i"
DAY = r"-?\d{4,6}-\d{2}-\d{2}"
HOURS = r"\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?"
ZONE = r"Z|[-+]\d{2}(:?\d{2})?"
MOMENT = rf"/^{DAY}([ T]{HOURS})?( ?({ZONE}))?( BC)?$|^-?infinity$/"
TIME = rf"/^{HOURS}({ZONE})?$/"
NO_JSON = "'This is no JSON: ' + e.message"
MOMENT_SHOWN = "YYYY-MM-DD HH:mm:ss"


def initial(field: Field, row: str, *, sqlite: bool) -> str:
    """Return what the field holds when the row is opened; `row` is an expression that may give nothing."""
    value = f"{row}?.[{js(field.column)}]"
    if field.kind in ("number", "reference"):
        return f"({value} ?? null)"
    if field.kind == "choice":
        return f"({value} === null || {value} === undefined ? null : String({value}))"
    if field.kind == "boolean":
        truth = f"[true, 1, 'true', 't', '1'].includes({value})"
        return f"({value} === null || {value} === undefined ? {'null' if field.nullable else 'false'} : {truth})"
    if field.kind == "json":
        return f"(v => typeof v === 'object' && v !== null ? JSON.stringify(v, null, 2) : v ?? '')({value})"
    if field.kind == "zoned" and not sqlite:
        shown = f"m.isValid() ? m.format('{MOMENT_SHOWN}') : v ?? ''"
        return f"((v, m) => {shown})({value}, moment({value} ?? '', moment.ISO_8601, true))"
    if field.kind == "moment" and not sqlite:
        return f"String({value} ?? '').replace('T', ' ')"
    if field.kind == "date":
        return f"({value} ?? '')"
    return f"String({value} ?? '')"


def sent(field: Field, component: str, *, sqlite: bool) -> str:
    """Return what of a field is sent to the database."""
    value = f"components.{component}.value"
    if field.kind in ("number", "choice", "reference", "boolean"):
        return f"{value} ?? null"
    if field.kind == "zoned" and not sqlite:
        local = f"moment({value}, ['{MOMENT_SHOWN}', 'YYYY-MM-DD HH:mm', 'YYYY-MM-DD'], true)"
        return f"(m => m.isValid() ? m.toISOString() : {value} || null)({local})"
    if field.kind in ("text", "long") and not field.nullable:
        return f"{value} ?? ''"
    return f"({value} ?? '') === '' ? null : {value}"


def rule(field: Field, component: str, first: str) -> str:
    """Return the rule of a field: true, or why the value is refused; the value it started with always passes."""
    value = f"components.{component}.value"
    refused = f"(variables.faults?.{component} && variables.faults.{component}.value === {value})"
    reason = f"(variables.faults.{component}.message)"
    own = check(field, value)
    passes = f"{value} === {first} || ({value} ?? '') === '' || {own}" if own else "true"
    return f"{{{{{refused} ? {reason} : ({passes})}}}}"


def check(field: Field, value: str) -> str:
    """Return an expression that is true for a value of the field's type, else a sentence."""
    if field.kind == "digits" and field.type.places == 0:
        return whole(field, value)
    if field.kind == "json":
        return f"(() => {{ try {{ JSON.parse({value}); return true; }} catch (e) {{ return {NO_JSON}; }} }})()"
    patterns = {
        "digits": (NUMBER, "This is not a number"),
        "uuid": (UUID, "This is no UUID, such as 123e4567-e89b-12d3-a456-426614174000"),
        "time": (TIME, "Write a time such as 14:30"),
        "moment": (MOMENT, "Write a date and a time, such as 2026-01-31 14:30"),
        "zoned": (MOMENT, "Write a date and a time, such as 2026-01-31 14:30"),
    }
    if field.kind not in patterns:
        return ""
    pattern, words = patterns[field.kind]
    return f"({pattern}.test({value}) || {js(words)})"


def whole(field: Field, value: str) -> str:
    """Return the check of a whole number that is kept as text."""
    most = str(field.type.most or 2**63 - 1)
    too_large = f"BigInt({value}) > {most}n || BigInt({value}) < -{most}n - 1n"
    return f"({WHOLE}.test({value}) ? ({too_large} ? 'This number is too large' : true) : 'This is not a whole number')"
