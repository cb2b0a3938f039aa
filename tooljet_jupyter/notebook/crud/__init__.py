"""`tj.crud`: the one line that makes and shows an app for a table."""

from .make import crud

__all__ = ["crud"]
