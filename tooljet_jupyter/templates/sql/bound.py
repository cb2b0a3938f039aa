"""A statement with its values, in the form a driver takes."""

from dataclasses import dataclass
from typing import Any

from .dialect import PLACEHOLDERS, Dialect, ParameterStyle


@dataclass(frozen=True, slots=True)
class Bound:
    """SQL and its parameters: `texts` are the pieces around the `values`, one more than those."""

    texts: list[str]
    values: list[Any]
    dialect: Dialect

    @property
    def sql(self) -> str:
        """The SQL with the dialect's placeholders; percent signs are doubled for drivers that format it."""
        return written(self.texts, self.dialect.style)

    @property
    def params(self) -> list[Any] | dict[str, Any] | None:
        """The parameters; None when there are none, so that drivers that format the text leave it alone."""
        if not self.values:
            return None
        if self.dialect.named_parameters:
            return {f"p{number}": value for number, value in enumerate(self.values, 1)}
        return self.values

    @property
    def arguments(self) -> tuple[Any, ...]:
        """What to call with: `cursor.execute(*bound.arguments)`."""
        return (self.sql, self.params) if self.values else (self.sql,)


def written(texts: list[str], style: ParameterStyle) -> str:
    """The texts with a placeholder between each two."""
    if len(texts) == 1:
        return texts[0]
    if style in ("format", "pyformat"):
        texts = [text.replace("%", "%%") if "%" in text else text for text in texts]
    placeholder = PLACEHOLDERS[style]
    if "{}" not in placeholder:
        return placeholder.join(texts)
    numbered = [f"{text}{placeholder.format(number)}" for number, text in enumerate(texts[:-1], 1)]
    return "".join(numbered) + texts[-1]
