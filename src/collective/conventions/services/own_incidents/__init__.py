"""Incidents, in a space: for its members."""
