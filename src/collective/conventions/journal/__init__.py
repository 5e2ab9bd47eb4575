"""Append-only, chained audit records. Every capability may write here."""
