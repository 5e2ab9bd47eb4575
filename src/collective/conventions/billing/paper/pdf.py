"""A document as a PDF/A-3 file with its e-invoice attached.

The same document always gives the same bytes, so that a checksum can prove it: nothing in here
asks for the time, and nothing is fetched.
"""

from chameleon import PageTemplateFile
from collective.conventions import _
from collective.conventions.billing.paper import qr
from collective.conventions.billing.paper.wording import Wording
from collective.conventions.documents.rendering.pdf import attachment
from collective.conventions.documents.rendering.pdf import laid_out
from collective.conventions.terms.communication import written
from collective.conventions.terms.document import Document
from datetime import datetime
from datetime import time
from functools import cache
from pathlib import Path


HERE = Path(__file__).parent
#: The day that a draft is said to be made on, which has none of its own.
UNDATED = datetime(2000, 1, 1)


def pdf(document: Document, xml: bytes = b"") -> bytes:
    """The paper of a document, in its language; a draft where it has no number.

    :param xml: the e-invoice (UBL), attached as it is; nothing is attached where it is empty.
    :raises ServiceUnavailable: when the server lacks the library that lays out text.
    """
    moment = _moment(document)
    attached = attachment(
        string=xml,
        name=attachment_name(document),
        description=page_title(document),
        created=moment,
        modified=moment,
        # Another representation of what the pages say (ISO 32000-2, 7.11.3).
        relationship="Alternative",
    )
    return laid_out(html(document), [attached] if xml else [])


def html(document: Document) -> str:
    """The pages before they are laid out; what the document says is text in them, never markup."""
    say = Wording(document.language)
    return str(
        _template()(
            document=document,
            say=say,
            title=page_title(document),
            made=_moment(document).strftime("%Y-%m-%dT%H:%M:%SZ"),
            style=(HERE / "page.css").read_text(encoding="utf-8"),
            communication=written(document.communication or document.number),
            code=_code(document, say),
            translate=say.translated,
        )
    )


def page_title(document: Document) -> str:
    """What the document is and its number: "Invoice 2027-000123"."""
    say = Wording(document.language)
    number = document.number or say.t(_("(draft)"))
    return f"{say.kind(document.kind)} {number}"


def attachment_name(document: Document) -> str:
    """The name of the attached e-invoice: letters, digits and hyphens of the number only."""
    plain = "".join(c if c.isascii() and c.isalnum() else "-" for c in document.number)
    return f"{document.kind.replace('_', '-')}-{plain or 'draft'}.xml"


def _code(document: Document, say: Wording) -> str:
    if not qr.payable(document):
        return ""
    return qr.svg(qr.of_document(document), say.t(_("QR code for the payment")))


def _moment(document: Document) -> datetime:
    return datetime.combine(document.issued, time()) if document.issued else UNDATED


@cache
def _template() -> PageTemplateFile:
    return PageTemplateFile(str(HERE / "page.pt"))
