"""Rows on their way from the server to a DataFrame."""
