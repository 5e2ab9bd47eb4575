"""What a document still lacks before it can be issued and sent, all of it at once (C11, C12).

These are the rules of EN 16931 and of Peppol BIS Billing 3.0 on plain values, and what those leave
out: check digits, the legal address, a day to pay by, text that no XML can carry. A document in
which nothing lacks makes an e-invoice that passes the official rules.
"""

from collections.abc import Iterator
from collective.conventions.terms.document import Document
from collective.conventions.terms.findings import Finding
from collective.conventions.terms.issuing_lines import of_line
from collective.conventions.terms.issuing_parties import of_parties
from dataclasses import fields
import re


#: What XML 1.0 cannot carry (production 2), and the control characters that nobody means.
UNSENDABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def lacking(document: Document) -> tuple[Finding, ...]:
    """Return everything that keeps the document from being issued; its number comes later.

    ``field`` is a field of ``Document``; a party's own field stands in ``column``, that of a line
    in ``column`` with its ``row``.
    """
    return tuple(_lacking(document))


def unnumbered(document: Document) -> tuple[Finding, ...]:
    """Return what a document still lacks that issuing itself gives it."""
    given = {"number": document.number.strip(), "issued": document.issued}
    return tuple(Finding("required", name) for name, value in given.items() if not value)


def _lacking(document: Document) -> Iterator[Finding]:
    yield from of_parties(document)
    yield from _references(document)
    yield from _days(document)
    if not document.lines:
        yield Finding("no_lines", "lines")
    yield from _lines(document)
    yield from _categories(document)
    yield from _texts(document)


def _references(document: Document) -> Iterator[Finding]:
    if not document.buyer_reference.strip():
        params = {"organisation": document.customer.name}
        yield Finding("no_buyer_reference", "buyer_reference", params)
    if document.kind == "credit_note":
        credited = document.credits
        if credited is None or not credited.number.strip():
            yield Finding("nothing_credited", "credits")
        elif credited.issued is None:
            yield Finding("required", "credits", column="issued")


def _days(document: Document) -> Iterator[Finding]:
    if document.kind == "invoice" and document.due is None and not document.payment_terms.strip():
        yield Finding("no_due_date", "due")
    if document.due and document.issued and document.due < document.issued:
        yield Finding("due_before_issue", "due", {"issued": document.issued.isoformat()})
    start, end = document.period_start, document.period_end
    if start and end and end < start:
        yield Finding("end_before_start", "period_end", {"start": start.isoformat()})


def _lines(document: Document) -> Iterator[Finding]:
    """What lacks in each line; and whether the lines take back more than they charge."""
    found = [
        finding
        for row, line in enumerate(document.lines)
        for finding in of_line(document, line, row)
    ]
    yield from found
    if not found and document.net < 0:
        yield Finding("negative", "lines")


def _categories(document: Document) -> Iterator[Finding]:
    """VAT categories "O" stands alone (BR-O-11), "E" says why (BR-E-10)."""
    categories = {line.vat_category for line in document.lines}
    if "O" in categories and len(categories) > 1:
        yield Finding("category_not_alone", "lines")
    if "E" in categories and not document.exemption_reason.strip():
        yield Finding("no_exemption_reason", "exemption_reason")


def _texts(document: Document) -> Iterator[Finding]:
    """Characters that cannot be sent, wherever they stand."""
    for column in _unsendable(document):
        yield Finding("control_characters", column)
    for name in ("issuer", "customer", "credits"):
        for column in _unsendable(getattr(document, name)):
            yield Finding("control_characters", name, column=column)
    for row, line in enumerate(document.lines):
        for column in _unsendable(line):
            yield Finding("control_characters", "lines", row=row, column=column)


def _unsendable(values: object) -> Iterator[str]:
    if values is None:
        return
    for item in fields(values):  # type: ignore[arg-type]
        value = getattr(values, item.name)
        if isinstance(value, str) and UNSENDABLE.search(value):
            yield item.name
