"""What a form offers to change: by the state of the convention and the roles of the person."""

from collections.abc import Iterable
from collective.conventions.access.aspects import permitted
from collective.conventions.access.aspects import permitted_in_new
from collective.conventions.browser.forms.titles import ELSEWHERE
from collective.conventions.browser.forms.titles import KNOWN_AT_FIRST
from collective.conventions.terms.aspects import aspect_of
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Offer:
    """The aspects that are open, and fields that are not asked for although they are.

    ``None`` for ``aspects`` opens everything: of types that have no aspects.
    """

    aspects: frozenset[str] | None = None
    only: frozenset[str] | None = None

    def opens(self, field: str, columns: Iterable[str] = ()) -> bool:
        """Whether the field, or one of its columns at least, can be changed here."""
        if field in ELSEWHERE:
            return False
        aspects = {aspect_of(field), *(aspect_of(field, column) for column in columns)}
        return any(self._opens(field, aspect) for aspect in aspects)

    def locked(self, field: str, columns: Iterable[str]) -> frozenset[str]:
        """The columns of a table that cannot be changed."""
        return frozenset(c for c in columns if not self._opens(field, aspect_of(field, c)))

    def _opens(self, field: str, aspect: str) -> bool:
        if self.aspects is None:
            return True
        asked = self.only is None or aspect != "follow_up" or field in self.only
        return asked and aspect in self.aspects

    def fixes_rows(self, field: str) -> bool:
        """Whether rows must stay where they are, for what they promise is closed."""
        return self.aspects is not None and aspect_of(field) not in self.aspects


def offer_of(convention: Any) -> Offer:
    """What the current user may change of a convention now."""
    return Offer(permitted(convention))


def offer_of_new(folder: Any) -> Offer:
    """What the current user may fill in of a new convention."""
    return Offer(permitted_in_new(folder), KNOWN_AT_FIRST)
