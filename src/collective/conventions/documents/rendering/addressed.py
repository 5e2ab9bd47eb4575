"""From which party of a convention a letter goes to which other one."""

from collections.abc import Iterator
from collective.conventions import _
from collective.conventions.documents.decree.entity import parties_of
from collective.conventions.documents.filling.letters import Letter
from collective.conventions.documents.filling.letters import Unpaid
from collective.conventions.interfaces import BadRequest
from collective.conventions.terms.findings import Finding
from datetime import date
from typing import Any


def addressed(
    convention: Any,
    today: date,
    sender: str,
    recipient: str,
    reason: str = "",
    end: date | None = None,
    invoices: tuple[Unpaid, ...] = (),
) -> Letter:
    """A letter between two who are parties today.

    :param sender: the UID of the party that writes; the first one where it is empty.
    :param recipient: the UID of the party that is written to; the first other one where empty.
    :raises BadRequest: one of them is no party, or both are the same.
    """
    names = {party.UID(): party.title for party in parties_of(convention, today)}
    sender = sender or next(iter(names), "")
    recipient = recipient or next((uid for uid in names if uid != sender), "")
    wrong = list(_wrong(names, sender, recipient))
    if wrong:
        raise BadRequest(_("The question cannot be understood."), wrong)
    return Letter(names[sender], names[recipient], reason, end, invoices)


def _wrong(names: dict[str, str], sender: str, recipient: str) -> Iterator[Finding]:
    for field, uid in (("sender", sender), ("recipient", recipient)):
        if uid not in names:
            yield Finding("unknown_choice", field, {"value": uid[:100]})
    if sender and sender == recipient:
        yield Finding("letter_to_itself", "recipient")
