"""The files of a document: its paper and its e-invoice, or the paper of a draft."""

from Acquisition import aq_parent
from collective.conventions import _
from collective.conventions.billing.drafts import document_of
from collective.conventions.billing.frozen import issued_of
from collective.conventions.billing.frozen import PDF
from collective.conventions.billing.frozen import XML
from collective.conventions.billing.issue import dated
from collective.conventions.billing.paper.pdf import attachment_name
from collective.conventions.billing.paper.pdf import pdf
from collective.conventions.billing.papers import paper_of
from collective.conventions.browser.page import Page
from collective.conventions.download import as_file
from collective.conventions.interfaces import NotFound
from zope.i18nmessageid import Message


#: What is frozen when a document is issued, by the names of its checksums.
FILES: dict[str, Message] = {
    "document": _("Data of the document"),
    "xml": _("E-invoice (XML)"),
    "pdf": _("Paper (PDF)"),
}


class InvoiceFile(Page):
    """A file to download."""

    def paper(self) -> bytes:
        """``@@document.pdf``: the paper of what was issued; what was received has none of ours."""
        issued = issued_of(self.context)
        if issued is None or issued.received:
            raise NotFound(_("This document has no paper."))
        return self._sent(paper_of(self.context), PDF, "pdf")

    def xml(self) -> bytes:
        """``@@document.xml``: its e-invoice."""
        issued = issued_of(self.context)
        if issued is None:
            raise NotFound(_("This has not been issued yet."))
        return self._sent(issued.files["xml"].data, XML, "xml")

    def preview(self) -> bytes:
        """``@@preview.pdf``: how the paper would look today; it says that it is a draft."""
        document = dated(document_of(self.context), aq_parent(self.context), self.today)
        return self._sent(pdf(document), PDF, "pdf", "inline")

    def _sent(self, data: bytes, kind: str, ending: str, how: str = "attachment") -> bytes:
        name = attachment_name(document_of(self.context)).removesuffix(".xml")
        as_file(self.request, f"{name}.{ending}", kind, len(data), how)
        return data
