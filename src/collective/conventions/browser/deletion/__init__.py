"""The page on which a person confirms a deletion, or reads why there can be none."""
