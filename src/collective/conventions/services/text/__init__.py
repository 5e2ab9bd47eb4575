"""The text of a convention: read, changed, taken from a file, and what it proposes."""
