"""How a space stands: what the catalog keeps of invoices, and what they add up to."""

from billing.conftest import TODAY
from collective.conventions.billing.credit import draft_credit_note
from collective.conventions.billing.issue import issue
from collective.conventions.billing.payments.book import Payment
from collective.conventions.billing.payments.record import record
from collective.conventions.billing.standing import items
from collective.conventions.billing.standing import STATES
from collective.conventions.billing.standing import totals
from collective.conventions.terms.document import ZERO
from datetime import date
from decimal import Decimal
from plone import api
from plone.app.testing import login
from plone.app.testing import logout
import pytest
import transaction


GROSS = Decimal("595.32")
HALF = Decimal("297.66")
DUE = date(2026, 2, 14)
LATER = date(2026, 3, 1)


@pytest.fixture
def invoice(agree, draft, commune):
    made = draft(agree(commune))
    issue(made, TODAY)
    return made


def pay(invoice, amount, reference="1"):
    record(invoice, Payment(TODAY, amount, reference), TODAY)


def states(today=TODAY, **asked):
    return {name: len(items(today, state=name, **asked)) for name in STATES}


class TestWhatIsKept:
    def test_a_draft_has_neither_number_nor_days(self, agree, draft, commune, union):
        draft(agree(commune), title="To come")
        (item,) = items(TODAY)
        assert (item.title, item.state, item.kind) == ("To come", "draft", "invoice")
        assert (item.number, item.issued, item.due) == ("", None, None)
        assert (item.gross, item.open, item.paid, item.credited) == (GROSS, ZERO, ZERO, ZERO)
        assert (item.issuer, item.customer) == (union.UID(), commune.UID())
        assert item.customer_name == "Hauteville"

    def test_a_draft_that_cannot_be_computed_is_listed_all_the_same(self, agree, draft, commune):
        line = {"description": "?", "quantity": Decimal(1), "unit_price": Decimal(1)}
        draft(agree(commune), lines=[{**line, "vat_rate": Decimal(-1)}])
        assert [item.gross for item in items(TODAY)] == [None]

    def test_what_is_issued(self, invoice):
        (item,) = items(TODAY)
        assert (item.state, item.number, item.contract) == ("issued", "2026-0001", "ACC-1")
        assert (item.issued, item.due, item.open) == (TODAY, DUE, GROSS)
        assert (item.uid, item.url) == (invoice.UID(), invoice.absolute_url())

    def test_a_part_paid(self, invoice):
        pay(invoice, HALF)
        (item,) = items(TODAY)
        assert (item.state, item.paid, item.open) == ("issued", HALF, HALF)

    def test_all_paid_and_sent_back(self, invoice):
        pay(invoice, GROSS)
        assert [(one.state, one.open) for one in items(TODAY)] == [("paid", ZERO)]
        pay(invoice, -HALF, "2")
        assert [(one.state, one.open) for one in items(TODAY)] == [("issued", HALF)]

    def test_a_credit_note_changes_its_invoice(self, invoice):
        issue(draft_credit_note(invoice), TODAY)
        note, credited = sorted(items(TODAY), key=lambda item: item.kind)
        assert (note.kind, note.state, note.number) == ("credit_note", "issued", "NC-2026-0001")
        assert (note.gross, note.open) == (GROSS, ZERO)
        assert (credited.state, credited.credited, credited.open) == ("credited", GROSS, ZERO)

    def test_a_part_credited(self, invoice):
        line = {"description": "Accès", "quantity": Decimal(3), "unit_price": Decimal(82)}
        issue(draft_credit_note(invoice, [{**line, "vat_rate": Decimal(21)}]), TODAY)
        credited = next(item for item in items(TODAY) if item.kind == "invoice")
        assert (credited.state, credited.credited, credited.open) == ("issued", HALF, HALF)

    def test_what_is_given_up_leaves_the_catalog_as_it_was(self, invoice):
        transaction.commit()
        pay(invoice, GROSS)
        transaction.abort()
        assert [(one.state, one.open) for one in items(TODAY)] == [("issued", GROSS)]

    def test_the_day_of_modification_stays(self, invoice):
        before = invoice.modified()
        pay(invoice, GROSS)
        assert invoice.modified() == before


class TestItems:
    def test_by_state(self, invoice, agree, draft, commune):
        draft(agree(commune))
        expected = {"draft": 1, "open": 1, "overdue": 0, "paid": 0, "credited": 0}
        assert states() == expected
        assert states(DUE) == expected
        assert states(LATER) == {**expected, "overdue": 1}
        pay(invoice, GROSS)
        assert states(LATER) == {**expected, "open": 0, "paid": 1}

    def test_a_credit_note_is_never_open(self, invoice):
        issue(draft_credit_note(invoice), TODAY)
        assert states(LATER) == {"draft": 0, "open": 0, "overdue": 0, "paid": 0, "credited": 1}

    def test_an_unknown_state_is_refused(self, portal):
        with pytest.raises(ValueError, match="late"):
            items(TODAY, state="late")

    def test_by_customer_and_year(self, invoice, agree, draft, cpas, commune):
        other = draft(agree(cpas), customer=cpas.UID())
        issue(other, date(2027, 1, 4))
        draft(agree(commune))
        assert [one.uid for one in items(TODAY, customer=cpas.UID())] == [other.UID()]
        assert [one.uid for one in items(TODAY, year=2026)] == [invoice.UID()]
        assert [one.number for one in items(TODAY)] == ["", "2027-0001", "2026-0001"]

    def test_only_what_the_user_may_see(self, portal, invoice):
        api.user.create(email="m@example.be", username="member", password="secret-word-1")
        login(portal, "member")
        assert items(TODAY) == []
        logout()
        assert items(TODAY) == []


class TestTotals:
    def test_all_and_by_partner_and_year(self, invoice, agree, draft, cpas, commune):
        issue(draft(agree(cpas), customer=cpas.UID()), date(2027, 1, 4))
        draft(agree(commune))
        pay(invoice, HALF)
        found = totals(items(LATER), LATER)
        assert (found.overall.count, found.overall.invoiced) == (2, 2 * GROSS)
        assert (found.overall.open, found.overall.overdue) == (GROSS + HALF, HALF)
        assert found.per_partner[commune.UID()].paid == HALF
        assert found.per_partner[cpas.UID()].open == GROSS
        assert {year: one.count for year, one in found.per_year.items()} == {2026: 1, 2027: 1}

    def test_a_credit_note_counts_in_its_invoice(self, invoice):
        issue(draft_credit_note(invoice), TODAY)
        overall = totals(items(LATER), LATER).overall
        assert (overall.count, overall.invoiced, overall.credited) == (1, GROSS, GROSS)
        assert (overall.open, overall.overdue) == (ZERO, ZERO)
