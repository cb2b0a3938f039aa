"""SQL templates: every value becomes a parameter of the driver, whatever it holds.

What a binding becomes:

* `{{x}}` where an expression stands: one parameter. `= {{x}}` with no value is `= NULL`, which is never true,
  as SQL has it; write `IS NOT DISTINCT FROM {{x}}` (or `IS {{x}}` in SQLite) to find rows without a value.
* `'%{{x}}%'`: the whole text is one parameter. `%` and `_` in the value stay wildcards of LIKE; whoever wants
  them plain writes a function, such as `position({{x}} IN name) > 0`. An undefined value is the empty text.
* `IN ({{xs}})` and `IN {{xs}}`: one parameter per element; no elements match nothing, `NOT IN` all.
* A list elsewhere, as in `= ANY({{xs}})`: an array where the database has them, else JSON text. A mixed or
  nested list, a list cast to JSON, and an object are JSON text.
* `DATE '{{x}}'`: `CAST(? AS DATE)`, because a type before a value is for literals only.
* In a comment: nothing; the value is left out.
* `{{identifier: x}}`: a name of a table or column that the caller knows, quoted. A list gives several.
* `{{direction: x}}`: ASC or DESC, or nothing.
* Anywhere else (a name, a keyword, a type, a bare ORDER BY or GROUP BY): UnsafeTemplate, with what to do.
"""

from .bound import Bound
from .dialect import Dialect
from .dialects import DIALECTS, dialect
from .identifiers import Identifiers
from .named import bind_named, prepare_named
from .prepare import Prepared, bind, prepare

__all__ = [
    "DIALECTS",
    "Bound",
    "Dialect",
    "Identifiers",
    "Prepared",
    "bind",
    "bind_named",
    "dialect",
    "prepare",
    "prepare_named",
]
