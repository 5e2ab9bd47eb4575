"""The ledger of a space: which blob is held by whom, how large it is, and what that sums up to."""

from BTrees.LLBTree import LLBTree
from BTrees.LOBTree import LOBTree
from BTrees.OOBTree import OOBTree
from collections.abc import Iterable
from collections.abc import Mapping
from collective.conventions.space.gauge import Gauge
from persistent import Persistent
from plone import api
from typing import Any
from ZODB.interfaces import IConnection
from zope.annotation.interfaces import IAnnotations


KEY = "collective.conventions.storage"

#: Who holds blobs: a kind (``KINDS``) and a number: that of a thing in the database, for a UID may
#: come twice with an import, or that of a history.
Holder = tuple[str, int]
Sizes = Mapping[int, int]

#: The first of them that holds a blob is who it is put down to.
KINDS = ("item", "comment", "other", "scales", "revision")


class Ledger(Persistent):
    """Every blob of a space that is not empty, counted once however many hold it.

    All of it lies in trees and in one record for the sum, so a write costs the same in a space
    of ten files as in one of a hundred thousand, and two writers do not get in each other's way.
    """

    def __init__(self) -> None:
        self.gauge = Gauge()
        #: blob → (bytes, number of holders)
        self.blobs = LOBTree()
        #: holder → (UID of the content it belongs to, or "", its blobs)
        self.holdings = OOBTree()
        #: partial upload → (bytes that have come, second of the epoch at which it expires)
        self.uploads = OOBTree()
        #: day (ordinal) → bytes at its end; a day without a change has none
        self.days = LLBTree()
        #: What the last full count found.
        self.count: Mapping[str, Any] | None = None

    def hold(self, holder: Holder, sizes: Sizes, uid: str = "") -> int:
        """Say what a holder holds now; answers by how much the space has grown."""
        known = self.holdings.get(holder)
        before = known[1] if known else ()
        growth = sum(self._release(oid) for oid in before if oid not in sizes)
        growth += sum(self._keep(oid, size, oid in before) for oid, size in sizes.items())
        holding = (uid, tuple(sorted(sizes)))
        if sizes and holding != known:
            self.holdings[holder] = holding
        elif known and not sizes:
            del self.holdings[holder]
        return growth

    def _keep(self, oid: int, size: int, held: bool) -> int:
        known, holders = self.blobs.get(oid, (0, 0))
        kept = (size, holders + (not held))
        if kept != (known, holders):
            self.blobs[oid] = kept
        return size - known

    def _release(self, oid: int) -> int:
        size, holders = self.blobs[oid]
        if holders > 1:
            self.blobs[oid] = (size, holders - 1)
            return 0
        del self.blobs[oid]
        return -int(size)

    def resize(self, oid: int, size: int) -> int:
        """Correct the size of a blob; answers by how much the space has grown."""
        known, holders = self.blobs[oid]
        self.blobs[oid] = (size, holders)
        return size - int(known)

    def arrive(self, upload: str, octets: int, expires: float) -> int:
        """Say how much of an upload has come; answers by how much the space has grown."""
        known, _expires = self.uploads.get(upload, (0, 0))
        self.uploads[upload] = (octets, expires)
        return octets - int(known)

    def forget(self, uploads: Iterable[str]) -> int:
        """Uploads that are done, or will never be; answers by how much the space has grown."""
        return -sum(self.uploads.pop(upload)[0] for upload in uploads if upload in self.uploads)

    def begin_anew(self) -> None:
        """Forget who holds what: the next full count finds it. Limit and past days stay."""
        self.blobs, self.holdings, self.uploads = LOBTree(), OOBTree(), OOBTree()
        self.gauge.used = 0
        self.count = None

    def expired(self, now: float) -> list[str]:
        """Uploads that nobody has gone on with in time."""
        return [upload for upload, (_size, expires) in self.uploads.items() if expires < now]


def ledger_of(site: Any) -> Ledger | None:
    """The ledger of a space; None of a site that is no space."""
    return IAnnotations(site).get(KEY)


def open_ledger() -> None:
    """Give the present space a ledger, if it has none."""
    annotations = IAnnotations(api.portal.get())
    if KEY not in annotations:
        annotations[KEY] = ledger = Ledger()
        # A site that is made in this transaction is not in the database yet, and the ledger is
        # asked for its connection before that.
        IConnection(api.portal.get()).add(ledger)


def close_ledger() -> None:
    """Forget the ledger of the present space: nobody would keep it true any more."""
    IAnnotations(api.portal.get()).pop(KEY, None)
