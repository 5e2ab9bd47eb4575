"""The facets at the side of a listing, and the filters in force as chips."""

from collections.abc import Mapping
from collective.conventions.browser.listing.parts import Chip
from collective.conventions.browser.listing.parts import Choice
from collective.conventions.browser.listing.parts import Facet
from collective.conventions.listing.facets import Count
from collective.conventions.listing.names import titles_of
from collective.conventions.listing.question import texts
from datetime import date
from typing import Any


def facets(page: Any) -> list[Facet]:
    """The facets that have anything to choose."""
    found = {name: counts for name, counts in page.search.facets().items() if counts}
    names = _names(page, {name: [one.value for one in counts] for name, counts in found.items()})
    return [
        Facet(name, page.t(page.labels[name]), [_choice(page, name, one, names) for one in counts])
        for name, counts in found.items()
    ]


def chips(page: Any) -> list[Chip]:
    """The filters in force, each value by itself."""
    filters = page.question.filters
    names = _names(page, {name: filters[name] for name in page.listing.facets if name in filters})
    return [
        _chip(page, name, text, names) for name, value in filters.items() for text in texts(value)
    ]


def _choice(page: Any, name: str, one: Count, names: Mapping[str, str]) -> Choice:
    url = page.link(page.question.toggled(name, one.value))
    return Choice(_title(page, name, one.value, names), one.count, one.chosen, url)


def _chip(page: Any, name: str, text: str, names: Mapping[str, str]) -> Chip:
    if name in page.listing.facets:
        shown, left = _title(page, name, text, names), page.question.without(name, text)
    else:
        value, left = page.question.filters[name], page.question.without(name)
        shown = page.day(value) if isinstance(value, date) else text
    return Chip(page.t(page.labels[name]), shown, page.link(left))


def _title(page: Any, name: str, value: str, names: Mapping[str, str]) -> str:
    if name in page.vocabularies:
        return str(page.choice(page.vocabularies[name], value))
    return names.get(value, value)


def _names(page: Any, values: Mapping[str, Any]) -> dict[str, str]:
    """The names of all partners among the values of facets, looked up at once."""
    return titles_of({v for name in values if name not in page.vocabularies for v in values[name]})
