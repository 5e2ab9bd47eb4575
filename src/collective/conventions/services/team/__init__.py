"""The maintenance team, on the root: for operators; and the published list, for everybody."""
