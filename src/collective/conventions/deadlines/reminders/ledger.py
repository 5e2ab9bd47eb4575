"""What has been told to whom: kept on the site, so that no run tells it twice.

For each convention it holds, by person and dated fact, the last reminder of each day; and for the
space a log of the last mails.
"""

from BTrees.IOBTree import IOBTree
from BTrees.OOBTree import OOBTree
from collections.abc import Iterable
from collective.conventions.interfaces import IConventionStepEvent
from collective.conventions.terms.dated import DatedFact
from collective.conventions.terms.reminding import Occurrence
from collective.conventions.terms.watching import OWED
from dataclasses import asdict
from dataclasses import dataclass
from datetime import date
from datetime import timedelta
from hashlib import sha256
from itertools import islice
from persistent import Persistent
from persistent.mapping import PersistentMapping
from plone import api
from plone.base.interfaces import IPloneSiteRoot
from typing import Any
from zope.annotation.interfaces import IAnnotations
from zope.lifecycleevent.interfaces import IObjectRemovedEvent


KEY = "collective.conventions.reminders"
#: How many mails the log keeps.
LOG_LENGTH = 1000
#: How long a day is remembered that has passed and is not owed; it could still be changed back.
KEPT_DAYS = 400


@dataclass(frozen=True)
class Told:
    """One line of a mail that was sent: of which convention, what, and which reminder of it."""

    uid: str
    title: str
    what: str
    occurrence: str


@dataclass(frozen=True)
class Sent:
    """A mail that was sent. ``instant`` is UTC, ISO 8601."""

    instant: str
    key: str
    name: str
    subject: str
    items: tuple[Told, ...]


class Ledger(Persistent):
    """What has been told, by convention, and the log."""

    def __init__(self) -> None:
        self.told = OOBTree()
        self.log = IOBTree()


def ledger() -> Ledger:
    """The ledger of the present space; made where there is none."""
    annotations = IAnnotations(api.portal.get())
    if KEY not in annotations:
        annotations[KEY] = Ledger()
    return annotations[KEY]


def was_told(uid: str, fact: DatedFact, occurrence: Occurrence, recipient: str) -> bool:
    """Whether he has been told of that day already, by this reminder or a later one."""
    found = _find()
    told = found.told.get(uid, {}) if found is not None else {}
    offset, _instant = told.get(_place(fact, occurrence, recipient), (None, ""))
    return offset is not None and offset >= occurrence.offset


def record_told(
    uid: str, fact: DatedFact, occurrence: Occurrence, recipient: str, instant: str
) -> None:
    """Remember that a reminder was sent."""
    all_told = ledger().told
    if uid not in all_told:
        all_told[uid] = OOBTree()
    all_told[uid][_place(fact, occurrence, recipient)] = (occurrence.offset, instant)


def record_sent(sent: Sent) -> None:
    """Write a mail into the log, and forget the oldest where there are too many."""
    log = ledger().log
    log[log.maxKey() + 1 if log else 1] = PersistentMapping(asdict(sent))
    for number in list(islice(log, max(len(log) - LOG_LENGTH, 0))):
        del log[number]


def history(limit: int) -> list[Sent]:
    """The last mails, the latest first."""
    found = _find()
    if found is None or not found.log:
        return []
    newest = reversed(found.log.keys(found.log.maxKey() - limit + 1))
    return [_sent(found.log[number]) for number in newest]


def prune(uids: Iterable[str], today: date) -> None:
    """Forget, of these conventions, the days long past; what is owed stays until their end."""
    first = (today - timedelta(days=KEPT_DAYS)).isoformat()
    for uid in uids:
        told = ledger().told.get(uid, {})
        for place in [place for place in told if place[1] < first and not _owed(place[0])]:
            del told[place]


def forget(uid: str) -> None:
    """Forget a convention of which nobody will be reminded any more."""
    found = _find()
    if found is not None and uid in found.told:
        del found.told[uid]


def step_taken(convention: Any, event: IConventionStepEvent) -> None:
    """There is no way back from the end."""
    if event.step == "terminate":
        forget(convention.UID())


def removed(convention: Any, event: IObjectRemovedEvent) -> None:
    """A deleted convention; with the whole site its ledger goes anyway."""
    if not IPloneSiteRoot.providedBy(event.object):
        forget(convention.UID())


def subject_of(fact: DatedFact) -> str:
    """What tells a fact from all others for good.

    The key of a commitment is the number of its row, which moves when one is put before it.
    """
    if fact.what != "commitment_due":
        return fact.key
    said = f"{fact.actor}|{fact.params.get('description', '')}"
    return f"{fact.what}-{sha256(said.encode()).hexdigest()[:16]}"


def _find() -> Ledger | None:
    """The ledger, for readers: never made."""
    return IAnnotations(api.portal.get()).get(KEY)


def _place(fact: DatedFact, occurrence: Occurrence, recipient: str) -> tuple[str, str, str]:
    return subject_of(fact), occurrence.day.isoformat(), recipient


def _owed(subject: str) -> bool:
    return subject.partition("-")[0] in OWED


def _sent(values: Any) -> Sent:
    return Sent(**{**values, "items": tuple(Told(**item) for item in values["items"])})
