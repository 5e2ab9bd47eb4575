"""The complete file of a convention, to take away."""
