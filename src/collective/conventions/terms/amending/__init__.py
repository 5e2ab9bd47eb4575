"""Amendments: what they change, from when, and the state of a convention on any day (D5)."""
