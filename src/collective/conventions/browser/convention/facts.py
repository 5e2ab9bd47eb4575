"""Single facts of a convention, each with its label; what is empty is left out."""

from collections.abc import Iterable
from collections.abc import Mapping
from collective.conventions import _
from collective.conventions.browser.names import Names
from collective.conventions.browser.page import Page
from collective.conventions.content import vocabularies
from collective.conventions.content.convention import IConvention
from collective.conventions.content.indexers import IN_FORCE
from dataclasses import dataclass
from plone import api
from typing import Any


Values = Mapping[str, Any]


@dataclass(frozen=True)
class Fact:
    """A label and what it says; with ``url`` it leads somewhere."""

    label: str
    text: str
    url: str = ""


def at_a_glance(page: Page, values: Values, names: Names) -> list[Fact]:
    """What the convention is: language, value, what it replaces."""
    facts = [
        _fact(page, "text_language", _language(page, values.get("text_language"))),
        *_versions(page, values),
        *_money(page, values),
        *_before(page, values, names),
        *_after(page),
    ]
    return _filled(facts)


def decisions(page: Page, values: Values) -> list[Fact]:
    """The decisions of College and Council, and where they are filed."""
    return _filled(
        [
            Fact(page.t(_("College")), _decision(page, values, "college")),
            Fact(page.t(_("Council")), _decision(page, values, "council")),
            _fact(page, "folder_reference", values.get("folder_reference")),
            _fact(page, "agenda_number", values.get("agenda_number")),
        ]
    )


def supervision(page: Page, values: Values) -> list[Fact]:
    """What went to the supervisory authority, and what it said (W6)."""
    outcome = page.choice(vocabularies.SUPERVISION_OUTCOMES, values.get("supervision_outcome"))
    regime = page.choice(vocabularies.SUPERVISION_REGIMES, values.get("supervision_regime"))
    prolonged = values.get("supervision_prolonged_days")
    return _filled(
        [
            _fact(page, "supervision_authority", values.get("supervision_authority")),
            _fact(page, "supervision_sent", page.day(values.get("supervision_sent"))),
            _fact(page, "supervision_received", page.day(values.get("supervision_received"))),
            _fact(page, "supervision_regime", regime),
            _fact(page, "supervision_prolonged_days", str(prolonged) if prolonged else ""),
            _fact(page, "supervision_outcome", outcome),
            _fact(page, "supervision_date", page.day(values.get("supervision_date"))),
            _fact(page, "supervision_lifted", page.day(values.get("supervision_lifted"))),
        ]
    )


def reminders(page: Page, values: Values) -> list[Fact]:
    """Who is reminded of which date of this convention in particular."""
    return [
        Fact(page.choice(vocabularies.WATCHED, row["what"]), page.listed(_reminder(page, row)))
        for row in values.get("reminders") or ()
    ]


def ending(page: Page, values: Values) -> list[Fact]:
    """When and why it was terminated."""
    return _filled(
        [
            _fact(page, "termination_date", page.day(values.get("termination_date"))),
            _fact(page, "termination_reason", values.get("termination_reason")),
        ]
    )


def _reminder(page: Page, row: Mapping[str, Any]) -> Iterable[str]:
    yield page.choice(vocabularies.RECIPIENTS, row["recipients"])
    before = {"days": row.get("days_before") or "0"}
    yield page.t(_("days before: ${days}", mapping=before))
    if row.get("repeat_days"):
        every = {"n": row["repeat_days"]}
        yield page.t(_("then every ${n} day(s) until it is done", mapping=every))


def _fact(page: Page, name: str, text: str | None) -> Fact:
    return Fact(page.t(IConvention[name].title), text or "")


def _filled(facts: Iterable[Fact]) -> list[Fact]:
    return [fact for fact in facts if fact.text]


def _language(page: Page, token: str | None) -> str:
    return page.choice(vocabularies.LANGUAGES, token)


def _versions(page: Page, values: Values) -> Iterable[Fact]:
    for row in values.get("language_versions") or ():
        parts = [
            _language(page, row.get("language")),
            page.t(_("“${text}”", mapping={"text": row["title"]})) if row.get("title") else "",
            page.t(_("authoritative")) if row.get("authoritative") else "",
        ]
        text = ", ".join(part for part in parts if part)
        yield Fact(page.t(_("Language version")), text)


def _money(page: Page, values: Values) -> Iterable[Fact]:
    if not values.get("monetary"):
        yield Fact(page.t(_("Price")), page.t(_("Non-monetary: no price is owed.")))
    elif values.get("free_of_charge"):
        yield Fact(page.t(_("Price")), page.t(_("Free of charge.")))
    if values.get("declared_value") is not None:
        yield Fact(page.t(_("Declared value")), page.money(values["declared_value"]))


def _before(page: Page, values: Values, names: Names) -> Iterable[Fact]:
    if uid := values.get("predecessor"):
        named = names[uid]
        if named.url:
            yield Fact(page.t(_("Replaces")), named.title, named.url)
    yield _fact(page, "replaced_arrangement", values.get("replaced_arrangement"))


def _after(page: Page) -> Iterable[Fact]:
    catalog = api.portal.get_tool("portal_catalog")
    query = {"portal_type": "Convention", "convention_uses": page.context.UID()}
    for brain in catalog(**query):
        done = brain.review_state in IN_FORCE
        label = _("Replaced by") if done else _("To be replaced by")
        yield Fact(page.t(label), brain.Title, brain.getURL())


def _decision(page: Page, values: Values, body: str) -> str:
    day, number = page.day(values.get(f"{body}_date")), values.get(f"{body}_number")
    if day and number:
        return page.t(_("${date}, no. ${number}", mapping={"date": day, "number": number}))
    return day or (page.t(_("no. ${number}", mapping={"number": number})) if number else "")
