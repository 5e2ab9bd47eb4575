"""The tools of a space."""
