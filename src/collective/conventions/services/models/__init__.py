"""The library of models: listed, read and adapted."""
