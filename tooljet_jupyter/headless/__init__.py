"""An app without a browser: the same runtime in V8 inside Python, moved by a test."""
