"""From a document to its e-invoice."""

from collections.abc import Iterable
from collective.conventions import _
from collective.conventions.billing.einvoice import names
from collective.conventions.billing.einvoice.attachments import Attachment
from collective.conventions.billing.einvoice.attachments import embedded
from collective.conventions.billing.einvoice.nodes import group
from collective.conventions.billing.einvoice.nodes import leaf
from collective.conventions.billing.einvoice.nodes import Node
from collective.conventions.billing.einvoice.nodes import period
from collective.conventions.billing.einvoice.write_line import line_of
from collective.conventions.billing.einvoice.write_party import party
from collective.conventions.billing.einvoice.write_totals import amounts
from collective.conventions.billing.einvoice.write_totals import taxes
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.terms.document import Document
from collective.conventions.terms.issuing import lacking
from collective.conventions.terms.issuing import unnumbered
from lxml import etree
from stdnum.be import ogm_vcs


def ubl(document: Document, attachments: Iterable[Attachment] = ()) -> bytes:
    """Return the document as Peppol BIS Billing 3.0: a UBL 2.1 invoice or credit note.

    The parties' ``uid``, the language, the accounts of who is paid back and, in a document out of
    scope, the VAT numbers have no place there.

    :raises UnprocessableEntity: something is missing or wrong; ``findings`` names all of it.
    """
    if found := (*unnumbered(document), *lacking(document)):
        raise UnprocessableEntity(_("This cannot be sent as an e-invoice yet."), found)
    root = etree.Element(
        etree.QName(names.NAMESPACES[document.kind], names.ROOTS[document.kind]),
        nsmap={None: names.NAMESPACES[document.kind], **names.PREFIXES},
    )
    parts = (*_head(document), *_references(document, attachments), *_body(document))
    root.extend([part for part in parts if part is not None])
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def _head(document: Document) -> tuple[Node, ...]:
    invoice = document.kind == "invoice"
    return (
        leaf("cbc:CustomizationID", names.CUSTOMIZATION),
        leaf("cbc:ProfileID", names.PROFILE),
        leaf("cbc:ID", document.number),
        leaf("cbc:IssueDate", document.issued),
        leaf("cbc:DueDate", document.due if invoice else None),
        leaf(f"cbc:{names.ROOTS[document.kind]}TypeCode", names.TYPE_CODES[document.kind]),
        leaf("cbc:Note", document.remarks),
        leaf("cbc:DocumentCurrencyCode", names.CURRENCY),
        leaf("cbc:BuyerReference", document.buyer_reference),
        period(document.period_start, document.period_end),
    )


def _references(document: Document, attachments: Iterable[Attachment]) -> tuple[Node, ...]:
    credited = document.credits
    return (
        group(
            "cac:BillingReference",
            group(
                "cac:InvoiceDocumentReference",
                leaf("cbc:ID", credited.number),
                leaf("cbc:IssueDate", credited.issued),
            ),
        )
        if credited
        else None,
        group("cac:ContractDocumentReference", leaf("cbc:ID", document.contract)),
        *map(embedded, attachments),
    )


def _body(document: Document) -> tuple[Node, ...]:
    taxed = all(line.vat_category != "O" for line in document.lines)
    return (
        party("cac:AccountingSupplierParty", document.issuer, taxed=taxed),
        party("cac:AccountingCustomerParty", document.customer, taxed=taxed),
        _payment(document),
        group("cac:PaymentTerms", leaf("cbc:Note", document.payment_terms)),
        taxes(document),
        amounts(document),
        *(line_of(document.kind, line, n) for n, line in enumerate(document.lines, start=1)),
    )


def _payment(document: Document) -> Node:
    """How to pay the issuer; of a credit note, only by when and under which words."""
    invoice = document.kind == "invoice"
    iban = document.issuer.iban if invoice else ""
    code = names.SEPA_TRANSFER if iban[:2] in names.SEPA else names.TRANSFER
    told = (
        leaf("cbc:PaymentDueDate", None if invoice else document.due),
        leaf("cbc:PaymentID", _communication(document.communication)),
        group("cac:PayeeFinancialAccount", leaf("cbc:ID", iban)),
    )
    if not any(part is not None for part in told):
        return None
    return group(
        "cac:PaymentMeans",
        leaf("cbc:PaymentMeansCode", code if invoice else names.UNTOLD),
        *told,
    )


def _communication(text: str) -> str:
    """What the payer writes; a structured communication as people know it, between plus signs."""
    return f"+++{ogm_vcs.format(text)}+++" if ogm_vcs.is_valid(text) else text
