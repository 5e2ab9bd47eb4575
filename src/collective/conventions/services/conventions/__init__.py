"""The conventions of the space, filtered and counted."""
