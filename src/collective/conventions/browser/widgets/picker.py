"""A choice among the partners, conventions or annexes of the space, however many there are.

A page carries each list of options once, in a ``template`` element (``Source``), and not in every
row. Beyond ``MOST`` options it carries the first ones only, and a search box asks the server.
"""

from collective.conventions.browser.widgets.control import Control
from collective.conventions.browser.widgets.wording import Refused
from collective.conventions.content.sources import CatalogVocabulary
from dataclasses import dataclass
from itertools import islice
from plone import api
from urllib.parse import urlencode


MOST = 200


@dataclass(frozen=True)
class Source:
    """A list of options that all pickers of one kind share."""

    name: str
    options: tuple[tuple[str, str], ...]
    #: Where to search for what the list does not hold; empty when it holds all.
    search: str


class Picker(Control):
    """One item of the space, by its UID."""

    kind = "picker"
    #: Only the parties of the agreement can be chosen.
    parties_only = False
    #: A new partner may be added on the spot.
    may_add = False

    @property
    def vocabulary(self) -> CatalogVocabulary:
        return self.field.bind(self.context).vocabulary

    @property
    def source(self) -> str:
        """The name under which the page carries the options."""
        return "-".join(self.vocabulary.query.values())

    @property
    def chosen_title(self) -> str:
        try:
            return str(self.vocabulary.getTerm(self.value).title)
        except LookupError:
            return ""

    text = chosen_title

    def toFieldValue(self, value: str) -> str | None:
        if value and value not in self.vocabulary:
            raise Refused("unknown_choice", value=value)
        return value or None


def source_of(picker: Picker) -> Source:
    """The options of a picker and of all others of its kind."""
    vocabulary = picker.vocabulary
    options = tuple((term.value, term.title) for term in islice(vocabulary, MOST))
    if len(options) < MOST:
        return Source(picker.source, options, "")
    asked = {**vocabulary.searched, "sort_on": "sortable_title", "metadata_fields": "UID"}
    address = f"{api.portal.get().absolute_url()}/@search?{urlencode(asked)}"
    return Source(picker.source, options, address)
