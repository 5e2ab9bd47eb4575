"""A line of an e-invoice."""

from collective.conventions.billing.einvoice.names import DISCOUNT
from collective.conventions.billing.einvoice.names import QUANTITIES
from collective.conventions.billing.einvoice.names import ROOTS
from collective.conventions.billing.einvoice.names import UNIT_CODES
from collective.conventions.billing.einvoice.nodes import group
from collective.conventions.billing.einvoice.nodes import leaf
from collective.conventions.billing.einvoice.nodes import money
from collective.conventions.billing.einvoice.nodes import Node
from collective.conventions.billing.einvoice.nodes import period
from collective.conventions.billing.einvoice.nodes import vat
from collective.conventions.terms.document import DocumentLine


def line_of(kind: str, line: DocumentLine, number: int) -> Node:
    """A line of a document of this ``kind``; ``number`` counts from 1."""
    unit = UNIT_CODES.get(line.unit, line.unit)
    return group(
        f"cac:{ROOTS[kind]}Line",
        leaf("cbc:ID", str(number)),
        leaf("cbc:Note", line.explanation),
        leaf(f"cbc:{QUANTITIES[kind]}", line.quantity, unitCode=unit),
        money("cbc:LineExtensionAmount", line.net),
        period(line.period_start, line.period_end),
        _reduction(line) if line.reduction else None,
        group(
            "cac:Item",
            leaf("cbc:Name", line.description),
            group(
                "cac:ClassifiedTaxCategory",
                leaf("cbc:ID", line.vat_category),
                leaf("cbc:Percent", None if line.vat_category == "O" else line.vat_rate),
                vat(),
            ),
        ),
        group("cac:Price", money("cbc:PriceAmount", line.unit_price)),
    )


def _reduction(line: DocumentLine) -> Node:
    """What the line is reduced by; a percentage says of what (PEPPOL-EN16931-R041, R042)."""
    percent = line.reduction_percent
    return group(
        "cac:AllowanceCharge",
        leaf("cbc:ChargeIndicator", "false"),
        leaf("cbc:AllowanceChargeReasonCode", DISCOUNT),
        leaf("cbc:AllowanceChargeReason", line.reduction_reason),
        leaf("cbc:MultiplierFactorNumeric", percent),
        money("cbc:Amount", line.reduction),
        money("cbc:BaseAmount", None if percent is None else line.full),
    )
