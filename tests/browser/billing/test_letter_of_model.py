"""The letter about unpaid invoices that a model of the library makes."""

from browsing import PASSWORD
from collective.conventions.billing.frozen import issued_of
import requests


MODEL = "shipped:letter-dunning-fr@1"


def read(convention, who="accountant", **asked):
    url = f"{convention.absolute_url()}/@@letter"
    return requests.get(url, params=asked, auth=(who, PASSWORD), timeout=60)


def test_what_is_overdue_stands_in_the_letter(convention, late, people):
    sender, recipient = (row["partner"] for row in convention.parties)
    answer = read(convention, model=MODEL, sender=sender, recipient=recipient, format="html")
    assert answer.status_code == 200
    assert "595,32" in answer.text
    assert "<script" not in answer.text
    assert issued_of(late).document.number in answer.text


def test_it_is_offered_only_while_something_is_overdue(convention, issued, people):
    assert MODEL not in read(convention).text


def test_who_may_not_see_invoices_is_not_offered_it(convention, late, people):
    assert MODEL in read(convention).text
    assert MODEL not in read(convention, "author").text
