"""The page of an annex."""
