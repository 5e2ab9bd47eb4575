"""Series of numbers: what may stand before the year, as in "A-2026-0001"."""

from collections.abc import Iterator
from collective.conventions.terms.findings import Finding


INVOICE, CREDIT_NOTE = "invoice_series", "credit_note_series"


def impossible_series(invoice: str, credit_note: str) -> tuple[Finding, ...]:
    """Return what is wrong with the two series of an issuer; either may be empty.

    A series is of letters only: the year and the count alone make the digits of a structured
    communication. Invoices and credit notes never share one, whatever its case, so that the
    numbers of each run without a gap.
    """
    return tuple(_findings(invoice, credit_note))


def _findings(invoice: str, credit_note: str) -> Iterator[Finding]:
    both = {INVOICE: invoice, CREDIT_NOTE: credit_note}
    for field, series in both.items():
        if series and not (series.isascii() and series.isalpha()):
            yield Finding("series_malformed", field)
    if invoice.casefold() == credit_note.casefold():
        for field in both:
            yield Finding("series_equal", field)
