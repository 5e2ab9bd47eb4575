"""The complete file of a convention as one zip, readable without this software, for archives."""
