"""The control panel of a space."""
