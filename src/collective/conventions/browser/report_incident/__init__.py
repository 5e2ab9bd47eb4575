"""Incidents, in a space: reported by its members, followed by who looks after it."""
