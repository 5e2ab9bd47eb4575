"""The mails that were sent, in words."""

from collections.abc import Iterable
from collective.conventions.browser.names import Named
from collective.conventions.browser.names import Names
from collective.conventions.browser.names import names_of
from collective.conventions.browser.page import Page
from collective.conventions.deadlines.reminders.ledger import Sent
from collective.conventions.deadlines.reminders.ledger import Told
from collective.conventions.deadlines.wording.facts import FACTS
from collective.conventions.terms.reminding import Occurrence
from dataclasses import dataclass


@dataclass(frozen=True)
class About:
    """A date of which a mail reminded; ``url`` is empty for what the reader cannot see."""

    date: str
    title: str
    url: str


@dataclass(frozen=True)
class Line:
    """A mail that was sent."""

    when: str
    name: str
    subject: str
    about: tuple[About, ...]


def lines(page: Page, mails: Iterable[Sent]) -> list[Line]:
    """The mails in words, in their order."""
    shown = list(mails)
    names = names_of({told.uid for mail in shown for told in mail.items})
    return [
        Line(
            when=page.moment(mail.instant),
            name=mail.name,
            subject=mail.subject,
            about=tuple(_about(page, told, names) for told in mail.items),
        )
        for mail in shown
    ]


def _about(page: Page, told: Told, names: Names) -> About:
    day = page.day(Occurrence.read(told.occurrence).day)
    found: Named = names[told.uid]
    return About(page.labelled(day, page.t(FACTS[told.what])), told.title, found.url or "")
