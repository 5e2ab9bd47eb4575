"""What stands before the door of a suspended space."""
