"""The entries of the journal of the server, as a person reads them."""

from collective.conventions.browser.journal.changes import Change
from collective.conventions.browser.journal.changes import changes
from collective.conventions.browser.names import Named
from collective.conventions.browser.names import Names
from collective.conventions.browser.page import Page
from collective.conventions.browser.people import by_command
from collective.conventions.browser.server.words import ACTIONS
from collective.conventions.browser.server.words import fields_in
from collective.conventions.journal.chain import Entry
from dataclasses import dataclass


class Ids(Names):
    """On the root there is no catalog: what is referred to is a space, named by its id."""

    def __missing__(self, uid: str) -> Named:
        return Named(uid, uid)


@dataclass(frozen=True)
class Told:
    """One entry; ``changes`` holds each value with its name, before and after."""

    number: int
    moment: str
    action: str
    actor: str
    subject: str
    reason: str
    changes: tuple[Change, ...]

    @property
    def had(self) -> bool:
        """Whether anything stood there before."""
        return any(change.before for change in self.changes)


def told(page: Page, entry: Entry) -> Told:
    """An entry in the reader's language."""
    return Told(
        number=entry.number,
        moment=page.moment(entry.instant),
        action=page.t(ACTIONS[entry.action]) if entry.action in ACTIONS else entry.action,
        actor=by_command(page, entry.actor),
        subject=entry.subject,
        reason=entry.reason,
        changes=changes(page, entry.before, entry.after, fields_in(entry.action), Ids()),
    )
