"""The mails of a run in words, before anything is sent."""

from collections.abc import Iterable
from collective.conventions.browser.page import Page
from collective.conventions.content import vocabularies
from collective.conventions.deadlines.reminders.plan import Mail
from dataclasses import dataclass


@dataclass(frozen=True)
class Draft:
    """A mail that would be sent."""

    name: str
    email: str
    code: str
    language: str
    subject: str
    body: str
    dates: int


def drafts(page: Page, mails: Iterable[Mail]) -> list[Draft]:
    """The mails in words, in their order."""
    return [_draft(page, mail) for mail in mails]


def _draft(page: Page, mail: Mail) -> Draft:
    to = mail.recipient
    language = page.choice(vocabularies.LANGUAGES, to.language)
    return Draft(to.name, to.email, to.language, language, mail.subject, mail.body, len(mail.items))
