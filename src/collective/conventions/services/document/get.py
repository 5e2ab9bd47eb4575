"""GET @document: what it says; its parts ``pdf``, ``xml`` and ``preview`` are files."""

from collective.conventions import _
from collective.conventions.billing.drafts import document_of
from collective.conventions.billing.frozen import Issued
from collective.conventions.billing.frozen import issued_of
from collective.conventions.billing.frozen import PDF
from collective.conventions.billing.frozen import XML
from collective.conventions.billing.issue import missing
from collective.conventions.billing.paper.pdf import pdf
from collective.conventions.billing.papers import paper_of
from collective.conventions.clock import today
from collective.conventions.interfaces import Conflict
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.services.below import Below
from collective.conventions.services.document.file import File
from collective.conventions.services.document.file import send
from collective.conventions.services.document.told import document_told
from collective.conventions.services.refusals.problem import shown
from collective.conventions.terms.amounts import InvalidAmount
from typing import Any


#: What can follow the name of the service in its address.
PARTS = {"pdf": PDF, "xml": XML, "preview": PDF}


class Get(Below):
    """The document as it was issued, or as a draft would be issued today."""

    known = PARTS

    def render(self) -> Any:
        if not self.params:
            return super().render()
        self.check_permission()
        name = self.params[0]
        return send(self.request, self._preview() if name == "preview" else self._kept(name))

    def reply(self) -> dict[str, Any]:
        issued = issued_of(self.context)
        document = document_of(self.context)
        address = f"{self.context.absolute_url()}/@document"
        found = () if issued else missing(self.context, today())
        return {
            "@id": address,
            "document": document_told(document),
            "findings": [shown(finding, self.request) for finding in found],
            "files": _files(issued, address) if issued else {},
            "sound": not issued.breaks() if issued else None,
        }

    def _kept(self, name: str) -> File:
        issued = issued_of(self.context)
        if issued is None:
            raise Conflict(_("This is a draft: it has no number, no paper and no e-invoice yet."))
        if name in issued.breaks():
            raise Conflict(_("This file is no longer what was issued: its checksum differs."))
        data = paper_of(self.context) if name == "pdf" else issued.files[name].data
        return File(f"{issued.number}.{name}", PARTS[name], data)

    def _preview(self) -> File:
        """The paper of a draft, which says that it is one."""
        if issued_of(self.context) is not None:
            raise Conflict(_("This has been issued already."))
        try:
            data = pdf(document_of(self.context))
        except InvalidAmount:
            found = missing(self.context, today())
            raise UnprocessableEntity(_("The document cannot be issued yet."), found)
        return File("draft.pdf", PDF, data)


def _files(issued: Issued, address: str) -> dict[str, Any]:
    """What is kept of an issued document, with its checksums and whether they still hold."""
    broken = issued.breaks()
    return {
        name: {
            "@id": f"{address}/{name}" if name in issued.files else None,
            "sha256": known,
            "sound": name not in broken,
            "size": len(issued.files[name].data) if name in issued.files else None,
        }
        for name, known in issued.checksums.items()
    }
