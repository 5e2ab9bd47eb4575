"""From which party of a convention a letter goes to which other one."""

from collections.abc import Collection
from collections.abc import Iterator
from collective.conventions import _
from collective.conventions.documents.decree.entity import parties_of
from collective.conventions.interfaces import BadRequest
from collective.conventions.terms.findings import Finding
from datetime import date
from typing import Any


def sides(convention: Any, today: date, sender: str = "", recipient: str = "") -> tuple[Any, Any]:
    """The partners between whom a letter goes, who are parties today.

    :param sender: the UID of the party that writes; the first one where it is empty.
    :param recipient: the UID of the party that is written to; the first other one where empty.
    :raises BadRequest: one of them is no party, or both are the same.
    """
    known = {party.UID(): party for party in parties_of(convention, today)}
    sender = sender or next(iter(known), "")
    recipient = recipient or next((uid for uid in known if uid != sender), "")
    wrong = list(_wrong(known, sender, recipient))
    if wrong:
        raise BadRequest(_("The question cannot be understood."), wrong)
    return known[sender], known[recipient]


def _wrong(known: Collection[str], sender: str, recipient: str) -> Iterator[Finding]:
    for field, uid in (("sender", sender), ("recipient", recipient)):
        if uid not in known:
            yield Finding("unknown_choice", field, {"value": uid[:100]})
    if sender and sender == recipient:
        yield Finding("letter_to_itself", "recipient")
