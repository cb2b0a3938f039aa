"""What the app does between a click and the database: its RunJS queries, each made of parts in `js/`."""

import re
from typing import Any

from . import values
from .code import filled, part
from .rights import Rights
from .shape import Field, Shape
from .words import js, spoken, titled


class Scripts:
    """The scripts of one app."""

    def __init__(self, shape: Shape, may: Rights, noun: str, *, sqlite: bool) -> None:
        self.shape = shape
        self.may = may
        self.noun = noun
        self.fields = shape.fields
        self.sqlite = sqlite

    def open(self) -> str:
        """Show a row in its form."""
        return self.made("refresh", "explain", "show", "open", "alone")

    def save(self) -> str:
        """Write what was changed, unless somebody else changed the row."""
        return self.made("refresh", "explain", "compare", "saved", "save", "alone")

    def remove(self) -> str:
        """Delete the row, unless somebody else changed it."""
        return self.made("refresh", "explain", "compare", "saved", "remove", "alone")

    def keep(self) -> str:
        """Write or delete after all, onto the row as it is now."""
        return self.made("refresh", "explain", "compare", "saved", "keep", "alone")

    def take(self) -> str:
        """Show the row as it is now."""
        return self.made("refresh", "show", "take", "alone")

    def new(self) -> str:
        """Open the empty form."""
        return self.made("new", "alone")

    def add(self) -> str:
        """Add the row."""
        return self.made("refresh", "explain", "add", "alone")

    def made(self, *parts: str) -> str:
        """Return a script of its parts, with what belongs to this table in the place of the words in capitals."""
        return filled("\n".join(map(part, parts)), self.parts())

    def parts(self) -> dict[str, str]:
        """Return what stands for the words in capitals."""
        known = [{"column": field.column, "label": field.label} for field in self.fields]
        edited = [field for field in self.fields if field.edited]
        added = [field for field in self.fields if field.written]
        chooses = [field for field in self.fields if field.reference and self.may.chooses]
        choices = [f"queries.choices{field.name}.run();" for field in chooses]
        picked = [f"await actions.setVariable('picked_edit{field.name}', null);" for field in edited if field.reference]
        cleared = [f"await actions.setVariable('picked_new{field.name}', null);" for field in added if field.reference]
        return {
            "FIELDS": js(known),
            "TABLE": js(self.shape.name),
            "COMPARED": f"[{', '.join(map(self.compared, self.fields))}]",
            "EDITED": js({field.column: [f"edit{field.name}"] for field in edited}),
            "ADDED": js({field.column: [f"new{field.name}"] for field in added}),
            "KEYS": js([key.column for key in self.shape.keys]),
            "CHOICES": " ".join(choices),
            "PICKED": " ".join(picked),
            "CLEARED": " ".join(cleared),
            "NOUN": re.sub(r"[^\w -]", "", titled(self.noun)),
        }

    def compared(self, field: Field) -> str:
        """Return how a field is compared with the row of somebody else."""
        name: Any = f"edit{field.name}" if field.edited else None
        read = f"row => {values.initial(field, 'row', sqlite=self.sqlite)}"
        words = f", words: {self.words(field)}" if field.labelled or field.choices else ""
        return f"{{ label: {js(field.label)}, name: {js(name)}, read: {read}{words} }}"

    def words(self, field: Field) -> str:
        """Return how people read the value of a row, as a function of it."""
        if field.labelled:
            return f"row => row[{js(field.shown)}]"
        options = [{"value": choice, "label": spoken(choice)} for choice in field.choices]
        return f"row => {js(options)}.find(o => o.value === String(row[{js(field.column)}]))?.label"
