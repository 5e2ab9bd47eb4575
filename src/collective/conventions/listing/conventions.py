"""The listing of conventions: what can be asked of it, and its rows."""

from collective.conventions.content import sources
from collective.conventions.content import vocabularies
from collective.conventions.content.indexers import ENDLESS
from collective.conventions.listing.filters import Choices
from collective.conventions.listing.filters import Day
from collective.conventions.listing.filters import ending_before
from collective.conventions.listing.filters import in_force_on
from collective.conventions.listing.filters import Words
from collective.conventions.listing.names import titles_of
from collective.conventions.listing.question import Listing
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from typing import Any


CONVENTIONS = Listing(
    portal_type="Convention",
    filters={
        "text": Words(),
        "state": Choices("review_state", lambda: vocabularies.STATES),
        "kind": Choices("convention_kind", lambda: vocabularies.KINDS),
        "partner": Choices("convention_parties", lambda: sources.partners(None)),
        "in_force_on": Day(in_force_on),
        "ending_before": Day(ending_before),
    },
    sorts={
        "title": "sortable_title",
        "kind": "convention_kind",
        "state": "review_state",
        "start": "force_start",
        "end": "force_end",
        "modified": "modified",
    },
    facets={"state": 10, "kind": 10, "partner": 10},
)


@dataclass(frozen=True)
class ConventionRow:
    """A convention in a listing.

    ``parties`` are (UID, name) pairs; ``end`` is empty while it is not known and, with
    ``endless``, where there is none.
    """

    uid: str
    url: str
    title: str
    reference: str
    kind: str
    state: str
    parties: tuple[tuple[str, str], ...]
    start: date | None
    end: date | None
    endless: bool
    modified: datetime


def convention_rows(brains: list[Any]) -> list[ConventionRow]:
    """The rows of a batch; the names of all their parties are looked up at once."""
    names = titles_of({uid for brain in brains for uid in brain.convention_parties or ()})
    return [_row(brain, names) for brain in brains]


def _row(brain: Any, names: dict[str, str]) -> ConventionRow:
    endless = brain.force_end == ENDLESS
    return ConventionRow(
        uid=brain.UID,
        url=brain.getURL(),
        title=brain.Title,
        reference=brain.convention_reference or "",
        kind=brain.convention_kind or "",
        state=brain.review_state,
        parties=tuple((uid, names.get(uid, "")) for uid in brain.convention_parties or ()),
        start=brain.force_start or None,
        end=None if endless else brain.force_end or None,
        endless=endless,
        modified=brain.modified.asdatetime(),
    )
