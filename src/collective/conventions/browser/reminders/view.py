"""The reminders of a space: what the next run sends, by which rules, and what was sent."""

from collections.abc import Callable
from collective.conventions import _
from collective.conventions.browser.batches import Batch
from collective.conventions.browser.batches import batch
from collective.conventions.browser.forms.problems import Problem
from collective.conventions.browser.page import Page
from collective.conventions.browser.reminders.preview import Draft
from collective.conventions.browser.reminders.preview import drafts
from collective.conventions.browser.reminders.sent import Line
from collective.conventions.browser.reminders.sent import lines
from collective.conventions.browser.reminders.table import read
from collective.conventions.browser.reminders.table import rules_table
from collective.conventions.browser.reminders.table import RulesTable
from collective.conventions.deadlines.reminders import ledger
from collective.conventions.deadlines.reminders.address import recorded_address
from collective.conventions.deadlines.reminders.address import set_space_address
from collective.conventions.deadlines.reminders.asking import foreseen_day
from collective.conventions.deadlines.reminders.plan import Mail
from collective.conventions.deadlines.reminders.plan import plan
from collective.conventions.deadlines.reminders.rows import row_of
from collective.conventions.deadlines.reminders.rows import rule_of
from collective.conventions.deadlines.reminders.rules import DEFAULTS
from collective.conventions.deadlines.reminders.rules import set_space_rules
from collective.conventions.deadlines.reminders.rules import space_rules
from collective.conventions.deadlines.reminders.settings import obstacles
from collective.conventions.deadlines.reminders.unreachable import Unreachable
from collective.conventions.deadlines.reminders.unreachable import unreachable
from datetime import date
from functools import cached_property
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18nmessageid import Message


MAILS = 50
SENT = 50
PARTS: dict[str, Message] = {
    "next": _("Next mails"),
    "rules": _("Rules"),
    "sent": _("Sent mails"),
}


class RemindersView(Page):
    """``@@reminders``, with ``part=rules`` or ``part=sent``; sends nothing itself."""

    index = ViewPageTemplateFile("view.pt")
    parts = PARTS
    most = ledger.LOG_LENGTH
    problems: tuple[Problem, ...] = ()
    #: The rules on the page are those of a new space, and not saved yet.
    usual = False
    typed = False

    def __call__(self) -> str:
        if self.request.method == "POST":
            CheckAuthenticator(self.request)
            for name, act in self.acts.items():
                if f"do.{name}" in self.request.form:
                    return act()
        return super().__call__()

    @property
    def acts(self) -> dict[str, Callable[[], str]]:
        return {
            "save": self._save,
            "add": self._add,
            "usual": self._usual,
            "address": self._address,
        }

    @cached_property
    def url(self) -> str:
        return f"{self.portal_url}/@@reminders"

    @cached_property
    def part(self) -> str:
        asked = str(self.request.form.get("part", ""))
        return asked if asked in PARTS else "next"

    # What is sent next

    @cached_property
    def day_problem(self) -> str:
        """What is wrong with the day that was asked for."""
        return "" if self._asked_day is not None else self.t(_("This is not a day to come."))

    @cached_property
    def shown_day(self) -> date:
        """The day for which the mails are shown."""
        return self._asked_day or self.today

    @cached_property
    def _asked_day(self) -> date | None:
        return foreseen_day(str(self.request.form.get("day", "")), self.today)

    @cached_property
    def obstacles(self) -> list[str]:
        """Why no mail can be sent at all."""
        return [self.t(message) for message in obstacles()]

    @cached_property
    def may_set_up_mail(self) -> bool:
        return self.may("Plone Site Setup: Mail")

    @cached_property
    def link_address(self) -> str:
        """With what the links in mails begin; empty where the command cannot know it."""
        return recorded_address()

    @cached_property
    def unreachable(self) -> Unreachable:
        return unreachable(self.shown_day)

    def group(self, name: str) -> str:
        """The title of a group."""
        found = api.group.get(groupname=name)
        return self.t(found.getProperty("title") or name) if found is not None else name

    @cached_property
    def may_manage_members(self) -> bool:
        return self.may("collective.conventions: Manage Members")

    @cached_property
    def mails(self) -> tuple[Mail, ...]:
        return plan(self.shown_day)

    @cached_property
    def mail_batch(self) -> Batch:
        return batch(self.request.form.get("page"), MAILS, len(self.mails))

    @property
    def mails_url(self) -> str:
        """The address of a page of the mails, up to its number."""
        return f"{self.url}?day={self.shown_day.isoformat()}&page="

    @cached_property
    def drafts(self) -> list[Draft]:
        start = self.mail_batch.start
        return drafts(self, self.mails[start : start + MAILS])

    # Rules

    @cached_property
    def table(self) -> RulesTable:
        rules = DEFAULTS if self.usual else space_rules()
        return rules_table(self, map(row_of, rules), self.typed)

    @cached_property
    def is_usual(self) -> bool:
        """Whether the rules in force are those of a new space."""
        return space_rules() == DEFAULTS

    def _save(self) -> str:
        self.typed = True
        rows, self.problems = read(self.table, self)
        if self.problems:
            return super().__call__()
        set_space_rules(map(rule_of, rows))
        return self._done(_("The rules are saved. They hold from the next run on."), "rules")

    def _add(self) -> str:
        self.typed = True
        self.table.add_blank()
        return super().__call__()

    def _usual(self) -> str:
        self.usual = True
        return super().__call__()

    def _address(self) -> str:
        set_space_address(self.portal_url)
        return self._done(_("The address is saved."), "next")

    def _done(self, message: Message, part: str) -> str:
        api.portal.show_message(message, self.request)
        self.request.response.redirect(f"{self.url}?part={part}")
        return ""

    # What was sent

    @cached_property
    def sent(self) -> list[ledger.Sent]:
        return ledger.history(ledger.LOG_LENGTH)

    @cached_property
    def sent_batch(self) -> Batch:
        return batch(self.request.form.get("page"), SENT, len(self.sent))

    @property
    def sent_url(self) -> str:
        """The address of a page of the log, up to its number."""
        return f"{self.url}?part=sent&page="

    @cached_property
    def lines(self) -> list[Line]:
        start = self.sent_batch.start
        return lines(self, self.sent[start : start + SENT])
