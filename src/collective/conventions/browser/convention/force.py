"""In one sentence: from when until when a convention is in force."""

from collective.conventions import _
from collective.conventions.browser.page import Page
from collective.conventions.terms.spans import Span
from datetime import date


def sentence(page: Page, state: str, span: Span, today: date) -> str:
    """Whether the convention is, was or will be in force, on ``today``."""
    if state not in ("signed", "terminated"):
        return page.t(_("Not in force: it is not signed yet."))
    if span.start is None:
        return page.t(_("Signed, but not in force."))
    days = {"start": page.day(span.start), "end": page.day(span.end)}
    if span.end is None:
        message = (
            _("In force since ${start}, without an end.", mapping=days)
            if span.start <= today
            else _("In force from ${start}, without an end.", mapping=days)
        )
    elif span.end < today:
        message = _("Was in force from ${start} to ${end}.", mapping=days)
    else:
        message = _("In force from ${start} to ${end}.", mapping=days)
    return page.t(message)
