"""The journal of the server."""
