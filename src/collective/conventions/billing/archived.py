"""What an issued document gives to the archive of its convention: its e-invoice and its paper."""

from collections.abc import Callable
from collections.abc import Iterator
from collective.conventions.billing.frozen import issued_of
from collective.conventions.billing.papers import paper_of
from collective.conventions.content.invoice import IInvoice
from collective.conventions.interfaces import IPartFiles
from functools import partial
from typing import Any
from zope.component import adapter
from zope.interface import implementer


File = tuple[str, str, Callable[[], Iterator[bytes]]]


@implementer(IPartFiles)
@adapter(IInvoice)
class InvoiceFiles:
    """The files of an invoice or credit note; a draft has none."""

    def __init__(self, invoice: Any) -> None:
        self.invoice = invoice

    def __iter__(self) -> Iterator[File]:
        issued = issued_of(self.invoice)
        if issued is None:
            return
        yield f"{issued.number}.xml", issued.number, partial(_kept, issued.files["xml"])
        if issued.received is None:
            yield f"{issued.number}.pdf", issued.number, partial(_paper, self.invoice)


def _kept(file: Any) -> Iterator[bytes]:
    yield file.data


def _paper(invoice: Any) -> Iterator[bytes]:
    """The paper that was kept; made now where none is kept yet, with the very same bytes."""
    yield paper_of(invoice)
