"""What runs in the user's kernel: a client of the server, and apps as Python objects and widgets."""
