"""Permanent addresses, by the UID of what they stand for."""
