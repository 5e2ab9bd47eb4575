"""The decree of the council about a convention: drafted from the data, edited, put on paper."""
