"""Calendars that a program can read: of one convention, and of a member."""
