"""Files that travel inside an e-invoice."""

from base64 import b64encode
from collective.conventions.billing.einvoice.nodes import group
from collective.conventions.billing.einvoice.nodes import leaf
from collective.conventions.billing.einvoice.nodes import Node
from dataclasses import dataclass


#: What Peppol lets travel (PEPPOL-EN16931-CL001).
TYPES = {
    "application/pdf",
    "application/vnd.oasis.opendocument.spreadsheet",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "image/jpeg",
    "image/png",
    "text/csv",
}


@dataclass(frozen=True)
class Attachment:
    """A file by its name; ``mime_type`` is one of ``TYPES``.

    :raises ValueError: for another type, or a file without a name or bytes.
    """

    name: str
    data: bytes
    mime_type: str = "application/pdf"
    description: str = ""

    def __post_init__(self) -> None:
        if self.mime_type not in TYPES or not self.name.strip() or not self.data:
            raise ValueError(f"cannot travel in an e-invoice: {self.name!r}, {self.mime_type!r}")


def embedded(attachment: Attachment) -> Node:
    """The file as part of the document."""
    return group(
        "cac:AdditionalDocumentReference",
        leaf("cbc:ID", attachment.name),
        leaf("cbc:DocumentDescription", attachment.description),
        group(
            "cac:Attachment",
            leaf(
                "cbc:EmbeddedDocumentBinaryObject",
                b64encode(attachment.data).decode("ascii"),
                mimeCode=attachment.mime_type,
                filename=attachment.name,
            ),
        ),
    )
