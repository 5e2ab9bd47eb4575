"""The letter about unpaid invoices that a model of the library makes."""

from browsing import PASSWORD
from collective.conventions.billing.frozen import issued_of
from collective.conventions.billing.issue import issue
from collective.conventions.clock import today
from datetime import timedelta
import pytest
import requests
import transaction


MODEL = "shipped:letter-dunning-fr@1"


@pytest.fixture
def overdue(convention, draft):
    """An invoice of 595.32 euro that should have been paid long ago."""
    invoice = draft(convention)
    issue(invoice, today() - timedelta(days=90))
    transaction.commit()
    return invoice


def read(convention, who="accountant", **asked):
    url = f"{convention.absolute_url()}/@@letter"
    return requests.get(url, params=asked, auth=(who, PASSWORD), timeout=60)


def test_what_is_overdue_stands_in_the_letter(convention, overdue, people):
    sender, recipient = (row["partner"] for row in convention.parties)
    answer = read(convention, model=MODEL, sender=sender, recipient=recipient, format="html")
    assert answer.status_code == 200
    assert "595,32" in answer.text
    assert "<script" not in answer.text
    assert issued_of(overdue).document.number in answer.text


def test_it_is_offered_only_while_something_is_overdue(convention, issued, people):
    assert MODEL not in read(convention).text


def test_who_may_not_see_invoices_is_not_offered_it(convention, overdue, people):
    assert MODEL in read(convention).text
    assert MODEL not in read(convention, "author").text
