"""Signed copies: what their signatures prove, and whether their words are those approved."""
