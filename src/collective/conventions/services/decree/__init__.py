"""The decree of the council about a convention: read, drafted, changed, and its files."""
