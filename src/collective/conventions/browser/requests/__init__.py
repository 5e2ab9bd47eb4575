"""What the entities ask for, on the root: answered and done by the operator."""
