"""The reminders of a space: their rules, what the next run would send, what was sent."""
