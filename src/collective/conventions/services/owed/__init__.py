"""What the entity of a space owes, and why."""
