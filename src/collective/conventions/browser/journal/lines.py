"""The entries of a journal as a person reads them: who, when, what, from what to what."""

from collections.abc import Iterable
from collections.abc import Mapping
from collective.conventions import _
from collective.conventions.browser.journal.changes import Change
from collective.conventions.browser.journal.changes import changes
from collective.conventions.browser.names import Names
from collective.conventions.browser.names import names_of
from collective.conventions.browser.names import referred
from collective.conventions.browser.page import Page
from collective.conventions.browser.people import People
from collective.conventions.browser.titles import fields_of
from collective.conventions.journal.chain import Entry
from dataclasses import dataclass
from zope.i18nmessageid import Message
from zope.schema.interfaces import IField


ACTIONS: dict[str, Message] = {
    "added": _("Created"),
    "modified": _("Changed"),
    "deleted": _("Deleted"),
    "approve": _("Approved by the Council"),
    "withdraw": _("Returned to draft"),
    "sign": _("Signed"),
    "terminate": _("Terminated"),
    "part_added": _("Added: ${subject}"),
    "part_modified": _("Changed: ${subject}"),
    "part_deleted": _("Deleted: ${subject}"),
}


@dataclass(frozen=True)
class Line:
    """An entry in words."""

    number: int
    when: str
    who: str
    what: str
    reason: str
    changes: tuple[Change, ...]


def lines(page: Page, entries: Iterable[Entry]) -> list[Line]:
    """The entries in words, in their order. All names come from one look-up."""
    found = list(entries)
    names = names_of({uid for one in found for uid in _uids(one)})
    people = People(page)
    own, parts = fields_of("Convention"), fields_of("Annex", "Invoice")
    return [
        _line(page, entry, people, names, parts if entry.action.startswith("part_") else own)
        for entry in found
    ]


def _line(
    page: Page, entry: Entry, people: People, names: Names, fields: Mapping[str, IField]
) -> Line:
    title = ACTIONS.get(entry.action)
    subject = {"subject": f"“{entry.subject}”"}
    what = page.t(Message(title, mapping=subject)) if title is not None else entry.action
    return Line(
        number=entry.number,
        when=page.moment(entry.instant),
        who=people[entry.actor],
        what=what,
        reason=entry.reason,
        changes=changes(page, entry.before, entry.after, fields, names),
    )


def _uids(entry: Entry) -> set[str]:
    return referred(entry.before) | referred(entry.after)
