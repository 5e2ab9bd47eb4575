"""The reminders of a space and of one convention."""
