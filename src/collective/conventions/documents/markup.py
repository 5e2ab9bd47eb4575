"""Cleaning what a person writes or a file brings, for whoever works with texts."""

from collective.conventions.markup.clean import clean


__all__ = ["clean"]
