"""The totals of an e-invoice: VAT once per category and rate, and what is to be paid."""

from collective.conventions.billing.einvoice.names import OUT_OF_SCOPE
from collective.conventions.billing.einvoice.nodes import group
from collective.conventions.billing.einvoice.nodes import leaf
from collective.conventions.billing.einvoice.nodes import money
from collective.conventions.billing.einvoice.nodes import Node
from collective.conventions.billing.einvoice.nodes import vat
from collective.conventions.terms.document import Document
from collective.conventions.terms.document import VatShare


def taxes(document: Document) -> Node:
    """The total of the VAT and what makes it."""
    return group(
        "cac:TaxTotal",
        money("cbc:TaxAmount", document.vat),
        *(
            group(
                "cac:TaxSubtotal",
                money("cbc:TaxableAmount", share.base),
                money("cbc:TaxAmount", share.vat),
                _category(share, document.exemption_reason),
            )
            for share in document.vat_shares
        ),
    )


def amounts(document: Document) -> Node:
    """The totals without and with VAT."""
    return group(
        "cac:LegalMonetaryTotal",
        money("cbc:LineExtensionAmount", document.net),
        money("cbc:TaxExclusiveAmount", document.net),
        money("cbc:TaxInclusiveAmount", document.gross),
        money("cbc:PayableAmount", document.gross),
    )


def _category(share: VatShare, reason: str) -> Node:
    untaxed = share.category == "O"
    return group(
        "cac:TaxCategory",
        leaf("cbc:ID", share.category),
        leaf("cbc:Percent", None if untaxed else share.rate),
        leaf("cbc:TaxExemptionReasonCode", OUT_OF_SCOPE if untaxed else ""),
        leaf("cbc:TaxExemptionReason", "" if share.category == "S" else reason),
        vat(),
    )
