"""Answering a question: how many there are, one batch of them, and what else could be asked."""

from BTrees.IIBTree import intersection
from collections.abc import Iterator
from collective.conventions.listing.facets import Count
from collective.conventions.listing.facets import counts
from collective.conventions.listing.order import arranged
from collective.conventions.listing.question import Listing
from collective.conventions.listing.question import Question
from collective.conventions.listing.sets import Records
from collective.conventions.listing.sets import visible
from functools import cached_property
from functools import reduce
from plone import api
from typing import Any


class Search:
    """What the current user may see of a listing, as far as a question leaves it.

    Works on sets of records; of the catalog's data only the batch that is shown is fetched.
    """

    def __init__(self, listing: Listing, question: Question) -> None:
        self.listing = listing
        self.question = question
        self.everything = visible(listing.portal_type)
        self.left = {
            name: listing.filters[name].records(value) for name, value in question.filters.items()
        }

    @cached_property
    def found(self) -> Records:
        """The records that all filters leave."""
        return reduce(intersection, self.left.values(), self.everything)

    @property
    def total(self) -> int:
        return len(self.found)

    def batch(self) -> list[Any]:
        """The catalog's data of the batch that is asked for."""
        start = self.question.b_start
        return _brains(self._arranged(start + self.question.b_size)[start:])

    def portions(self, size: int = 500) -> Iterator[list[Any]]:
        """The catalog's data of all that was found, in order, some at a time."""
        records = self._arranged(self.total)
        for start in range(0, self.total, size):
            yield _brains(records[start : start + size])

    def facets(self) -> dict[str, tuple[Count, ...]]:
        """The counts of each facet: with all the other filters, but without its own."""
        return {name: self._facet(name, most) for name, most in self.listing.facets.items()}

    def _facet(self, name: str, most: int) -> tuple[Count, ...]:
        others = [records for other, records in self.left.items() if other != name]
        records = reduce(intersection, others, self.everything)
        chosen = self.question.filters.get(name, ())
        return counts(self.listing.filters[name].index, records, most, chosen)

    def _arranged(self, limit: int) -> list[int]:
        index = self.listing.sorts[self.question.sort_on]
        return arranged(self.found, index, self.question.descending, limit)


def _brains(records: list[int]) -> list[Any]:
    catalog = api.portal.get_tool("portal_catalog")._catalog
    return [catalog[record] for record in records]
