"""Conventions as lines of a list: what the catalog knows of them, in words."""

from collections.abc import Iterable
from collective.conventions.browser.page import Page
from collective.conventions.content import vocabularies
from collective.conventions.content.indexers import ENDLESS
from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True)
class Row:
    """A convention in a list."""

    title: str
    url: str
    kind: str
    reference: str
    state: str
    state_title: str
    end: date | None
    modified: str


def rows(page: Page, brains: Iterable[Any]) -> list[Row]:
    """The lines of catalog records; no object is woken."""
    return [_row(page, brain) for brain in brains]


def _row(page: Page, brain: Any) -> Row:
    state = brain.review_state
    end = brain.force_end if isinstance(brain.force_end, date) else None
    return Row(
        title=brain.Title,
        url=brain.getURL(),
        kind=page.choice(vocabularies.KINDS, brain.convention_kind or ""),
        reference=brain.convention_reference or "",
        state=state,
        state_title=page.choice(vocabularies.STATES, state),
        end=None if end == ENDLESS else end,
        modified=page.moment(brain.modified.asdatetime().isoformat()),
    )
