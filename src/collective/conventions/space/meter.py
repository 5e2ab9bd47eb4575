"""The meter: notes what a transaction touches, and settles with the ledger when it ends.

At the end everything has its final shape, whatever subscribers did in between, and Plone has
already looked for writes that a link could have caused: a scale made for a visitor is counted
without being taken for an attack.
"""

from Acquisition import aq_base
from collections.abc import Iterable
from collective.conventions import logger
from collective.conventions.clock import now
from collective.conventions.clock import today
from collective.conventions.space.alarm import ring
from collective.conventions.space.blobs import oid_of
from collective.conventions.space.blobs import size_of
from collective.conventions.space.holders import history_of
from collective.conventions.space.holders import Holding
from collective.conventions.space.holders import holdings
from collective.conventions.space.holders import revision_blobs
from collective.conventions.space.holders import Touched
from collective.conventions.space.ledger import Ledger
from collective.conventions.space.ledger import ledger_of
from collective.conventions.space.room import is_unlimited
from collective.conventions.space.room import no_room
from collective.conventions.space.room import Room
from collective.conventions.space.room import room_of
from datetime import timedelta
from plone import api
from plone.api.exc import CannotGetPortalError
from plone.uuid.interfaces import IUUID
from typing import Any
from ZODB.blob import Blob
from zope.component.hooks import site as current_site
import transaction


#: How long plone.restapi keeps a partial upload that nobody goes on with.
UPLOADS_LAST = timedelta(hours=1)


class Meter:
    """What one transaction has touched in one space."""

    def __init__(self, site: Any, ledger: Ledger) -> None:
        self.site = site
        self.ledger = ledger
        self.things: dict[int, Touched] = {}
        self.histories: dict[int, str] = {}
        #: Partial uploads: what has come of them, or None for those that are over.
        self.uploads: dict[str, int | None] = {}
        #: The growth that was asked for, and granted, before it is written.
        self.asked: dict[Any, int] = {}
        if ledger.uploads:
            self._expire()

    def _expire(self) -> None:
        """Give back what uploads hold that nobody has gone on with in time."""
        over = self.ledger.expired(now().timestamp())
        self.uploads.update(dict.fromkeys(over))
        self.asked["expired"] = -sum(self.ledger.uploads[upload][0] for upload in over)

    def note(self, thing: Any, *, gone: bool = False, scales: bool = False) -> None:
        """Remember a thing; it is looked at once, when the transaction ends."""
        base = aq_base(thing)
        before = self.things.get(id(base))
        self.things[id(base)] = Touched(base, gone, scales or bool(before and before.scales))

    def note_history(self, history: int, uid: str = "") -> None:
        """Remember a history of revisions whose content may be gone, or have another by now."""
        self.histories[history] = uid

    def ask(self, name: Any, growth: int) -> None:
        """Ask for room ahead of the write; asking again under one name replaces the question.

        :raises InsufficientStorage: together with what was asked before it does not fit.
        """
        if not self.grants(name, growth):
            raise no_room(self.room, growth)

    def grants(self, name: Any, growth: int) -> bool:
        """Whether there is room for more; it is then set aside for this transaction."""
        before = sum(asked for other, asked in self.asked.items() if other != name)
        granted = self.room.holds(before + growth) or growth <= 0 or is_unlimited()
        if granted:
            self.asked[name] = growth
        return granted

    @property
    def room(self) -> Room:
        return room_of(self.ledger.gauge)

    def settle(self) -> None:
        """Tell the ledger all that has changed.

        :raises InsufficientStorage: the space has grown past its limit.
        """
        # Who works across sites may have left this one already.
        with current_site(self.site):
            growth = self._upload_growth()
            growth += sum(self._growth_of(touched) for touched in self.things.values())
            growth += sum(self._revised(*item) for item in self.histories.items())
            self.things, self.uploads, self.histories = {}, {}, {}
            if growth:
                self.grow(growth)

    def grow(self, growth: int) -> None:
        """Move the gauge, and warn where it passes a mark.

        :raises InsufficientStorage: it would pass the limit, and the user is not of the
            maintenance team.
        """
        room, gauge = self.room, self.ledger.gauge
        unlimited = growth > 0 and is_unlimited()
        if not room.holds(growth):
            if not unlimited:
                raise no_room(room, growth)
            logger.warning(
                "%s: the maintenance team has used %s bytes beyond the limit of %s; it is counted "
                "and not refused.",
                "/".join(self.site.getPhysicalPath()),
                room.used + growth - room.limit,
                room.limit,
            )
        day = today().toordinal()
        if gauge.day and gauge.day != day:
            self.ledger.days[gauge.day] = gauge.used
        before = gauge.level
        gauge.move(growth, None if unlimited else room.limit, day)
        if gauge.level > before:
            ring(gauge.level, self.room)

    def _growth_of(self, touched: Touched) -> int:
        return sum(self._held(touched.thing, holding) for holding in holdings(touched))

    def _held(self, thing: Any, holding: Holding) -> int:
        sizes = self._sizes(holding.blobs)
        if not sizes and thing._p_oid is None:
            return 0
        number = holding.number
        if number is None:
            number = oid_of(thing, self.ledger._p_jar)
        return self.ledger.hold((holding.kind, number), sizes, holding.uid)

    def _revised(self, history: int, uid: str) -> int:
        holder = ("revision", history)
        known = self.ledger.holdings.get(holder, ("", ()))[0]
        return self.ledger.hold(holder, self._sizes(revision_blobs(history)), known or uid)

    def _sizes(self, blobs: Iterable[Blob]) -> dict[int, int]:
        """Blobs by their numbers; an empty one takes no room."""
        jar, known = self.ledger._p_jar, self.ledger.blobs
        sizes = {}
        for blob in blobs:
            oid = oid_of(blob, jar)
            sizes[oid] = size_of(blob, known.get(oid, (None,))[0])
        return {oid: size for oid, size in sizes.items() if size}

    def _upload_growth(self) -> int:
        over = [upload for upload, octets in self.uploads.items() if octets is None]
        growth = self.ledger.forget(over)
        expires = (now() + UPLOADS_LAST).timestamp()
        for upload, octets in self.uploads.items():
            if octets is not None:
                growth += self.ledger.arrive(upload, octets, expires)
        return growth


