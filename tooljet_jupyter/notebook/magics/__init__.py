"""`%tj` and `%%tj`: SQL in a cell, and what Tab offers there."""
