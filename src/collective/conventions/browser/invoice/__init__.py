"""The page of a draft invoice."""
