"""The text of a convention as articles: what it is, how a document is split into it."""
