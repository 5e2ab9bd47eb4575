"""Uploads in pieces (TUS), each counted from its first byte and known to its own space only."""
