"""What went out of an issued document: itself, and the letters that asked for its payment."""

from collective.conventions.billing.canonical import checksum
from collective.conventions.billing.frozen import PDF
from collective.conventions.space.meter import expect
from dataclasses import dataclass
from datetime import date
from persistent.list import PersistentList
from persistent.mapping import PersistentMapping
from plone.namedfile.file import NamedBlobFile
from typing import Any


ATTRIBUTE = "_conventions_sendings"
#: The document itself; letters bear the names of ``terms.dunning.LETTERS``.
DOCUMENT = "document"
MAIL, POST = "mail", "post"


@dataclass(frozen=True)
class Sending:
    """What went out on a day, by mail to an address or by post; ``actor`` has sent it.

    ``checksum`` is the SHA-256 of the file that was sent; that of a letter is kept.
    """

    what: str
    day: date
    means: str
    address: str
    actor: str
    checksum: str
    file: NamedBlobFile | None = None


def sendings(invoice: Any, what: str = "") -> tuple[Sending, ...]:
    """What went out of an invoice, or of it only ``what``; the first one first."""
    found = (Sending(**row) for row in getattr(invoice, ATTRIBUTE, ()))
    return tuple(one for one in found if what in ("", one.what))


def write_down(invoice: Any, sending: Sending) -> None:
    """Remember that something went out.

    :raises InsufficientStorage: the space has no room for the file that is kept of it.
    """
    if sending.file is not None:
        expect(invoice, sending.what, sending.file.getSize())
    if getattr(invoice, ATTRIBUTE, None) is None:
        setattr(invoice, ATTRIBUTE, PersistentList())
    getattr(invoice, ATTRIBUTE).append(PersistentMapping(vars(sending)))


def letter_file(name: str, data: bytes) -> NamedBlobFile:
    """The file of a letter, to be kept."""
    return NamedBlobFile(data, PDF, f"{name}.pdf")


def intact(sending: Sending) -> bool:
    """Whether the file that is kept is the one that was sent."""
    return sending.file is None or checksum(sending.file.data) == sending.checksum
