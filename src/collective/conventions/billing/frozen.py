"""What an issued document said when it was issued: kept with checksums, and never changed."""

from collective.conventions.billing import canonical
from collective.conventions.space.meter import expect
from collective.conventions.terms.document import Document
from datetime import date
from persistent import Persistent
from plone.namedfile.file import NamedBlobFile
from typing import Any


ATTRIBUTE = "_conventions_issued"
XML, PDF = "application/xml", "application/pdf"


class Issued(Persistent):
    """The document, its e-invoice and its paper, each with the SHA-256 of when it was made.

    ``received`` is the day on which it came in, where another has issued it in a system of its own.
    """

    received: date | None = None

    def __init__(self, document: Document, xml: bytes, received: date | None = None) -> None:
        if received is not None:
            self.received = received
        self.text = canonical.write(document)
        self.checksums = {"document": canonical.checksum(self.text.encode())}
        self.files: dict[str, NamedBlobFile] = {}
        self.number = document.number
        self.keep("xml", xml, XML)

    @property
    def document(self) -> Document:
        """What was issued; read once for each time that the record is loaded."""
        text, document = getattr(self, "_v_read", ("", None))
        if document is None or text != self.text:
            document = canonical.read(self.text)
            self._v_read = self.text, document
        return document

    def keep(self, name: str, data: bytes, kind: str) -> None:
        """Keep a file under ``name``, once and for all.

        :raises ValueError: one is kept already.
        """
        if name in self.files:
            raise ValueError(name)
        filename = f"{self.number}.{name}"
        self.files = {**self.files, name: NamedBlobFile(data, kind, filename)}
        self.checksums = {**self.checksums, name: canonical.checksum(data)}

    def breaks(self) -> tuple[str, ...]:
        """The names of what is no longer what it was."""
        held = {"document": self.text.encode()} | {
            name: file.data for name, file in self.files.items()
        }
        return tuple(
            name
            for name, known in self.checksums.items()
            if name not in held or canonical.checksum(held[name]) != known
        )


def issued_of(invoice: Any) -> Issued | None:
    """What was issued; ``None`` for a draft."""
    return getattr(invoice, ATTRIBUTE, None)


def is_received(invoice: Any) -> bool:
    """Whether another has issued it and it was received: its number is none of ours."""
    issued = issued_of(invoice)
    return issued is not None and issued.received is not None


def freeze(invoice: Any, document: Document, xml: bytes, received: date | None = None) -> Issued:
    """Keep what is issued now, or was ``received``.

    :raises ValueError: it was issued before.
    :raises InsufficientStorage: the space has no room for it.
    """
    if issued_of(invoice) is not None:
        raise ValueError(document.number)
    expect(invoice, "xml", len(xml))
    found = Issued(document, xml, received)
    setattr(invoice, ATTRIBUTE, found)
    return found
