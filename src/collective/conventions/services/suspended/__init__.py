"""What a client is answered that stands before the door of a suspended space."""
