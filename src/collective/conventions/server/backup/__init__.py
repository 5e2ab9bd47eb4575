"""Copies of the database and its blobs, restoring them, and spaces that move between servers."""
