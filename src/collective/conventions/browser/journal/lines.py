"""The entries of a journal as a person reads them: who, when, what, from what to what."""

from collections.abc import Iterable
from collective.conventions import _
from collective.conventions.billing.dunning_steps import IDunningSettings
from collective.conventions.browser.incidents.fields import RECORDED
from collective.conventions.browser.journal import billing
from collective.conventions.browser.journal.changes import Change
from collective.conventions.browser.journal.changes import changes
from collective.conventions.browser.journal.changes import Size
from collective.conventions.browser.names import Names
from collective.conventions.browser.names import names_of
from collective.conventions.browser.names import referred
from collective.conventions.browser.page import Page
from collective.conventions.browser.people import People
from collective.conventions.browser.titles import fields_of
from collective.conventions.content.rows import IReminderRow
from collective.conventions.deadlines.delays import ILegalDelay
from collective.conventions.journal.chain import Entry
from collective.conventions.settings.schema import SETTINGS
from functools import cached_property
from functools import partial
from zope import schema
from zope.i18nmessageid import Message
from zope.schema import getFieldsInOrder
from zope.schema.interfaces import IField


ACTIONS: dict[str, Message] = {
    "added": _("Created"),
    "modified": _("Changed"),
    "deleted": _("Deleted"),
    "approve": _("Approved by the Council"),
    "withdraw": _("Returned to draft"),
    "sign": _("Signed"),
    "terminate": _("Terminated"),
    "reminded": _("Reminder sent"),
    "advanced_access_asked": _("Advanced access asked for: ${subject}"),
    "advanced_access_granted": _("Advanced access granted: ${subject}"),
    "advanced_access_declined": _("Advanced access declined: ${subject}"),
    "advanced_access_revoked": _("Advanced access revoked: ${subject}"),
    "advanced_access_returned": _("Advanced access given back: ${subject}"),
    "delay_changed": _("Changed: “${subject}”"),
    "settings_changed": _("Settings changed"),
    "storage_warned": _("${subject} % of the storage are used"),
    "storage_limited": _("Limit of the storage changed"),
    "revisions_purged": _("Earlier revisions of files deleted"),
    "scales_dropped": _("Smaller copies of images deleted"),
    "suspended": _("incident_suspended", default="Suspended"),
    "reinstated": _("Reinstated"),
    "incident_reported": _("Incident reported: ${subject}"),
    "incident_triaged": _("Incident assessed: ${subject}"),
    "incident_asked": _("Co-operation asked for: ${subject}"),
    "incident_answered": _("Answered: ${subject}"),
    "incident_warned": _("Warning: ${subject}"),
    "incident_authorities": _("Judicial authorities informed: ${subject}"),
    "incident_noted": _("Note on an incident: ${subject}"),
    "incident_closed": _("Incident closed: ${subject}"),
    "incident_reopened": _("Incident opened again: ${subject}"),
    "part_added": _("Added: “${subject}”"),
    "part_modified": _("Changed: “${subject}”"),
    "part_restricted": _("Closed further: “${subject}”"),
    "part_deleted": _("Deleted: “${subject}”"),
    "part_approve": _("Approved by the Council: “${subject}”"),
    "part_withdraw": _("Returned to draft: “${subject}”"),
    "part_sign": _("Signed: “${subject}”"),
    "text_taken": _("Text taken from the file “${subject}”"),
    "proposal_accepted": _("Accepted out of the text: ${subject}"),
    "proposal_rejected": _("Proposal of the text rejected"),
    "proposal_reopened": _("Proposal of the text taken up again"),
    **billing.ACTIONS,
}

STORAGE = ("storage_warned", "storage_limited", "revisions_purged", "scales_dropped")

#: What an entry about a reminder holds.
REMINDED: dict[str, IField] = {
    "recipient": schema.TextLine(title=_("To")),
    "what": IReminderRow["what"],
    "day": schema.Date(title=_("Day")),
    "occurrence": schema.TextLine(title=_("Reminder")),
}

#: What an entry about advanced access holds.
ADVANCED_ACCESS: dict[str, IField] = {
    "member": schema.TextLine(title=_("Member")),
    "until": schema.Date(title=_("Last day")),
}

#: What an entry about the storage holds.
STORED: dict[str, IField] = {
    "used": Size(title=_("Used")),
    "limit": Size(title=_("Limit")),
    "freed": Size(title=_("Free again")),
}


class Line:
    """An entry in words; what it changed is read only by who asks for it."""

    def __init__(self, page: Page, entry: Entry, people: People, names: Names) -> None:
        self.number = entry.number
        self.when = page.moment(entry.instant)
        self.who = people[entry.actor]
        self.what = _what(page, entry)
        self.reason = entry.reason
        self._changes = partial(_changes, page, entry, names)

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        return self._changes()

    @property
    def had(self) -> bool:
        """Whether anything stood there before."""
        return any(change.before for change in self.changes)


def lines(page: Page, entries: Iterable[Entry], names: Names) -> list[Line]:
    """The entries in words, in their order."""
    people = People(page)
    return [Line(page, entry, people, names) for entry in entries]


def names_in(entries: Iterable[Entry]) -> Names:
    """The names of all that entries refer to, from one look-up."""
    return names_of({uid for one in entries for uid in referred(one.before) | referred(one.after)})


def _what(page: Page, entry: Entry) -> str:
    title = ACTIONS.get(entry.action)
    subject = {"subject": entry.subject}
    return page.t(Message(title, mapping=subject)) if title is not None else entry.action


def _changes(page: Page, entry: Entry, names: Names) -> tuple[Change, ...]:
    if entry.action == "delay_changed":
        fields = dict(getFieldsInOrder(ILegalDelay))
    elif entry.action == "settings_changed":
        fields = {name: field for name, (_record, field) in SETTINGS.items()}
        fields["dunning_steps"] = IDunningSettings["steps"]
    elif entry.action == "reminded":
        fields = REMINDED
    elif entry.action.startswith("advanced_access_"):
        fields = ADVANCED_ACCESS
    elif entry.action.startswith(("incident_", "suspended", "reinstated")):
        fields = RECORDED
    elif entry.action in billing.ACTIONS:
        fields = billing.FIELDS
    elif entry.action in STORAGE:
        fields = STORED
    else:
        parts = ("Annex", "Invoice", "Amendment")
        fields = fields_of(*parts if entry.action.startswith("part_") else ("Convention",))
    return changes(page, entry.before, entry.after, fields, names)
