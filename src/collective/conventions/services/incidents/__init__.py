"""Incidents, on the root: for operators."""
