"""A convention as its biller sees it: the price, the days in force, and what was billed."""

from collections.abc import Iterable
from collective.conventions.terms.dates import plus
from collective.conventions.terms.document import Document
from collective.conventions.terms.document import DocumentLine
from collective.conventions.terms.indexing import IndexTable
from collective.conventions.terms.spans import NEVER
from collective.conventions.terms.spans import Span
from collective.conventions.terms.tariff import Price
from collective.conventions.terms.tariff import Tariff
from dataclasses import dataclass
from dataclasses import field
from datetime import date


@dataclass(frozen=True)
class Billed:
    """A line of an invoice, or of a credit note that corrects it.

    ``document`` names the invoice in both cases: its number, or whatever tells it from the others
    of the convention.
    """

    document: str
    line: DocumentLine
    credit: bool = False


@dataclass(frozen=True)
class Account:
    """All that decides what a convention is charged.

    :param tariff: the price as it was agreed on at first.
    :param span: the first and last day in force; no end while none is known.
    :param billed: what was billed and credited before, in the order in which it was issued.
    :param held: when the condition of the reduction is met, such as the commune's convention.
    :param later: the prices of amendments in order, each with its first day (D5).
    """

    tariff: Tariff
    span: Span = NEVER
    billed: tuple[Billed, ...] = ()
    held: tuple[Span, ...] = ()
    table: IndexTable = field(default_factory=dict, hash=False)
    later: tuple[tuple[date, Tariff], ...] = ()

    def tariff_on(self, day: date) -> Tariff:
        """Return the price that holds on ``day``; a month is charged by that of its first day."""
        return next((held for first, held in reversed(self.later) if first <= day), self.tariff)

    @property
    def turns(self) -> tuple[tuple[Span, Tariff], ...]:
        """Return the prices in turn, each with its days: they tile the time without a gap."""
        firsts = (date.min, *(first for first, _ in self.later))
        ends = (*(plus(first, days=-1) for first, _ in self.later), None)
        held = (self.tariff, *(tariff for _, tariff in self.later))
        return tuple((Span(*days), one) for *days, one in zip(firsts, ends, held, strict=True))

    def due_on(self, price: Price) -> date | None:
        """Return the day on which a price that is due once is so; None when that never comes."""
        if self.span.start is None:
            return None
        day = max(price.day or self.span.start, self.span.start)
        return day if self.span.holds(day) else None


def billed_by(documents: Iterable[Document]) -> tuple[Billed, ...]:
    """Return what issued documents have billed and credited.

    A credit note that names no invoice stands for itself, and takes no month back.
    """
    return tuple(
        Billed(_name(document), line, document.kind == "credit_note")
        for document in documents
        for line in document.lines
    )


def _name(document: Document) -> str:
    if document.kind == "credit_note" and document.credits is not None:
        return document.credits.number
    return document.number
