"""What waits to be upgraded in the spaces, and doing it, on the root of the server."""
