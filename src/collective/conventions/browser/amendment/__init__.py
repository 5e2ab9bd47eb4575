"""The page of an amendment, what it changes, and the list of those of a convention."""
