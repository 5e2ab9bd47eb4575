"""Changing a delay that a law sets: on record, in the journal of the space, in the index."""

from collections.abc import Iterator
from collections.abc import Mapping
from collective.conventions.content import vocabularies
from collective.conventions.deadlines.delays import delays
from collective.conventions.deadlines.delays import ILegalDelay
from collective.conventions.deadlines.delays import record
from collective.conventions.deadlines.refresh import reindex_supervised
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.journal.actor import actor
from collective.conventions.journal.chain import Entry
from collective.conventions.journal.storage import find
from collective.conventions.journal.storage import journal_of_space
from collective.conventions.terms.findings import Finding
from plone import api
from plone.uuid.interfaces import IUUID
from typing import Any
from zope.i18n import translate
from zope.i18nmessageid import Message


ACTION = "delay_changed"
#: How many of the changes are shown.
LATEST = 10


def title(code: str) -> Message:
    """What a delay is called."""
    return vocabularies.SUPERVISION_REGIMES.getTerm(code).title


def change(code: str, days: str, source: str) -> None:
    """Set a delay anew, as the law of ``source`` has it.

    Every date that follows from it moves with it.

    :raises UnprocessableEntity: the number or the source cannot be; it names all that is wrong.
    """
    # A source is one line; no law has a name that is longer.
    days, source = days.strip(), " ".join(source.split())[: ILegalDelay["source"].max_length]
    if findings := tuple(_findings(days, source)):
        raise UnprocessableEntity(findings=findings)
    before, after = _values(code), {"days": int(days), "source": source}
    if before == after:
        return
    for name, value in after.items():
        api.portal.set_registry_record(record(code, name), value)
    changed = {name for name, value in after.items() if before[name] != value}
    journal_of_space().append(
        ACTION,
        actor=actor(),
        subject=translate(title(code), target_language=api.portal.get_default_language()),
        before={name: before[name] for name in changed},
        after={name: after[name] for name in changed},
    )
    reindex_supervised()


def latest_changes() -> tuple[Entry, ...]:
    """The last changes of delays, the latest first."""
    journal = find(IUUID(api.portal.get()))
    entries = () if journal is None else journal.between(1, journal.length)
    return tuple(entry for entry in entries[::-1] if entry.action == ACTION)[:LATEST]


def _values(code: str) -> Mapping[str, Any]:
    delay = delays()[code]
    return {"days": delay.days, "source": delay.source}


def _findings(days: str, source: str) -> Iterator[Finding]:
    limits = ILegalDelay["days"]
    if not (days.isascii() and days.isdigit() and len(days) < 10):
        yield Finding("not_a_number" if days else "required", "days")
    elif int(days) < limits.min:
        yield Finding("not_positive", "days")
    elif int(days) > limits.max:
        yield Finding("too_large", "days", {"maximum": limits.max})
    if not source:
        yield Finding("required", "source")
