"""Incidents, on the root: what was reported, and every step that the operator takes."""
