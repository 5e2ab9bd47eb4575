"""In one sentence: from when until when a convention is in force."""

from collections.abc import Mapping
from collective.conventions import _
from collective.conventions.browser.page import Page
from collective.conventions.content.values import span_of
from collective.conventions.content.values import term_of
from collective.conventions.terms.ends import term_ends
from collective.conventions.terms.spans import Span
from collective.conventions.terms.term import Term
from datetime import date
from typing import Any
from zope.i18nmessageid import Message


def sentence(page: Page, state: str, values: Mapping[str, Any]) -> str:
    """Whether the convention is, was or will be in force today."""
    if state not in ("signed", "terminated"):
        return page.t(_("Not in force: it is not signed yet."))
    span = span_of(values)
    if span.start is None:
        return page.t(_("Signed, but not in force."))
    current = period_end(term_of(values), span, page.today)
    days = {"start": page.day(span.start), "end": page.day(span.end), "current": page.day(current)}
    return page.t(Message(_message(span, current, page.today), mapping=days))


def period_end(term: Term, span: Span, today: date) -> date | None:
    """The last day of the period that runs today, when a tacit renewal may follow it."""
    if span.start is None or term.renewal != "tacit" or not span.holds(today):
        return None
    end = next((end for end in term_ends(term, span.start) if end >= today), None)
    return None if end is None or (span.end is not None and end >= span.end) else end


def _message(span: Span, current: date | None, today: date) -> Message:
    if current is not None and span.end is None:
        return _("In force since ${start}; renewed by itself after ${current}.")
    if current is not None:
        return _("In force since ${start}; renewed by itself after ${current}, at most to ${end}.")
    if span.start is not None and span.end is None:
        if span.start <= today:
            return _("In force since ${start}, without an end.")
        return _("In force from ${start}, without an end.")
    if span.end is not None and span.end < today:
        return _("Was in force from ${start} to ${end}.")
    return _("In force from ${start} to ${end}.")
