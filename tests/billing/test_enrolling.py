"""O4 and O5 from the facts of a convention: registered by three of them, paid back in 15 days."""

from collective.conventions.billing.credit import draft_credit_note
from collective.conventions.billing.enrolling import confirmation_of
from collective.conventions.billing.enrolling import enrolment_of
from collective.conventions.billing.issue import issue
from collective.conventions.billing.payments.book import Payment
from collective.conventions.billing.payments.record import record
from collective.conventions.clock import today
from datetime import date
from decimal import Decimal
from factories import SIGNED
from zope.event import notify
from zope.lifecycleevent import Attributes
from zope.lifecycleevent import ObjectModifiedEvent
import pytest
import transaction


ISSUED = date(2026, 1, 15)
PAID = date(2026, 1, 30)
LATER = date(2026, 2, 10)
GROSS = Decimal("595.32")


@pytest.fixture
def contacts(union, commune):
    return [
        {"partner": union.UID(), "name": "A. Organiser", "email": "a@union.example.be"},
        {"partner": commune.UID(), "name": "B. Participant", "email": "b@hauteville.example.be"},
        {"partner": commune.UID(), "name": "C. Participant"},
    ]


@pytest.fixture
def convention(agree, commune, contacts):
    return agree(commune, title="Ouvrir ma ville", participants=2, contacts=contacts)


@pytest.fixture
def invoice(convention, draft):
    made = draft(convention)
    issue(made, ISSUED)
    return made


def pay(invoice, amount, day=PAID):
    record(invoice, Payment(day, amount, f"{day} {amount}"), day)


class TestForm:
    def test_it_is_filled_in_from_the_day_on_which_the_journal_tells_it(self, convention):
        assert enrolment_of(convention).form == today()

    @pytest.mark.parametrize("values", [{"participants": 0}, {"contacts": []}])
    def test_it_says_how_many_and_whom(self, agree, commune, contacts, values):
        given = {"participants": 2, "contacts": contacts, **values}
        assert enrolment_of(agree(commune, **given)).form is None

    def test_a_contact_of_the_organiser_alone_is_none(self, agree, commune, contacts):
        made = agree(commune, participants=1, contacts=contacts[:1])
        assert enrolment_of(made).form is None

    def test_what_is_told_in_two_goes_counts_from_the_second(self, agree, commune, contacts):
        made = agree(commune, participants=2)
        made.contacts = contacts
        notify(ObjectModifiedEvent(made, Attributes(type(made), "contacts")))
        assert enrolment_of(made).form == today()


class TestSignature:
    def test_the_last_one_counts(self, convention):
        assert enrolment_of(convention).signed == SIGNED

    def test_one_is_not_enough(self, agree, union, commune):
        rows = [{"partner": one.UID(), "name": "A. Person"} for one in (union, commune)]
        made = agree(commune, "draft", signatories=[{**rows[0], "date_signed": SIGNED}, rows[1]])
        assert enrolment_of(made).signed is None


class TestPayment:
    def test_o4_it_is_registered_when_nothing_is_open_any_more(self, convention, invoice):
        assert enrolment_of(convention).lacking == ("paid",)
        pay(invoice, Decimal(500))
        assert enrolment_of(convention).paid is None
        pay(invoice, GROSS - 500, LATER)
        found = enrolment_of(convention)
        assert (found.paid, found.lacking) == (LATER, ())
        assert found.registered == max(today(), LATER)

    def test_nothing_invoiced_is_nothing_paid(self, convention):
        assert enrolment_of(convention).paid is None

    def test_each_invoice_is_to_be_paid(self, convention, invoice, draft):
        issue(draft(convention), ISSUED)
        pay(invoice, GROSS)
        assert enrolment_of(convention).paid is None

    def test_a_draft_stands_in_no_ones_way(self, convention, invoice, draft):
        draft(convention)
        pay(invoice, GROSS)
        assert enrolment_of(convention).paid == PAID


class TestCancelled:
    def test_o5_what_was_paid_is_to_be_paid_back_within_15_days(self, convention, invoice):
        pay(invoice, GROSS)
        issue(draft_credit_note(invoice), LATER)
        found = enrolment_of(convention)
        assert (found.cancelled, found.paid, found.registered) == (LATER, PAID, None)
        assert found.refund_by == date(2026, 2, 25)

    def test_o5_what_arrives_after_it_is_paid_back_from_its_own_day(self, convention, invoice):
        issue(draft_credit_note(invoice), PAID)
        assert enrolment_of(convention).refund_by is None
        pay(invoice, GROSS, LATER)
        assert enrolment_of(convention).refund_by == date(2026, 2, 25)

    def test_what_has_been_paid_back_is_owed_no_more(self, convention, invoice):
        pay(invoice, GROSS)
        issue(draft_credit_note(invoice), LATER)
        pay(invoice, -GROSS, LATER)
        assert enrolment_of(convention).refund_by is None

    def test_a_part_taken_back_cancels_nothing(self, convention, invoice):
        line = {"description": "Accès", "quantity": Decimal(1), "unit_price": Decimal(82)}
        issue(draft_credit_note(invoice, [{**line, "vat_rate": Decimal(21)}]), LATER)
        pay(invoice, GROSS - Decimal("99.22"))
        found = enrolment_of(convention)
        assert (found.cancelled, found.paid) == (None, PAID)


class TestConfirmation:
    def test_o4_it_is_told_to_the_contacts_of_the_customer(self, convention, invoice):
        assert confirmation_of(convention) is None
        pay(invoice, GROSS)
        transaction.commit()
        told = confirmation_of(convention, "en")
        assert told.addresses == ("b@hauteville.example.be",)
        assert told.subject == "Your enrolment is confirmed: Ouvrir ma ville"
        assert "“Ouvrir ma ville”" in told.text and "participants: 2" in told.text
        assert told.text.endswith("Union\n")

    def test_what_was_cancelled_is_not_confirmed(self, convention, invoice):
        pay(invoice, GROSS)
        issue(draft_credit_note(invoice), LATER)
        assert confirmation_of(convention) is None
