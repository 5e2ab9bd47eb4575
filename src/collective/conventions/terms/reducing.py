"""The reduction of a price, in exactly the months in which its condition holds (C11).

A CPAS pays half while the commune of the same entity has signed. The price is one of full months,
and so is the reduction: it holds in a month that the commune's convention covers from its first to
its last day, the very months that the commune itself is charged for.
"""

from collective.conventions.terms.amounts import percentage
from collective.conventions.terms.charges import Charge
from collective.conventions.terms.charges import Reason
from collective.conventions.terms.document import DocumentLine
from collective.conventions.terms.semesters import covered
from collective.conventions.terms.spans import Span
from collective.conventions.terms.tariff import Reduction
from dataclasses import replace
from datetime import date
from decimal import Decimal


def applied(reduction: Reduction | None, held: tuple[Span, ...], month: date) -> Reduction | None:
    """Return ``reduction`` if it holds in ``month``, else None."""
    return reduction if holds(reduction, held, month) else None


def holds(reduction: Reduction | None, held: tuple[Span, ...], month: date) -> bool:
    """Tell whether ``reduction`` holds in ``month``; ``held`` is when its condition is met."""
    if reduction is None or not reduction.percent:
        return False
    return reduction.condition == "always" or covered(held, month)


def settled(reduction: Reduction | None) -> bool:
    """Tell whether what was billed follows when the condition comes or goes afterwards."""
    return reduction is not None and reduction.condition != "always"


def reduced(line: DocumentLine, percent: Decimal, reason: str) -> DocumentLine:
    """Return ``line`` less ``percent`` per cent; as it is when that is nothing."""
    if not percent:
        return line
    off = percentage(line.full, percent)
    return replace(line, reduction=off, reduction_percent=percent, reduction_reason=reason)


def reduced_charge(
    reduction: Reduction | None, line: DocumentLine, reasons: tuple[Reason, ...]
) -> Charge:
    """Return the charge of ``line`` less ``reduction``, where there is one, with its reason."""
    if reduction is None:
        return Charge(line, reasons)
    params = {"percent": str(reduction.percent), "condition": reduction.condition}
    line = reduced(line, reduction.percent, reason_of(reduction))
    return Charge(line, (*reasons, Reason("reduced", params)))


def reason_of(reduction: Reduction) -> str:
    """Return what a line says of a reduction, which is never nothing."""
    return reduction.reason or reduction.condition
