"""What can be done with the rows of a table, and why something cannot."""

from dataclasses import dataclass

from .shape import Shape


@dataclass(frozen=True)
class Rights:
    """Whether rows can be opened, added, changed and deleted."""

    open: bool
    add: bool
    change: bool
    delete: bool
    read_only: bool

    @classmethod
    def of(cls, found: Shape, *, read_only: bool) -> "Rights":
        """Return what the table allows: without a key rows can only be listed."""
        known = not found.keyless
        writes = known and not read_only
        return cls(
            open=known,
            add=writes and not found.lacking and any(field.written for field in found.fields),
            change=writes and any(field.edited for field in found.fields),
            delete=writes,
            read_only=read_only,
        )

    @property
    def chooses(self) -> bool:
        """Whether there is a form in which rows of other tables can be chosen."""
        return self.change or self.add

    def said(self, found: Shape) -> str:
        """Return why something cannot be done; empty where all can, or nobody wanted it."""
        if self.read_only:
            return ""
        if found.keyless:
            return found.keyless
        if found.lacking:
            return f"Rows cannot be added here: the list leaves out {', '.join(found.lacking)}, which every row needs."
        return ""
