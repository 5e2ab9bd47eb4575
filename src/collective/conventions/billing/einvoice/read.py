"""From a received e-invoice to a document."""

from collective.conventions import _
from collective.conventions.billing.einvoice import names
from collective.conventions.billing.einvoice.read_lines import lines_of
from collective.conventions.billing.einvoice.read_lines import on_document
from collective.conventions.billing.einvoice.read_party import organisation
from collective.conventions.billing.einvoice.safe import parsed
from collective.conventions.billing.einvoice.source import Source
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.terms.document import Credited
from collective.conventions.terms.document import Document
from collective.conventions.terms.document import DocumentLine
from collective.conventions.terms.document import VatShare
from collective.conventions.terms.document import ZERO
from collective.conventions.terms.findings import Finding
from collective.conventions.terms.identifiers import normalise_iban
from collective.conventions.terms.stated import differences
from collective.conventions.terms.stated import Stated
from datetime import date
from decimal import Decimal
from stdnum.be import ogm_vcs


KINDS = {f"{{{names.NAMESPACES[kind]}}}{root}": kind for kind, root in names.ROOTS.items()}
TOTALS = "cac:LegalMonetaryTotal/cbc:"
PAID = "cac:PaymentMeans/cac:PayeeFinancialAccount/cbc:ID"
CREDITED = "cac:BillingReference/cac:InvoiceDocumentReference/cbc:"
SHARES = "cac:TaxTotal/cac:TaxSubtotal"


def read(data: bytes) -> Document:
    """Return what a UBL 2.1 invoice or credit note (EN 16931) says, its totals proved.

    Parties have no ``uid``; the language is the default one. What was paid before is left out.

    :raises UnprocessableEntity: it is no such document, or not a safe one; with ``findings``,
        values are missing or malformed, the currency is not euro, or totals are not what the
        lines make.
    """
    element = parsed(data)
    kind = KINDS.get(element.tag)
    if kind is None:
        raise UnprocessableEntity(_("This is neither an invoice nor a credit note in UBL 2.1."))
    findings: list[Finding] = []
    root = Source(element, findings)
    lines = lines_of(root, kind)
    extra = list(on_document(root))
    if not lines:
        root.note("no_lines", "lines")
    document = _document(root, kind, tuple(read.line for read in (*lines, *extra)))
    stated = _stated(root, tuple(read.stated for read in (*lines, *extra)), len(extra))
    if found := findings or list(differences(document, stated)):
        raise UnprocessableEntity(_("The document contradicts itself, or lacks something."), found)
    return document


def _document(root: Source, kind: str, lines: tuple[DocumentLine, ...]) -> Document:
    iban = root.identifier(root.text(PAID), "iban", normalise_iban) if kind == "invoice" else ""
    due = root.day("cbc:DueDate", "due")
    told = root.text("cac:PaymentMeans/cbc:PaymentID")
    return Document(
        kind=kind,
        issuer=organisation(root.below("cac:AccountingSupplierParty/cac:Party", "issuer"), iban),
        customer=organisation(root.below("cac:AccountingCustomerParty/cac:Party", "customer")),
        lines=lines,
        number=root.required("cbc:ID", "number"),
        issued=_required_day(root, "cbc:IssueDate", "issued"),
        due=due or root.day("cac:PaymentMeans/cbc:PaymentDueDate", "due"),
        period_start=root.day("cac:InvoicePeriod/cbc:StartDate", "period_start"),
        period_end=root.day("cac:InvoicePeriod/cbc:EndDate", "period_end"),
        buyer_reference=root.text("cbc:BuyerReference") or root.text("cac:OrderReference/cbc:ID"),
        contract=root.text("cac:ContractDocumentReference/cbc:ID"),
        communication=ogm_vcs.compact(told) if ogm_vcs.is_valid(told) else told,
        remarks="\n".join(note.text(".") for note in root.each("cbc:Note")),
        exemption_reason=_exemption(root),
        credits=_credited(root),
        payment_terms=root.text("cac:PaymentTerms/cbc:Note"),
    )


def _required_day(root: Source, path: str, name: str) -> date | None:
    root.required(path, name)
    return root.day(path, name)


def _exemption(root: Source) -> str:
    """Why no VAT is charged: in words, or else the code that says more than the category."""
    for share in root.each(SHARES):
        text = share.text("cac:TaxCategory/cbc:TaxExemptionReason")
        code = share.text("cac:TaxCategory/cbc:TaxExemptionReasonCode")
        if text or code not in ("", names.OUT_OF_SCOPE):
            return text or code
    return ""


def _credited(root: Source) -> Credited | None:
    number = root.text(f"{CREDITED}ID")
    return Credited(number, root.day(f"{CREDITED}IssueDate", "credits")) if number else None


def _stated(root: Source, lines: tuple[Decimal, ...], on_document: int) -> Stated:
    return Stated(
        lines=lines,
        shares=tuple(_share(share) for share in root.each(SHARES, "vat_shares")),
        currencies=root.currencies() | {root.required("cbc:DocumentCurrencyCode", "currency")},
        line_total=root.counted(f"{TOTALS}LineExtensionAmount", "line_total"),
        net=root.counted(f"{TOTALS}TaxExclusiveAmount", "net"),
        vat=root.counted("cac:TaxTotal/cbc:TaxAmount", "vat"),
        gross=root.counted(f"{TOTALS}TaxInclusiveAmount", "gross"),
        payable=root.counted(f"{TOTALS}PayableAmount", "payable"),
        prepaid=root.number(f"{TOTALS}PrepaidAmount", "prepaid") or ZERO,
        rounding=root.number(f"{TOTALS}PayableRoundingAmount", "rounding") or ZERO,
        on_document=on_document,
    )


def _share(source: Source) -> VatShare:
    return VatShare(
        source.required("cac:TaxCategory/cbc:ID", "category"),
        source.number("cac:TaxCategory/cbc:Percent", "rate") or ZERO,
        source.counted("cbc:TaxableAmount", "base"),
        source.counted("cbc:TaxAmount", "vat"),
    )
