"""An address that a notebook shows as a link."""

from html import escape


class Link(str):
    """An address: a text for Python, a link in a cell."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        address = escape(self)
        return f'<a href="{address}" target="_blank" rel="noopener">{address}</a>'
