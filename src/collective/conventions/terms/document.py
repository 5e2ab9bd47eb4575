"""An invoice or credit note as a whole: everything that its paper and its e-invoice say (C11, C12).

What is computed follows from these values alone, so a document that is kept can be proved again.
"""

from collections.abc import Iterable
from collective.conventions.terms.amounts import cents
from collective.conventions.terms.amounts import EXACT
from collective.conventions.terms.amounts import total
from dataclasses import dataclass
from datetime import date
from decimal import Decimal


ZERO = Decimal("0.00")


@dataclass(frozen=True)
class Organisation:
    """A party of a document. ``uid`` is the partner's; identifiers are normalised, "" if none."""

    uid: str
    name: str
    enterprise_number: str = ""
    vat_number: str = ""
    street: str = ""
    postal_code: str = ""
    city: str = ""
    country: str = "BE"
    email: str = ""
    phone: str = ""
    iban: str = ""


@dataclass(frozen=True)
class DocumentLine:
    """What is charged: ``quantity`` × ``unit_price`` less ``reduction``, in euro without VAT.

    ``unit`` is "month", "participant" or "unit"; ``vat_category`` one of ``choices.VAT_CATEGORIES``
    (UNCL 5305), ``vat_rate`` in per cent. ``reduction`` is an amount of zero or more, with its
    ``reduction_percent`` and reason. The period is the one that is charged, both days included.
    """

    description: str
    quantity: Decimal
    unit_price: Decimal
    vat_rate: Decimal = Decimal(21)
    vat_category: str = "S"
    unit: str = "unit"
    reduction: Decimal = ZERO
    reduction_percent: Decimal | None = None
    reduction_reason: str = ""
    period_start: date | None = None
    period_end: date | None = None
    explanation: str = ""

    @property
    def full(self) -> Decimal:
        """Quantity × unit price, before the reduction."""
        return cents(EXACT.multiply(self.quantity, self.unit_price))

    @property
    def net(self) -> Decimal:
        """What the line charges, in euro without VAT."""
        return total(self.full, -self.reduction)


@dataclass(frozen=True)
class VatShare:
    """What one category and rate takes: ``base`` without VAT and ``vat``, both in euro."""

    category: str
    rate: Decimal
    base: Decimal
    vat: Decimal


@dataclass(frozen=True)
class Credited:
    """The document that a credit note corrects."""

    number: str
    issued: date


@dataclass(frozen=True)
class Document:
    """An invoice or a credit note (``kind`` of ``choices.DOCUMENT_KINDS``).

    Amounts of a credit note are positive: its kind turns them round. ``number`` and ``issued`` are
    empty until it is issued. ``communication`` is what the payer writes with the payment: the
    number, or a structured one of twelve digits. ``contract`` is our reference of the convention.
    """

    kind: str
    issuer: Organisation
    customer: Organisation
    lines: tuple[DocumentLine, ...]
    number: str = ""
    issued: date | None = None
    due: date | None = None
    period_start: date | None = None
    period_end: date | None = None
    buyer_reference: str = ""
    contract: str = ""
    communication: str = ""
    remarks: str = ""
    exemption_reason: str = ""
    credits: Credited | None = None
    language: str = "fr"

    @property
    def vat_shares(self) -> tuple[VatShare, ...]:
        """VAT once per category and rate, on the total of the document."""
        return vat_shares(self.lines)

    @property
    def net(self) -> Decimal:
        """The total without VAT."""
        return total(*(line.net for line in self.lines))

    @property
    def vat(self) -> Decimal:
        """The total of the VAT."""
        return total(*(share.vat for share in self.vat_shares))

    @property
    def gross(self) -> Decimal:
        """The total with VAT: what is to be paid, or given back."""
        return total(self.net, self.vat)


def vat_shares(lines: Iterable[DocumentLine]) -> tuple[VatShare, ...]:
    """Return what each category and rate takes, in their order."""
    bases: dict[tuple[str, Decimal], Decimal] = {}
    for line in lines:
        key = line.vat_category, line.vat_rate
        bases[key] = total(bases.get(key, ZERO), line.net)
    return tuple(
        VatShare(category, rate, base, cents(EXACT.multiply(base, rate).scaleb(-2, EXACT)))
        for (category, rate), base in sorted(bases.items())
    )
