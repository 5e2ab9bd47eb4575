"""``@@dunning``: which letters are due, sent by mail or posted by hand, and when each can go."""

from collections.abc import Callable
from collective.conventions import _
from collective.conventions.billing.delivering import Report
from collective.conventions.billing.dunning import letter_pdf
from collective.conventions.billing.dunning import LetterDue
from collective.conventions.billing.dunning import letters_due
from collective.conventions.billing.dunning import mark_posted
from collective.conventions.billing.dunning import send_letters
from collective.conventions.billing.dunning_steps import set_steps
from collective.conventions.billing.dunning_steps import steps
from collective.conventions.billing.frozen import PDF
from collective.conventions.billing.issue import ISSUE
from collective.conventions.billing.parties import item_of
from collective.conventions.billing.portions import AtMost
from collective.conventions.browser.billing.sending import SendingPage
from collective.conventions.download import as_file
from collective.conventions.interfaces import NotFound
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.messages import sentence
from collective.conventions.terms.dunning import LETTERS
from collective.conventions.terms.dunning import Step
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from zope.i18nmessageid import Message
import transaction


TITLES: dict[str, Message] = {
    "reminder": _("Reminder"),
    "second_reminder": _("Second reminder"),
    "formal_notice": _("Formal notice"),
}
MANAGE = "collective.conventions: Manage Space"


class DunningPage(SendingPage):
    """The letters that can go today, and the days on which letters go."""

    index = ViewPageTemplateFile("dunning.pt")
    name = "dunning"
    titles = TITLES
    fault = ""

    @property
    def acts(self) -> dict[str, tuple[str, Callable[[], str]]]:
        return {
            "send": (ISSUE, self._send),
            "posted": (ISSUE, self._posted),
            "steps": (MANAGE, self._set_steps),
        }

    @cached_property
    def letters(self) -> tuple[LetterDue, ...]:
        return letters_due(self.today)

    @property
    def with_address(self) -> int:
        return sum(bool(one.address) for one in self.letters)

    @cached_property
    def may_manage(self) -> bool:
        return self.may(MANAGE)

    @cached_property
    def days(self) -> list[tuple[str, str]]:
        """Each letter with the days after the due date; empty for one that is never sent."""
        if "do.steps" in self.request.form:
            return [(name, self._typed(name)) for name in LETTERS]
        known = {step.letter: str(step.days) for step in steps()}
        return [(name, known.get(name, "")) for name in LETTERS]

    def url_of(self, due: LetterDue) -> str:
        return str(item_of(due.uid).absolute_url())

    def letter(self) -> bytes:
        """``@@dunning-letter?uid=``: a letter that is due, to be printed."""
        invoice = self._invoice()
        data = letter_pdf(invoice, self.today)
        as_file(self.request, "letter.pdf", PDF, len(data), "inline")
        return data

    def _typed(self, name: str) -> str:
        return str(self.request.form.get(name, "")).strip()

    def _invoice(self) -> Any:
        invoice = item_of(self._typed("uid"))
        if getattr(invoice, "portal_type", "") != "Invoice" or not self.may("View", invoice):
            raise NotFound(_("There is no such invoice."))
        return invoice

    def _send(self) -> str:
        report: Report = send_letters(self.today, AtMost(self.most))
        return self.told(report)

    def _posted(self) -> str:
        mark_posted(self._invoice(), self._typed("letter"), self.today, self.today)
        return self.done(_("The letter is on record."))

    def _set_steps(self) -> str:
        given = [(name, self._typed(name)) for name in LETTERS]
        if any(days and not (days.isascii() and days.isdigit()) for _name, days in given):
            self.fault = self.t(_("Please enter numbers of days."))
            return self.shown()
        try:
            set_steps([Step(name, int(days[:5])) for name, days in given if days])
        except UnprocessableEntity as error:
            transaction.doom()
            self.fault = " ".join(self.t(sentence(one)) for one in error.findings)
            return self.shown()
        return self.done(_("The days are saved."))
