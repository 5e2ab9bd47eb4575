"""GET @journal: the entries of a convention's journal, the newest last."""

from collective.conventions.access.journals import telling
from collective.conventions.journal.chain import Break
from collective.conventions.journal.storage import find
from collective.conventions.journal.storage import Journal
from collective.conventions.services.batch import window
from dataclasses import asdict
from plone.restapi.services import Service
from typing import Any


LOST = Break(1, "missing")


class Get(Service):
    """The journal of the convention."""

    def reply(self) -> dict[str, Any]:
        address = f"{self.context.absolute_url()}/@journal"
        return {"@id": address, **entries(find(self.context.UID()), self.request)}


def entries(journal: Journal | None, request: Any) -> dict[str, Any]:
    """A batch of entries, and whether the chain of all of them holds."""
    start, size = window(request)
    if journal is None:
        # A convention has a journal from its first moment on: what is not there was lost.
        return {"verified": False, "breaks": [asdict(LOST)], "items_total": 0, "items": []}
    breaks, told = journal.breaks(), telling(journal.uid)
    return {
        "verified": not breaks,
        "breaks": [asdict(place) for place in breaks],
        "items_total": journal.length,
        "items": [asdict(told(entry)) for entry in journal.between(start + 1, start + size)],
    }
