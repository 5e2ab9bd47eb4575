"""The library of models: listed, read, adapted, written, and taken for a convention."""
