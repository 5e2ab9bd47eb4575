"""The paper of a convention: its text, who signs it, and which of the originals it is."""

from collections.abc import Iterator
from collections.abc import Mapping
from collective.conventions import _
from collective.conventions.content.values import Reading
from collective.conventions.content.values import text_of
from collective.conventions.documents.decree.entity import parties_of
from collective.conventions.documents.rendering.paper import CONVENTION
from collective.conventions.documents.rendering.paper import Original
from collective.conventions.documents.rendering.paper import Paper
from collective.conventions.documents.rendering.paper import Side
from collective.conventions.documents.rendering.paper import Signer
from collective.conventions.interfaces import NotFound
from dataclasses import replace
from plone import api
from typing import Any


DRAFT_STATE = "draft"


def paper_of(convention: Any) -> Paper:
    """The paper of a convention as it stands, with the mark of a draft until it is approved.

    :raises NotFound: nobody has written its text yet.
    """
    text = text_of(Reading(convention))
    if not text:
        raise NotFound(_("This convention has no text yet. Please write or import it first."))
    draft = api.content.get_state(convention) == DRAFT_STATE
    return Paper(
        kind=CONVENTION,
        title=convention.title,
        language=convention.text_language or api.portal.get_default_language(),
        text=text,
        author=api.portal.get().title,
        sides=tuple(_sides(convention)),
        reference=convention.reference or "",
        made=None if draft else convention.council_date,
        draft=draft,
        fingerprint="" if draft else convention.approved_text or "",
    )


def originals_of(convention: Any) -> int:
    """How many originals are signed: as entered, or one for each party."""
    return int(convention.originals or len(convention.parties or ()) or 1)


def original(convention: Any, number: int) -> Paper:
    """One of the originals, which says which one it is.

    :param number: from 1.
    :raises NotFound: there are not so many, or there is no text yet.
    """
    count = originals_of(convention)
    if not 1 <= number <= count:
        raise NotFound(
            _("There is no such original: there are ${count}.", mapping={"count": count})
        )
    return replace(paper_of(convention), original=Original(number, count))


def all_originals(convention: Any) -> tuple[Paper, ...]:
    """All originals, in order."""
    return tuple(original(convention, n + 1) for n in range(originals_of(convention)))


def _sides(convention: Any) -> Iterator[Side]:
    """The parties in their order, and those who sign for each."""
    rows = convention.signatories or ()
    for partner in parties_of(convention):
        signers = tuple(_signer(row) for row in rows if row["partner"] == partner.UID())
        yield Side(partner.title, signers or (Signer(),))


def _signer(row: Mapping[str, Any]) -> Signer:
    return Signer(
        name=row.get("name") or "",
        capacity=row.get("capacity") or "",
        by_delegation=bool(row.get("by_delegation")),
        signed=row.get("date_signed"),
    )
