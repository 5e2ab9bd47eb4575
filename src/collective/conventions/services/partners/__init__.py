"""The partners of the space, filtered and counted."""
