"""The catalogue of tools, on the root: what the operator offers to the entities."""
