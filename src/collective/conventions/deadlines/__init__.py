"""The dated facts of real conventions: what must be done by whom until when, and who is told."""
