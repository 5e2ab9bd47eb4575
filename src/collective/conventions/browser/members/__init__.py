"""The page on which the manager of a space looks after its members."""
