"""The text of a convention made from a model."""
