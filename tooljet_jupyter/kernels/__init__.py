"""Python of an app on the server, in real kernels."""
