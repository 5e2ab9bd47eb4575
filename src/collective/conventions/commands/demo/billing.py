"""The invoices of the demo: every semester since the first convention, as the runs issue them."""

from collections.abc import Iterator
from collective.conventions.billing.balance import balance_of
from collective.conventions.billing.frozen import issued_of
from collective.conventions.billing.papers import keep_papers
from collective.conventions.billing.payments.book import Payment
from collective.conventions.billing.payments.record import record
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


def bill(app: Any, space_id: str, today: date) -> None:
    """Issue what was due on each first of a semester until today, and record what was paid."""
    with entered(app, space_id):
        for day in semesters(today):
            run(day, day)
        keep_papers()
        for invoice in _issued():
            pay(invoice, today)
        transaction.commit()


def semesters(today: date) -> Iterator[date]:
    """The first day of each semester and one in its midst, until today."""
    for year in range(FIRST_YEAR, today.year + 1):
        for month in (1, 5, 7, 11):
            if date(year, month, 2) <= today:
                yield date(year, month, 2)


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
