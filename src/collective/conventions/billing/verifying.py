"""Whether what was issued is still what it was, and whether its numbers have a gap.

A document is held against the checksums of when it was issued, those that the journal tells, and
the totals of its e-invoice; the numbers of all spaces against what their counters have given out.
"""

from Acquisition import aq_parent
from collections import Counter
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from collective.conventions.billing.einvoice.read import read
from collective.conventions.billing.frozen import is_received
from collective.conventions.billing.frozen import Issued
from collective.conventions.billing.frozen import issued_of
from collective.conventions.billing.numbers import counts
from collective.conventions.billing.numbers import Series
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.journal.storage import find
from collective.conventions.server.spaces import entered
from collective.conventions.server.spaces import spaces
from dataclasses import dataclass
from plone import api
from typing import Any


#: What can be wrong: something was touched; the journal tells otherwise, or nothing; the totals do
#: not follow from the lines; it is gone; its number is missing, stands twice, or was never given.
KINDS = ("altered", "journal", "totals", "lost", "missing", "twice", "unknown")
TOTALS = ("kind", "number", "net", "vat", "gross", "vat_shares")
STATES = ("issued", "paid", "credited")
#: After so many documents the cache is cut to its size.
PORTION = 200


@dataclass(frozen=True)
class Break:
    """What is wrong with a document, or with a number: ``kind`` is one of ``KINDS``.

    ``about`` names what was touched ("document", "xml", "pdf"), or the issuer of a number.
    """

    kind: str
    number: str
    path: str = ""
    about: str = ""


def breaks() -> tuple[Break, ...]:
    """Everything that is wrong with what was issued or received in the present space."""
    return tuple(found for invoice in _issued() for found in breaks_of(invoice))


def breaks_of(invoice: Any) -> Iterator[Break]:
    """What is wrong with one document that is no draft any more."""
    path, issued = "/".join(invoice.getPhysicalPath()), issued_of(invoice)
    if issued is None:
        yield Break("lost", "", path)
        return
    touched = issued.breaks()
    yield from (Break("altered", issued.number, path, name) for name in touched)
    told = told_of(invoice)
    for name in ("document", "xml"):
        if told.get(name) != issued.checksums.get(name):
            yield Break("journal", issued.number, path, name)
    if not touched and not _adds_up(issued):
        yield Break("totals", issued.number, path)


def told_of(invoice: Any) -> Mapping[str, str]:
    """The checksums that the journal tells of a document; empty when it tells of none."""
    journal, action = find(aq_parent(invoice).UID()), "part_issued"
    if is_received(invoice):
        action = "part_received"
    for entry in journal or ():
        if entry.action == action and entry.after.get("number") == issued_of(invoice).number:
            checksums: Mapping[str, str] = entry.after["checksums"]
            return checksums
    return {}


def number_breaks(app: Any) -> tuple[Break, ...]:
    """Where the numbers of all spaces of a server have a gap, stand twice or were never given."""
    found: dict[str, Counter[str]] = {}
    for space in spaces(app):
        with entered(app, space.id):
            for invoice in _issued():
                issued = issued_of(invoice)
                if issued is not None and issued.received is None:
                    issuer = issued.document.issuer.enterprise_number
                    found.setdefault(issuer, Counter())[issued.number] += 1
    return tuple(_held_against(found, list(counts(app))))


def _held_against(
    found: Mapping[str, Counter[str]], given: Iterable[tuple[Series, int]]
) -> Iterator[Break]:
    expected: dict[str, list[str]] = {issuer: [] for issuer in found}
    for series, count in given:
        numbers = [series.number(one) for one in range(1, count + 1)]
        expected.setdefault(series.issuer, []).extend(numbers)
    for issuer, numbers in sorted(expected.items()):
        known = found.get(issuer, Counter())
        missing = (number for number in numbers if number not in known)
        yield from (Break("missing", number, about=issuer) for number in missing)
        for number, times in sorted(known.items()):
            if times > 1:
                yield Break("twice", number, about=issuer)
        strangers = sorted(set(known).difference(numbers))
        yield from (Break("unknown", number, about=issuer) for number in strangers)


def _adds_up(issued: Issued) -> bool:
    """Whether the e-invoice says the totals that the lines make, the document's and its own."""
    document = issued.document
    try:
        sent = read(issued.files["xml"].data)
    except UnprocessableEntity:
        return False
    return all(getattr(sent, name) == getattr(document, name) for name in TOTALS)


def _issued() -> Iterator[Any]:
    """The documents of the present space that are no drafts; memory is given back on the way."""
    found = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(
        portal_type="Invoice", review_state=STATES
    )
    for number, record in enumerate(found, start=1):
        yield record._unrestrictedGetObject()
        if not number % PORTION:
            api.portal.get()._p_jar.cacheGC()
