"""The maintenance team, on the root: who belongs to it and what each has signed."""
