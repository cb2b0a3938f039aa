"""Bodies of requests and replies: what travels between server, browser and scripts."""
