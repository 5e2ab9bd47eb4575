"""The paper of a convention as its amendments have made it on a day, to read (D5)."""

from Acquisition import aq_inner
from Acquisition import aq_parent
from collective.conventions import _
from collective.conventions.content.amended import state_of
from collective.conventions.content.amended import values_at
from collective.conventions.content.values import text_of
from collective.conventions.documents.rendering.convention import DRAFT_STATE
from collective.conventions.documents.rendering.convention import paper_of
from collective.conventions.documents.rendering.paper import CONVENTION
from collective.conventions.documents.rendering.paper import Paper
from collective.conventions.documents.rendering.wording import Wording
from collective.conventions.terms.texts.text import Text
from dataclasses import replace
from datetime import date
from plone import api
from typing import Any
from zope.i18nmessageid import Message


CONSOLIDATED: Message = _("Consolidated version of ${day}, not signed as such")


def consolidated(convention: Any, at: date) -> Paper:
    """The paper of the text that holds on ``at``; the signed one where no amendment holds yet.

    It has no lines to sign on and no fingerprint: the Council approved another text.

    :raises NotFound: nobody has written its text yet.
    """
    paper = paper_of(convention)
    if not state_of(convention, at).applied:
        return paper
    words = Wording(paper.language)
    return replace(
        paper,
        text=text_of(values_at(convention, at)),
        kicker=words.t(CONSOLIDATED, day=words.day(at)),
        sides=(),
        made=at,
        fingerprint="",
        day=at,
    )


def paper_of_amendment(amendment: Any, text: Text) -> Paper:
    """The paper of what an amendment writes into the text, with the mark of a draft in one."""
    convention = aq_parent(aq_inner(amendment))
    return Paper(
        kind=CONVENTION,
        title=amendment.title,
        language=convention.text_language or api.portal.get_default_language(),
        text=text,
        author=api.portal.get().title,
        made=amendment.council_date,
        draft=api.content.get_state(amendment, DRAFT_STATE) == DRAFT_STATE,
    )
