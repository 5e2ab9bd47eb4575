"""What can be asked of a listing, what is asked, and the links that ask it."""

from collections.abc import Mapping
from collective.conventions.listing.filters import Filter
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from typing import Any
from urllib.parse import urlencode


BATCH_SIZES = (25, 50, 100)
ORDERS = ("ascending", "descending")


@dataclass(frozen=True)
class Listing:
    """What can be listed: a type with its filters and orders.

    ``filters`` are by name; ``sorts`` maps the name of an order to its index; ``facets`` are the
    filters whose values are counted, each with the number of values that are shown.
    """

    portal_type: str
    filters: Mapping[str, Filter]
    sorts: Mapping[str, str]
    facets: Mapping[str, int]


@dataclass(frozen=True)
class Question:
    """Filters by name with their values, an order, and a batch."""

    filters: Mapping[str, Any] = field(default_factory=dict)
    sort_on: str = "title"
    sort_order: str = "ascending"
    b_start: int = 0
    b_size: int = BATCH_SIZES[0]

    @property
    def descending(self) -> bool:
        return self.sort_order == "descending"

    def without(self, name: str, value: str | None = None) -> "Question":
        """The same question with one filter, or one of its values, taken away."""
        filters = dict(self.filters)
        values = filters.pop(name)
        if value is not None and (left := tuple(one for one in values if one != value)):
            filters[name] = left
        return replace(self, filters=filters, b_start=0)

    def toggled(self, name: str, value: str) -> "Question":
        """The same question with one more value of a filter, or without it if it is there."""
        values = self.filters.get(name, ())
        if value in values:
            return self.without(name, value)
        return replace(self, filters={**self.filters, name: (*values, value)}, b_start=0)

    def sorted_by(self, name: str) -> "Question":
        """The same question in another order; the other way round if it is in that order."""
        turned = name == self.sort_on and not self.descending
        return replace(self, sort_on=name, sort_order=ORDERS[turned], b_start=0)

    def starting(self, b_start: int) -> "Question":
        """The same question for another batch."""
        return replace(self, b_start=b_start)

    def sized(self, b_size: int) -> "Question":
        """The same question in batches of another size, from the start."""
        return replace(self, b_start=0, b_size=b_size)

    def parameters(self) -> list[tuple[str, str]]:
        """What a form or a link asks this question with; the usual is left out."""
        usual = Question()
        asked = [(name, text) for name, value in self.filters.items() for text in texts(value)]
        for name in ("sort_on", "sort_order", "b_start", "b_size"):
            if getattr(self, name) != getattr(usual, name):
                asked.append((name, str(getattr(self, name))))
        return asked

    def query(self) -> str:
        """The query string of a link, with its question mark; empty for the usual question."""
        asked = urlencode(self.parameters())
        return f"?{asked}" if asked else ""


def texts(value: Any) -> list[str]:
    """The value of a filter as the texts that ask for it."""
    return [str(one) for one in (value if isinstance(value, tuple) else (value,))]
