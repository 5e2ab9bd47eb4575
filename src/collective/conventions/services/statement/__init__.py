"""Statements of a bank: what they bring, and what waits for a person."""
