"""The page of a partner."""
