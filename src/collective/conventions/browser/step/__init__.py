"""The page on which a person takes a step of the workflow, or reads what it still lacks."""
