"""The lines of a received e-invoice, and what it says that they come to.

A document here knows no allowance or charge on the whole, and no charge on a line: each becomes a
line of its own after those of the sender.
"""

from collections.abc import Iterator
from collective.conventions.billing.einvoice.names import QUANTITIES
from collective.conventions.billing.einvoice.names import ROOTS
from collective.conventions.billing.einvoice.names import UNIT_CODES
from collective.conventions.billing.einvoice.source import Source
from collective.conventions.terms.amounts import EXACT
from collective.conventions.terms.amounts import MOST_DECIMALS
from collective.conventions.terms.amounts import total
from collective.conventions.terms.choices import VAT_CATEGORIES
from collective.conventions.terms.document import DocumentLine
from decimal import Decimal
from typing import NamedTuple


UNITS = {code: unit for unit, code in UNIT_CODES.items()}
ALLOWANCE = "cac:AllowanceCharge[cbc:ChargeIndicator='false']"
CHARGE = "cac:AllowanceCharge[cbc:ChargeIndicator='true']"
SMALLEST = Decimal(1).scaleb(-MOST_DECIMALS)


class Read(NamedTuple):
    """A line, and the amount that the document states for it."""

    line: DocumentLine
    stated: Decimal


def lines_of(root: Source, kind: str) -> list[Read]:
    """The lines of a document, those for charges on a line last."""
    own: list[Read] = []
    charges: list[Read] = []
    for source in root.each(f"cac:{ROOTS[kind]}Line", "lines"):
        line = _line(source, kind)
        added = [_extra(charge, line, 1) for charge in source.each(CHARGE)]
        stated = source.counted("cbc:LineExtensionAmount", "net")
        own.append(Read(line, total(stated, *(-charge.stated for charge in added))))
        charges += added
    return [*own, *charges]


def on_document(root: Source) -> Iterator[Read]:
    """The allowances and charges on the whole document, as lines."""
    for path, field, sign in ((ALLOWANCE, "allowances", -1), (CHARGE, "charges", 1)):
        for source in root.each(path, field):
            category, rate = _tax(source, "cac:TaxCategory")
            template = DocumentLine("", Decimal(1), Decimal(0), rate, category)
            yield _extra(source, template, sign)


def _line(source: Source, kind: str) -> DocumentLine:
    quantity = f"cbc:{QUANTITIES[kind]}"
    code = source.attribute(quantity, "unitCode")
    category, rate = _tax(source, "cac:Item/cac:ClassifiedTaxCategory")
    allowances = list(source.each(ALLOWANCE))
    one = allowances[0] if len(allowances) == 1 else None
    reasons = (item.text("cbc:AllowanceChargeReason") for item in allowances)
    return DocumentLine(
        description=source.required("cac:Item/cbc:Name", "description"),
        quantity=source.counted(quantity, "quantity"),
        unit_price=_price(source),
        vat_rate=rate,
        vat_category=category,
        unit=UNITS.get(code, code),
        reduction=total(*(item.counted("cbc:Amount", "reduction") for item in allowances)),
        reduction_percent=one and one.number("cbc:MultiplierFactorNumeric", "reduction_percent"),
        reduction_reason=", ".join(reason for reason in reasons if reason),
        period_start=source.day("cac:InvoicePeriod/cbc:StartDate", "period_start"),
        period_end=source.day("cac:InvoicePeriod/cbc:EndDate", "period_end"),
        explanation=source.text("cbc:Note"),
    )


def _price(source: Source) -> Decimal:
    """The price of one; some senders state it for a hundred."""
    price = source.counted("cac:Price/cbc:PriceAmount", "unit_price")
    base = source.number("cac:Price/cbc:BaseQuantity", "unit_price")
    if base is None or base == 1:
        return price
    if base <= 0:
        source.note("not_positive", "unit_price")
        return price
    return EXACT.quantize(EXACT.divide(price, base), SMALLEST)


def _tax(source: Source, path: str) -> tuple[str, Decimal]:
    category = source.required(f"{path}/cbc:ID", "vat_category")
    if category and category not in VAT_CATEGORIES:
        source.note("unknown_choice", "vat_category", value=category[:10])
    if category == "S":
        return category, source.counted(f"{path}/cbc:Percent", "vat_rate")
    return category, source.number(f"{path}/cbc:Percent", "vat_rate") or Decimal(0)


def _extra(source: Source, of: DocumentLine, sign: int) -> Read:
    """A line for an allowance or charge, taxed as ``of`` is."""
    amount = source.counted("cbc:Amount", "unit_price") * sign
    reason = source.text("cbc:AllowanceChargeReason")
    reason = reason or source.text("cbc:AllowanceChargeReasonCode")
    line = DocumentLine(reason, Decimal(1), amount, of.vat_rate, of.vat_category)
    return Read(line, amount)
