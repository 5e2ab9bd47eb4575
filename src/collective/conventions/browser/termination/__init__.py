"""The page that leads a convention to its end: the ways, what each needs, the letters."""
