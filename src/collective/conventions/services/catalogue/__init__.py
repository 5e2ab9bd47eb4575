"""The catalogue of tools, on the root of the server."""
