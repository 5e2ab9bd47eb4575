"""The page of a convention, as a secretary would print it."""