def meter() -> Meter | None:
    """The meter of the present transaction and space; None outside of spaces."""
    try:
        site = api.portal.get()
    except CannotGetPortalError:
        return None
    ledger = ledger_of(site)
    if ledger is None:
        return None
    current = transaction.get()
    try:
        return current.data(ledger)
    except KeyError:
        made = Meter(site, ledger)
        current.set_data(ledger, made)
        current.addBeforeCommitHook(made.settle)
        return made


def note(thing: Any, *, gone: bool = False, scales: bool = False) -> None:
    """Note that a thing was touched, if it lies in a space."""
    found = meter()
    if found is not None:
        found.note(thing, gone=gone, scales=scales)


def expect(thing: Any, name: str, octets: int) -> None:
    """Ask for the room of a new file that a thing is about to hold, and note the thing.

    For files that come without the event of an edit.

    :raises InsufficientStorage: there is no room for it.
    """
    found = meter()
    if found is not None:
        found.ask((id(aq_base(thing)), name), octets)
        found.note(thing)


def note_history(content: Any) -> None:
    """Note the history that content has at this moment."""
    found, history = meter(), history_of(content)
    if found is not None and history is not None:
        found.note_history(history, str(IUUID(content, None) or ""))


def ask_file(name: Any, file: Any, stored: Any = None) -> None:
    """Ask for the room that a file needs before it replaces the ``stored`` one.

    :raises InsufficientStorage: there is no room for it.
    """
    found = meter()
    if found is not None and file is not None and file is not stored:
        found.ask(name, file.getSize() - freed(found.ledger, stored))


def freed(ledger: Ledger, stored: Any) -> int:
    """What a file gives back when it is replaced: nothing while a revision holds it, too."""
    blob = getattr(stored, "_blob", None)
    if blob is None or blob._p_oid is None:
        return 0
    size, holders = ledger.blobs.get(oid_of(blob, ledger._p_jar), (0, 0))
    return int(size) if holders == 1 else 0
