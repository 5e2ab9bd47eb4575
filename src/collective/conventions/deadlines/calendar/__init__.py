"""Calendars (RFC 5545): of one convention, and of a member, at an address that is a secret."""
