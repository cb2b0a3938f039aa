"""An app as a Python program, and back to objects."""
