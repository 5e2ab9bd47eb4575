"""The journal of a convention, and the journals of a space."""
