"""Components: what each is, and the Python classes that make them."""
