"""The totals that a received document states, held against its own lines."""

from collections.abc import Iterator
from collective.conventions.terms.amounts import total
from collective.conventions.terms.document import Document
from collective.conventions.terms.document import VatShare
from collective.conventions.terms.document import ZERO
from collective.conventions.terms.findings import Finding
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class Stated:
    """What a document states, in euro (business terms of EN 16931).

    ``lines`` is what each line comes to (BT-131), in the order of the document's lines. The last
    ``on_document`` of these are no lines of the sender, but allowances and charges on the whole;
    ``line_total`` (BT-106) leaves them out. ``prepaid`` (BT-113) was paid before; with
    ``rounding`` (BT-114), it makes ``payable`` (BT-115) differ from ``gross`` (BT-112).
    ``currencies`` are all that its amounts are in.
    """

    lines: tuple[Decimal, ...]
    shares: tuple[VatShare, ...]
    currencies: frozenset[str]
    line_total: Decimal
    net: Decimal
    vat: Decimal
    gross: Decimal
    payable: Decimal
    prepaid: Decimal = ZERO
    rounding: Decimal = ZERO
    on_document: int = 0


def differences(document: Document, stated: Stated) -> Iterator[Finding]:
    """Yield "total_differs" for each amount that is not what the document's lines make.

    Amounts in another currency than euro yield "currency_unknown", once for each.
    """
    for currency in sorted(stated.currencies - {"EUR"}):
        yield Finding("currency_unknown", "currency", {"currency": currency[:10]})
    nets = [line.net for line in document.lines]
    for row, pair in enumerate(zip(stated.lines, nets, strict=True)):
        yield from _differs("lines", *pair, row=row, column="net")
    own = nets[: len(nets) - stated.on_document]
    yield from _differs("line_total", stated.line_total, total(*own))
    yield from _differs("net", stated.net, document.net)
    yield from _shares(document, stated)
    yield from _differs("vat", stated.vat, document.vat)
    yield from _differs("gross", stated.gross, document.gross)
    payable = total(document.gross, -stated.prepaid, stated.rounding)
    yield from _differs("payable", stated.payable, payable)


def _shares(document: Document, stated: Stated) -> Iterator[Finding]:
    """What each category and rate takes; one that only one side knows is nothing on the other."""
    said = {(share.category, share.rate): share for share in stated.shares}
    made = {(share.category, share.rate): share for share in document.vat_shares}
    for row, key in enumerate(sorted(said | made)):
        nothing = VatShare(*key, ZERO, ZERO)
        one, other = said.get(key, nothing), made.get(key, nothing)
        yield from _differs("vat_shares", one.base, other.base, row, "base")
        yield from _differs("vat_shares", one.vat, other.vat, row, "vat")


def _differs(
    field: str,
    stated: Decimal,
    computed: Decimal,
    row: int | None = None,
    column: str | None = None,
) -> Iterator[Finding]:
    if stated != computed:
        params = {"stated": f"{stated:f}", "computed": f"{computed:f}"}
        yield Finding("total_differs", field, params, row, column)
