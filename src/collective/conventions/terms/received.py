"""What cannot be a payment that was received: no amount, no cents, a day to come."""

from collective.conventions.terms.amounts import CENT
from collective.conventions.terms.amounts import EXACT
from collective.conventions.terms.amounts import MAXIMUM
from collective.conventions.terms.amounts import MOST_DECIMALS
from collective.conventions.terms.amounts import number_fault
from collective.conventions.terms.findings import Finding
from datetime import date
from decimal import Decimal


def faults(day: date, amount: Decimal, reference: str, today: date) -> tuple[Finding, ...]:
    """Return everything that is wrong with a payment; one below zero was given back."""
    found: list[Finding] = []
    limits = {"too_large": int(MAXIMUM), "too_many_decimals": MOST_DECIMALS}
    if code := number_fault(amount):
        params = {"maximum": limits[code]} if code in limits else {}
        found.append(Finding(code, "amount", params))
    elif not amount:
        found.append(Finding("nothing_paid", "amount"))
    elif EXACT.quantize(amount, CENT) != amount:
        found.append(Finding("no_cents", "amount"))
    if day > today:
        found.append(Finding("in_future", "day", {"date": day.isoformat()}))
    if not reference.strip():
        found.append(Finding("required", "reference"))
    return tuple(found)
