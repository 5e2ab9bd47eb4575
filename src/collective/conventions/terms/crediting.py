"""What is to be given back of what was billed, and how much of an invoice can be.

Months that the convention no longer holds in full, after a non-renewal or a termination, are taken
back at the very price billed (C12). A reduction that came after its months were billed is given
back (C11). Each goes against the invoice that charged it, the newest first. What never entered into
force is credited by nobody but a person.
"""

from collections import defaultdict
from collections.abc import Iterable
from collections.abc import Iterator
from collective.conventions.terms.account import Account
from collective.conventions.terms.account import Billed
from collective.conventions.terms.amounts import EXACT
from collective.conventions.terms.amounts import total
from collective.conventions.terms.billed_months import added
from collective.conventions.terms.billed_months import by_month
from collective.conventions.terms.billed_months import MonthBilled
from collective.conventions.terms.billed_months import months_billed
from collective.conventions.terms.billed_months import unit_price
from collective.conventions.terms.charges import Charge
from collective.conventions.terms.charges import Reason
from collective.conventions.terms.document import Document
from collective.conventions.terms.document import DocumentLine
from collective.conventions.terms.document import vat_shares
from collective.conventions.terms.document import ZERO
from collective.conventions.terms.findings import Finding
from collective.conventions.terms.reducing import holds
from collective.conventions.terms.reducing import reason_of
from collective.conventions.terms.reducing import reduced
from collective.conventions.terms.reducing import settled
from collective.conventions.terms.semesters import is_full
from collective.conventions.terms.semesters import stretches
from collective.conventions.terms.spans import Span
from collective.conventions.terms.tariff import Reduction
from dataclasses import dataclass
from dataclasses import replace
from datetime import date
from decimal import Decimal


@dataclass(frozen=True)
class Credit:
    """What a credit note would give back of one invoice (see ``account.Billed.document``)."""

    document: str
    charges: tuple[Charge, ...]


def to_credit(account: Account) -> tuple[Credit, ...]:
    """Return what is to be given back of each invoice, never more than it still charges.

    Amounts are positive, as those of every credit note. What was given back before without naming
    its months is taken off by a line of its own.
    """
    if account.span.start is None:
        return ()
    found: dict[str, list[Charge]] = defaultdict(list)
    for entries in months_billed(account.billed).values():
        for document, charge in (*_beyond(account, entries), *_began(account, entries)):
            found[document].append(charge)
    credits = (_within(account, document, charges) for document, charges in found.items())
    return tuple(credit for credit in credits if total(*_nets(credit.charges)) > 0)


def rest(gross: Decimal, credits: Iterable[Decimal]) -> Decimal:
    """Return what is left of an invoice of ``gross`` after its credit notes; never below zero.

    The VAT of several credit notes, each rounded by itself, may exceed that of the invoice by cents
    that nobody owes.
    """
    return max(ZERO, total(gross, *(-credit for credit in credits)))


def too_much(
    invoice: Document, before: Iterable[Document], credit: Document
) -> tuple[Finding, ...]:
    """Return a finding when ``credit`` takes back more of ``invoice`` than is left, or nothing.

    Compared without VAT, for each category and rate. ``before`` are its credit notes so far.
    """
    earlier = tuple(before)
    left: dict[tuple[str, Decimal], Decimal] = defaultdict(Decimal)
    for share in invoice.vat_shares:
        left[share.category, share.rate] = share.base
    for share in (share for one in (*earlier, credit) for share in one.vat_shares):
        left[share.category, share.rate] -= share.base
    if credit.net <= 0:
        return (Finding("not_positive", "lines"),)
    if all(base >= 0 for base in left.values()):
        return ()
    remainder = rest(invoice.gross, (one.gross for one in earlier))
    return (Finding("credit_too_large", "lines", {"rest": str(remainder)}),)


def _beyond(account: Account, entries: tuple[MonthBilled, ...]) -> Iterator[tuple[str, Charge]]:
    """Yield what stands of months that the convention does not hold in full."""
    for document in _documents(entries):
        out = [
            one
            for one in entries
            if one.document == document and one.whole and not is_full(account.span, one.month)
        ]
        if not out:
            continue
        why = out[0].line.reduction_reason or _condition(account, out[0].month)
        months = ((one.month, _taken(account, one)) for one in out if unit_price(one.full) > 0)
        for days, count, (full, percent, reason) in stretches(months):
            line = _line(out[0].line, full, (days, count))
            yield document, Charge(reduced(line, percent, why), (reason,))
        rests = ((one.month, (_settled(one), _outside(account, one.month))) for one in out)
        for days, count, (share, reason) in stretches(each for each in rests if each[1][0] > 0):
            line = _line(out[0].line, share, (days, count))
            yield document, Charge(replace(line, reduction_reason=why), (reason,))


