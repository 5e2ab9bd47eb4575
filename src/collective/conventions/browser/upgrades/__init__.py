"""The versions of all spaces, on the root: what waits, and bringing it up to date."""
