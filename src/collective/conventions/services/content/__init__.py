"""Conventions, partners, invoices and annexes: read, created and changed."""
