"""The page of what holds of a convention on a day."""