def _taken(account: Account, entry: MonthBilled) -> tuple[Decimal, Decimal, Reason]:
    """Return the price to be taken back, its reduction in per cent, and why."""
    off = min(max(Decimal(0), entry.granted), entry.full)
    percent = EXACT.divide(EXACT.multiply(off, Decimal(100)), entry.full)
    return unit_price(entry.full), unit_price(percent), _outside(account, entry.month)


def _settled(entry: MonthBilled) -> Decimal:
    """Return what was charged for an ended reduction beyond the reductions of the same invoice."""
    return unit_price(max(Decimal(0), -entry.granted))


def _began(account: Account, entries: tuple[MonthBilled, ...]) -> Iterator[tuple[str, Charge]]:
    """Yield what was billed in full for months in which the reduction holds after all."""
    shares: dict[str, list[tuple[date, tuple[Decimal, Reduction]]]] = defaultdict(list)
    for month, each in by_month(entries).items():
        reduction = account.tariff_on(month).reduction
        if reduction is None or not settled(reduction):
            continue
        if is_full(account.span, month) and holds(reduction, account.held, month):
            for document, share in _given(each, reduction.percent):
                shares[document].append((month, (share, reduction)))
    for document, months in shares.items():
        for days, count, (share, reduction) in stretches(months):
            line = _line(entries[0].line, share, (days, count))
            period = {"first": str(days.start), "last": str(days.end)}
            params = {"percent": str(reduction.percent), "condition": reduction.condition}
            reason = Reason("reduction_began", {**period, **params})
            line = replace(line, reduction_reason=reason_of(reduction))
            yield document, Charge(line, (reason,))


def _given(entries: tuple[MonthBilled, ...], percent: Decimal) -> Iterator[tuple[str, Decimal]]:
    """Yield what each invoice gives back of a month that was not reduced, the newest first."""
    full = added(one.full for one in entries)
    if unit_price(added(one.granted for one in entries)) > 0 or unit_price(full) <= 0:
        return
    owed = EXACT.multiply(full, percent).scaleb(-2, EXACT)
    for entry in reversed(entries):
        share = min(owed, entry.net)
        if unit_price(share) > 0:
            yield entry.document, unit_price(share)
            owed = EXACT.subtract(owed, share)


def _within(account: Account, document: str, charges: Iterable[Charge]) -> Credit:
    """Return the credit of one invoice, cut at what is left of it without VAT."""
    kept = list(charges)
    left = _left(one for one in account.billed if one.document == document)
    for share in vat_shares(charge.line for charge in kept):
        key = share.category, share.rate
        excess = total(share.base, -max(ZERO, left.get(key, ZERO)))
        if excess > 0:
            line = next(c.line for c in kept if (c.line.vat_category, c.line.vat_rate) == key)
            kept.append(_less(line, excess, document))
    return Credit(document, tuple(kept))


def _less(line: DocumentLine, excess: Decimal, document: str) -> Charge:
    cut = DocumentLine(line.description, Decimal(-1), excess, line.vat_rate, line.vat_category)
    return Charge(cut, (Reason("given_back_before", {"document": document}),))


def _left(billed: Iterable[Billed]) -> dict[tuple[str, Decimal], Decimal]:
    left: dict[tuple[str, Decimal], Decimal] = defaultdict(Decimal)
    for one in billed:
        key = one.line.vat_category, one.line.vat_rate
        left[key] = total(left[key], -one.line.net if one.credit else one.line.net)
    return left


def _outside(account: Account, month: date) -> Reason:
    start, end = account.span.start, account.span.end
    if start is not None and month < start:
        return Reason("before_start", {"start": start.isoformat()})
    return Reason("beyond_end", {"end": str(end)})


def _line(billed: DocumentLine, price: Decimal, stretch: tuple[Span, int]) -> DocumentLine:
    days, count = stretch
    return replace(
        billed,
        quantity=Decimal(count),
        unit_price=price,
        reduction=ZERO,
        reduction_percent=None,
        reduction_reason="",
        period_start=days.start,
        period_end=days.end,
        explanation="",
    )


def _condition(account: Account, month: date) -> str:
    reduction = account.tariff_on(month).reduction
    return "" if reduction is None else reason_of(reduction)


def _documents(entries: Iterable[MonthBilled]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(entry.document for entry in entries))


def _nets(charges: Iterable[Charge]) -> Iterator[Decimal]:
    return (charge.line.net for charge in charges)
