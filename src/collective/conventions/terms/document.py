"""An invoice or credit note as a whole: everything that its paper and its e-invoice say (C11, C12).

What is computed follows from these values alone, so a document that is kept can be proved again.
"""

from collections.abc import Iterable
from collective.conventions.terms.amounts import CENT
from collective.conventions.terms.amounts import cents
from collective.conventions.terms.amounts import EXACT
from collective.conventions.terms.amounts import InvalidAmount
from collective.conventions.terms.amounts import percentage
from collective.conventions.terms.amounts import total
from collective.conventions.terms.amounts import usable
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

    ``unit`` is one of ``choices.UNITS``, or the code (UN/ECE recommendation 20) of a document
    that was received; ``vat_category`` one of ``choices.VAT_CATEGORIES``
    (UNCL 5305), ``vat_rate`` in per cent. ``reduction`` is an amount of zero or more, with its
    ``reduction_percent`` and reason. The period is the one that is charged, both days included.

    A quantity or price below zero takes back what the same document, or one before, has charged.
    A line that has the reason of a reduction but no reduction settles one: it charges what was
    reduced before, or gives back what was not (C11).
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
        """Quantity × unit price, before the reduction.

        :raises InvalidAmount: for a quantity or price that ``amounts.number_fault`` refuses.
        """
        return cents(EXACT.multiply(usable(self.quantity), usable(self.unit_price)))

    @property
    def net(self) -> Decimal:
        """What the line charges, in euro without VAT."""
        return total(self.full, -self.reduction)

    @property
    def settles(self) -> bool:
        """Whether it settles a reduction that came or went after its months were billed."""
        return bool(self.reduction_reason and not self.reduction and not self.reduction_percent)


@dataclass(frozen=True)
class VatShare:
    """What one category and rate takes: ``base`` without VAT and ``vat``, both in euro."""

    category: str
    rate: Decimal
    base: Decimal
    vat: Decimal


@dataclass(frozen=True)
class Credited:
    """The document that a credit note corrects; one that was received may leave out the day."""

    number: str
    issued: date | None


@dataclass(frozen=True)
class Document:
    """An invoice or a credit note (``kind`` of ``choices.DOCUMENT_KINDS``).

    Amounts of a credit note are positive: its kind turns them round. ``number`` and ``issued`` are
    empty until it is issued. ``communication`` is what the payer writes with the payment: the
    number, or a structured one of twelve digits. ``contract`` is our reference of the convention.
    ``payment_terms`` says in words when to pay, where no ``due`` day does.
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
    payment_terms: str = ""

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
    """Return what each category and rate takes, in their order; that of the lines is no matter.

    :raises InvalidAmount: for a number that is not finite, too large, too precise, or no VAT rate.
    """
    bases: dict[tuple[str, Decimal], Decimal] = {}
    for line in lines:
        key = line.vat_category, _rate(line.vat_rate)
        bases[key] = total(bases.get(key, ZERO), line.net)
    return tuple(
        VatShare(category, rate, base, percentage(base, rate))
        for (category, rate), base in sorted(bases.items())
    )


def valid_rate(rate: Decimal) -> bool:
    """Tell whether ``rate`` is a VAT rate: 0 to 100 per cent with at most two decimals."""
    return rate.is_finite() and 0 <= rate <= 100 and rate == round(rate, 2)


def _rate(rate: Decimal) -> Decimal:
    """Return ``rate`` written in the one way: a document says the same however it was entered."""
    if not valid_rate(rate):
        raise InvalidAmount("vat_rate_invalid")
    return total(EXACT.quantize(rate, CENT))
