"""The invoices of the demo, as the runs of each semester have issued them."""

from collections.abc import Iterator
from collections.abc import Sequence
from collective.conventions.billing.balance import balance_of
from collective.conventions.billing.frozen import issued_of
from collective.conventions.billing.papers import keep_papers
from collective.conventions.billing.payments.book import Payment
from collective.conventions.billing.payments.record import record
from collective.conventions.billing.plan import candidates
from collective.conventions.billing.run import run
from collective.conventions.server.spaces import entered
from datetime import date
from datetime import timedelta
from plone import api
from typing import Any
import transaction


FIRST_YEAR = 2021
#: The customers of the demo pay so long after the due day at the latest; the newest still owe.
PATIENCE = timedelta(days=120)


def bill(app: Any, space_ids: Sequence[str], today: date) -> None:
    """Issue what was due on each day of a run until today, and record what was paid.

    One day after the other in all spaces: they share the numbers of an issuer.
    """
    for day in dates_of_runs(today):
        for space_id in space_ids:
            with entered(app, space_id):
                if signed := _signed_by(day):
                    run(day, day, only=signed)
    for space_id in space_ids:
        with entered(app, space_id):
            keep_papers()
            for invoice in _issued():
                pay(invoice, today)
            transaction.commit()


def dates_of_runs(today: date) -> Iterator[date]:
    """The days of runs until today: each semester, and in spring for what has just been signed."""
    for year in range(FIRST_YEAR, today.year + 1):
        for month in (1, 4, 5, 7):
            if date(year, month, 2) <= today:
                yield date(year, month, 2)


def _signed_by(day: date) -> list[str]:
    """The conventions that everybody had signed on a day."""
    found = (record._unrestrictedGetObject() for record in candidates())
    return [
        convention.UID()
        for convention in found
        if convention.issuer and all(row["date_signed"] <= day for row in convention.signatories)
    ]


def pay(invoice: Any, today: date) -> None:
    """Record that an invoice was paid in time, unless it is too young to have been."""
    document, balance = issued_of(invoice).document, balance_of(invoice)
    if document.kind != "invoice" or not balance.open or document.due + PATIENCE > today:
        return
    day = document.due - timedelta(days=6)
    payment = Payment(day, balance.open, f"{document.number}/1", payer=document.customer.name)
    record(invoice, payment, today)


def _issued() -> Iterator[Any]:
    found = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(
        portal_type="Invoice", review_state="issued"
    )
    for one in found:
        yield one._unrestrictedGetObject()
