"""The app that `tj.crud` returns: an app like any other that can also write its first test."""

from pathlib import Path
from typing import Any

from ..app import App
from . import first_test
from .rights import Rights
from .shape import Shape


class CrudApp(App):
    """An app that lists, shows, adds, changes and deletes the rows of a table.

    Attributes
    ----------
    shape : Shape
        What the app knows of the table: its columns, its key, what they refer to.
    may : Rights
        Whether rows can be opened, added, changed and deleted.
    """

    def __init__(self, name: str, shape: Shape, may: Rights, **given: Any) -> None:
        super().__init__(name, **given)
        self.shape = shape
        self.may = may

    def write_test(self, folder: str | Path = "tests") -> Path:
        """Write a first pytest file for the app and the app itself beside it, and return the path of the test.

        Parameters
        ----------
        folder : str or Path
            Where both go; it is made when it is not there. A test that is there already is kept: its path is
            returned.
        """
        return first_test.write(self.name, self.shape, self.may, self.composition.definition(), Path(folder))
