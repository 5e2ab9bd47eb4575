"""The landing page of a space."""
