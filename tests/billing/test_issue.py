"""Issuing: the number and the frozen document come together, or not at all."""

from billing.conftest import TODAY
from collective.conventions.billing import numbers
from collective.conventions.billing.balance import balance_of
from collective.conventions.billing.frozen import issued_of
from collective.conventions.billing.issue import issue
from collective.conventions.interfaces import Conflict
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.journal.storage import journal_of
from datetime import date
from decimal import Decimal
from einvoices import faults
from plone import api
from zExceptions import Unauthorized
import pytest
import transaction


@pytest.fixture
def convention(agree, commune):
    return agree(commune)


def test_it_gets_its_number_and_its_days(convention, draft):
    issued = issue(draft(convention), TODAY)
    document = issued.document
    assert (document.number, document.issued) == ("2026-0001", TODAY)
    assert document.due == date(2026, 2, 14)
    assert (document.net, document.vat, document.gross) == (
        Decimal("492.00"),
        Decimal("103.32"),
        Decimal("595.32"),
    )
    assert document.communication == "2026-0001"
    assert faults(issued.files["xml"].data) == []
    assert issued.breaks() == ()


def test_a_structured_communication_is_an_option(convention, draft):
    convention.communication = "structured"
    document = issue(draft(convention), TODAY).document
    assert len(document.communication) == 12 and document.communication.isdigit()


def test_what_is_issued_says_what_it_said_whatever_its_partners_say_later(
    convention, draft, commune
):
    invoice = draft(convention)
    issue(invoice, TODAY)
    commune.title = "Hauteville-sur-Meuse"
    convention.reference = "Other"
    assert issued_of(invoice).document.customer.name == "Hauteville"
    assert issued_of(invoice).document.contract == "ACC-1"


def test_what_lacks_is_named_and_takes_no_number(portal, convention, draft, commune, union):
    invoice = draft(convention)
    commune.enterprise_number = None
    convention.buyer_reference = invoice.buyer_reference = None
    with pytest.raises(UnprocessableEntity) as refused:
        issue(invoice, TODAY)
    assert {"buyer_reference", "customer"} <= {one.field for one in refused.value.findings}
    transaction.abort()
    assert api.content.get_state(invoice) == "draft"
    assert list(numbers.counts(portal.getPhysicalRoot())) == []


def test_it_is_issued_once(convention, draft):
    invoice = draft(convention)
    issue(invoice, TODAY)
    with pytest.raises(Conflict):
        issue(invoice, TODAY)
    assert issued_of(invoice).number == "2026-0001"


def test_every_road_of_the_workflow_issues(convention, draft):
    invoice = draft(convention)
    api.content.transition(invoice, "issue")
    assert issued_of(invoice) is not None and balance_of(invoice).open == Decimal("595.32")


@pytest.mark.parametrize("step", ["settle", "credit"])
def test_no_step_says_what_the_payments_do_not(convention, draft, step):
    invoice = draft(convention)
    issue(invoice, TODAY)
    with pytest.raises(Conflict):
        api.content.transition(invoice, step)


def test_it_is_never_deleted_not_even_by_an_administrator(convention, draft):
    invoice = draft(convention)
    issue(invoice, TODAY)
    with pytest.raises(Unauthorized):
        convention.manage_delObjects([invoice.getId()])
    with pytest.raises(Conflict):
        convention._delObject(invoice.getId())


def test_a_copy_is_a_draft_without_number(convention, draft):
    invoice = draft(convention)
    issue(invoice, TODAY)
    copy = api.content.copy(invoice, convention)
    assert issued_of(copy) is None and api.content.get_state(copy) == "draft"


def test_a_touched_document_is_found(convention, draft):
    issued = issue(draft(convention), TODAY)
    issued.text = issued.text.replace("492", "429").replace("82.00", "28.00")
    assert issued.breaks() == ("document",)


def test_the_journal_tells_the_number_and_the_checksums(convention, draft):
    invoice = draft(convention)
    issued = issue(invoice, TODAY)
    entry = next(one for one in journal_of(convention.UID()) if one.action == "part_issued")
    assert entry.after["number"] == "2026-0001"
    assert entry.after["checksums"]["xml"] == issued.checksums["xml"]
