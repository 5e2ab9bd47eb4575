"""What the space holds and may hold, and files that must fit in."""
