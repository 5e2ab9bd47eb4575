"""The console over all spaces, a new space, and the entry of one in the register."""
