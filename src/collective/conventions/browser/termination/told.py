"""The ways and the letters as the page tells them."""

from collections.abc import Mapping
from collective.conventions import _
from collective.conventions.browser.page import Page
from collective.conventions.browser.termination.letter_forms import LetterForm
from collective.conventions.content import vocabularies
from collective.conventions.deadlines.ways import Need
from collective.conventions.deadlines.ways import Way
from collective.conventions.deadlines.wording.letters import follows
from collective.conventions.deadlines.wording.teller import Teller
from collective.conventions.deadlines.wording.ways import day_label
from collective.conventions.deadlines.wording.ways import MEANINGS
from collective.conventions.deadlines.wording.ways import NEEDS
from collective.conventions.deadlines.wording.ways import reason_of
from collective.conventions.deadlines.wording.ways import TITLES
from collective.conventions.terms.consequences import Consequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode


@dataclass(frozen=True)
class NeedTold:
    """A need: what it is, what is known of it, and where it is entered ("" where nobody can)."""

    text: str
    detail: str
    met: bool
    optional: bool
    url: str


@dataclass(frozen=True)
class WayTold:
    """A way, in words.

    ``step_url`` leads to the step with its day and reason filled in, ``letter_url`` to the models
    of its letter with the last day in force ("" where it needs none).
    """

    code: str
    title: str
    meaning: str
    ready: bool
    supposed: bool
    day_label: str
    day: str
    reason: str
    needs: tuple[NeedTold, ...]
    form: LetterForm | None
    step_url: str
    letter_url: str


@dataclass(frozen=True)
class LetterTold:
    """A letter on record, with what follows from it and what can be added to it."""

    row: int
    kind: str
    party: str
    means: str
    days: tuple[tuple[str, str], ...]
    note: str
    stands: bool
    follows: tuple[str, ...]
    file: Any
    forms: tuple[LetterForm, ...]


def way_told(
    way: Way,
    teller: Teller,
    needs: tuple[NeedTold, ...],
    form: LetterForm | None,
    convention: Any,
) -> WayTold:
    """An open way in words."""
    end = way.route.effective
    return WayTold(
        way.route.code,
        teller.t(TITLES[way.route.code]),
        teller.t(MEANINGS[way.route.code]),
        way.ready,
        way.supposed,
        teller.t(day_label(way)),
        teller.day(end.day) if end else "",
        teller.why(end, way.clause) if end else "",
        needs,
        form,
        _step_url(convention, way, teller),
        _letter_url(convention, way, form),
    )


def need_told(need: Need, teller: Teller, url: str) -> NeedTold:
    """A need in words."""
    party = teller.name(need.party) if need.party else ""
    day = teller.day(need.day) if need.day else ""
    text = teller.said(NEEDS[need.code], need.params)
    detail = ", ".join(part for part in (party, day) if part)
    return NeedTold(text, detail, need.met, need.optional, url)


def letter_told(
    page: Page,
    one: Consequence,
    stored: Mapping[str, Any],
    teller: Teller,
    file: Any,
    forms: tuple[LetterForm, ...],
) -> LetterTold:
    """A letter in words."""
    return LetterTold(
        one.row,
        page.choice(vocabularies.NOTICE_KINDS, one.letter.kind),
        teller.name(one.letter.party) if one.letter.party else "",
        "" if one.letter.kind == "cure" else _means(page, stored),
        _days(page, stored),
        stored.get("note") or "",
        one.stands,
        tuple(follows(one, teller)),
        file,
        forms,
    )


def _means(page: Page, stored: Mapping[str, Any]) -> str:
    return page.choice(vocabularies.NOTICE_MEANS, stored.get("means"))


def _days(page: Page, stored: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    sent = _("Made good on") if stored.get("kind") == "cure" else _("Sent on")
    labels = (
        ("sent", sent),
        ("presented", _("First presented on")),
        ("received", _("Received on")),
    )
    known = ((page.t(label), page.day(stored.get(name))) for name, label in labels)
    return tuple((label, day) for label, day in known if day)


def _letter_url(convention: Any, way: Way, form: LetterForm | None) -> str:
    if form is None:
        return ""
    end = way.route.effective
    day = {"end": end.day.isoformat()} if end is not None and form.kind != "formal_notice" else {}
    return f"{convention.absolute_url()}/@@letter?{urlencode({'purpose': form.kind, **day})}"


def _step_url(convention: Any, way: Way, teller: Teller) -> str:
    query = {"step": "terminate", "termination_reason": reason_of(way, teller)}
    if way.route.effective is not None:
        query["termination_date"] = way.route.effective.day.isoformat()
    return f"{convention.absolute_url()}/@@step?{urlencode(query)}"
