"""The text of a convention: read, changed part by part, taken from a file, turned into data."""
