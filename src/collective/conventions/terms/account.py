"""A convention as its biller sees it: the price, the days in force, and what was billed."""

from collections.abc import Iterable
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

    :param span: the first and last day in force; no end while none is known.
    :param billed: what was billed and credited before, in the order in which it was issued.
    :param held: when the condition of the reduction is met, such as the commune's convention.
    """

    tariff: Tariff
    span: Span = NEVER
    billed: tuple[Billed, ...] = ()
    held: tuple[Span, ...] = ()
    table: IndexTable = field(default_factory=dict, hash=False)

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
