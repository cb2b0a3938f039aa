"""Documents that leave the server and come back."""
