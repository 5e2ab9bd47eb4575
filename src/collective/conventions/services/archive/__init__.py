"""The complete file of a convention as one zip."""
