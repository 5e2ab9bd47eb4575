"""The audit record of one convention."""
