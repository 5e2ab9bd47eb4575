"""Of which dates whom a space reminds, and what a single convention says instead."""

from collections.abc import Iterable
from collective.conventions import _
from collective.conventions.terms.reminding import Schedule
from collective.conventions.terms.watching import days_before
from collective.conventions.terms.watching import MOST_DAYS
from collective.conventions.terms.watching import MOST_REMINDERS
from collective.conventions.terms.watching import RECIPIENTS
from collective.conventions.terms.watching import WATCHED
from dataclasses import dataclass
from plone import api
from typing import Any
from zope import schema
from zope.interface import Interface


RECORD = "collective.conventions.reminders.rules"
MOST_REPEAT = 365


@dataclass(frozen=True)
class Rule:
    """Who is reminded of what: so many days before, then every so many days until it is done.

    ``what`` is one of ``terms.watching.WATCHED``, ``recipients`` one of its ``RECIPIENTS``.

    :raises ValueError: for anything else, or for days out of their range.
    """

    what: str
    days_before: tuple[int, ...]
    repeat_days: int | None
    recipients: str

    def __post_init__(self) -> None:
        if self.what not in WATCHED or self.recipients not in RECIPIENTS:
            raise ValueError(f"nobody can be reminded so: {self.what}, {self.recipients}")
        if max(self.schedule.days_before) > MOST_DAYS or len(self.days_before) > MOST_REMINDERS:
            raise ValueError(f"too many reminders, or too early: {self.days_before}")
        if (self.repeat_days or 0) > MOST_REPEAT:
            raise ValueError(f"too rarely repeated: {self.repeat_days}")

    @property
    def schedule(self) -> Schedule:
        """When the reminders are due."""
        return Schedule(self.days_before, self.repeat_days)

    def __str__(self) -> str:
        days = ",".join(str(days) for days in self.days_before)
        return f"{self.what}|{days}|{self.repeat_days or ''}|{self.recipients}"

    @classmethod
    def read(cls, text: str) -> "Rule":
        """The rule that ``str`` wrote.

        :raises ValueError: for a text that names none.
        """
        what, days, repeat, recipients = text.split("|")
        return cls(what, days_before(days) or (), int(repeat) if repeat else None, recipients)


#: What a new space starts with.
DEFAULTS = (
    Rule("notice_by", (60, 30, 7), None, "responsible"),
    Rule("notice_by", (60, 30, 7), None, "council_secretaries"),
    Rule("agree_by", (60, 30, 7), None, "responsible"),
    Rule("agree_by", (60, 30, 7), None, "council_secretaries"),
    Rule("ends", (90, 30), None, "responsible"),
    Rule("ends", (90, 30), None, "council_secretaries"),
    Rule("commitment_due", (14, 0), 14, "responsible"),
    Rule("contacts_due", (7, 0), 14, "responsible"),
    Rule("supervision_until", (7, 0), None, "council_secretaries"),
    Rule("cure_until", (7, 0), None, "responsible"),
    Rule("may_terminate", (0,), None, "responsible"),
    Rule("may_terminate", (0,), None, "council_secretaries"),
)


class IReminderSettings(Interface):
    """What a space has on record about its reminders."""

    rules = schema.List(
        title=_("Reminders"),
        value_type=schema.TextLine(title=_("Reminder")),
        required=False,
        default=[str(rule) for rule in DEFAULTS],
    )
    address = schema.URI(
        title=_("Address of the space"),
        description=_("Under which people open it; the links in mails start with it."),
        required=False,
    )


def space_rules() -> tuple[Rule, ...]:
    """The rules of the present space."""
    found = api.portal.get_registry_record(RECORD, default=None)
    return DEFAULTS if found is None else tuple(Rule.read(text) for text in found)


def set_space_rules(rules: Iterable[Rule]) -> None:
    """Put ``rules`` in the place of those of the present space."""
    api.portal.set_registry_record(RECORD, list(dict.fromkeys(str(rule) for rule in rules)))


def own_rules(convention: Any) -> tuple[Rule, ...]:
    """What a convention says itself; a row that cannot be read has a finding of its own."""
    found = []
    for row in convention.reminders or ():
        days = days_before(row.get("days_before"))
        if days is not None:
            found.append(Rule(row["what"], days, row.get("repeat_days"), row["recipients"]))
    return tuple(found)


def rules_of(convention: Any) -> tuple[Rule, ...]:
    """The rules for one convention: for a date that it speaks of, its own replace the space's."""
    own = own_rules(convention)
    spoken = {rule.what for rule in own}
    return (*own, *(rule for rule in space_rules() if rule.what not in spoken))
