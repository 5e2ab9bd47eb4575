"""``conventions billing enrolments``: what is to be confirmed, and what is to be paid back."""

from billing.conftest import agree
from billing.conftest import commune
from billing.conftest import draft
from billing.conftest import portal
from billing.conftest import union
from billing.test_confirming import convention
from billing.test_enrolling import contacts
from billing.test_enrolling import GROSS
from billing.test_enrolling import pay
from collective.conventions.billing.credit import draft_credit_note
from collective.conventions.billing.issue import issue
from collective.conventions.clock import today
from collective.conventions.commands import billing_enrolments
from collective.conventions.commands.main import main
from contextlib import contextmanager
from datetime import timedelta
import json
import pytest
import transaction


__all__ = ["agree", "commune", "contacts", "convention", "draft", "portal", "union"]


@pytest.fixture
def invoice(convention, draft):
    made = draft(convention)
    issue(made, today() - timedelta(days=40))
    transaction.commit()
    return made


@pytest.fixture
def listed(functional, monkeypatch, capsys):
    """Call the action: the exit code and what it has printed."""

    @contextmanager
    def opened(conf):
        yield functional["app"]

    monkeypatch.setattr(billing_enrolments, "opened", opened)

    def call(*arguments):
        transaction.commit()
        code = main(["billing", "enrolments", *arguments])
        return code, capsys.readouterr().out

    return call


def test_what_is_to_be_confirmed_and_paid_back_is_listed(convention, invoice, listed):
    assert listed() == (0, "")
    assert "incomplete, lacks paid" in listed("--all")[1]
    pay(invoice, GROSS, today() - timedelta(days=30))
    code, out = listed()
    path = "/".join(convention.getPhysicalPath())
    said = f"to confirm, registered on {today()}"
    assert (code, out) == (0, f"plone: Ouvrir ma ville ({path}): {said}\n")
    issue(draft_credit_note(invoice), today() - timedelta(days=10))
    last = today() + timedelta(days=5)
    code, out = listed()
    assert (code, out.strip().partition("): ")[2]) == (0, f"to refund, 595.32 EUR until {last}")


def test_what_should_have_been_paid_back_is_told(convention, invoice, listed):
    pay(invoice, GROSS, today() - timedelta(days=30))
    issue(draft_credit_note(invoice), today() - timedelta(days=20))
    code, out = listed()
    assert (code, out.endswith(" (OVERDUE)\n")) == (1, True)
    code, out = listed("--json", "--space", "plone")
    (one,) = json.loads(out)["enrolments"]
    assert (code, one["state"], one["refund"], one["refund_overdue"]) == (
        1,
        "to_refund",
        "595.32",
        True,
    )
    assert (one["space"], one["refund_by"]) == ("plone", str(today() - timedelta(days=5)))
    pay(invoice, -GROSS, today())
    assert listed() == (0, "")
    assert listed("--space", "nowhere") == (1, "")
