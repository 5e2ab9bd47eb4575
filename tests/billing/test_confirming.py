"""O4: a registered enrolment is confirmed by mail, once; O5: what is to be paid back."""

from billing.test_enrolling import contacts
from billing.test_enrolling import GROSS
from billing.test_enrolling import ISSUED
from billing.test_enrolling import LATER
from billing.test_enrolling import PAID
from billing.test_enrolling import pay
from billing.test_mailing import post
from collective.conventions.billing.confirming import confirm
from collective.conventions.billing.confirming import confirm_now
from collective.conventions.billing.confirming import confirmed
from collective.conventions.billing.credit import draft_credit_note
from collective.conventions.billing.enrolling import form_lacks
from collective.conventions.billing.enrolling import to_refund
from collective.conventions.billing.enrolments import enrolled
from collective.conventions.billing.enrolments import enrolments
from collective.conventions.billing.issue import issue
from collective.conventions.clock import today
from collective.conventions.interfaces import Conflict
from collective.conventions.interfaces import Forbidden
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.journal.storage import journal_of
from datetime import date
from decimal import Decimal
from plone import api
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
import pytest
import transaction


TIER = {
    "description": "Ouvrir ma ville",
    "basis": "per_participant",
    "amount": Decimal(200),
    "vat_rate": Decimal(21),
    "vat_category": "S",
    "from_count": 1,
}
__all__ = ["contacts", "post"]


@pytest.fixture
def convention(agree, commune, contacts):
    return agree(commune, title="Ouvrir ma ville", participants=2, contacts=contacts, prices=[TIER])


@pytest.fixture
def invoice(convention, draft):
    made = draft(convention)
    issue(made, ISSUED)
    transaction.commit()
    return made


@pytest.fixture
def registered(convention, invoice):
    pay(invoice, GROSS)
    transaction.commit()
    return convention


def last_entry(convention):
    return list(journal_of(convention.UID()))[-1]


class TestConfirm:
    def test_it_goes_out_once_and_is_remembered(self, post, registered):
        assert confirmed(registered) is None
        assert confirm_now(registered, today()) is True
        (mail,) = post.mails
        assert post.to == ["b@hauteville.example.be"]
        assert mail["Reply-To"].addresses[0].addr_spec == "info@union.example.be"
        assert "“Ouvrir ma ville”" in post.text()
        assert mail["Content-Language"] == api.portal.get_default_language()
        sent = confirmed(registered)
        assert (sent.day, sent.address) == (today(), "b@hauteville.example.be")
        entry = last_entry(registered)
        assert (entry.action, entry.after["address"]) == ("enrolment_confirmed", sent.address)
        assert confirm_now(registered, today()) is False
        assert len(post.mails) == 1 and last_entry(registered).number == entry.number

    def test_several_contacts_get_one_mail(self, post, registered, commune):
        more = {"partner": commune.UID(), "name": "D. Participant", "email": "d@example.be"}
        registered.contacts = [*registered.contacts, more]
        transaction.commit()
        post.send = lambda host, sender, to, message, immediate=False: post.mails.append(to)
        assert confirm_now(registered, today())
        ((first, second),) = (sorted(to) for to in post.mails)
        assert (first, second) == ("b@hauteville.example.be", "d@example.be")
        assert confirmed(registered).address == "b@hauteville.example.be, d@example.be"

    def test_what_the_mail_server_refuses_is_not_remembered(self, post, registered):
        post.refused = {"b@hauteville.example.be"}
        with pytest.raises(Conflict, match="mail server"):
            confirm_now(registered, today())
        assert confirmed(registered) is None
        assert last_entry(registered).action != "enrolment_confirmed"
        post.refused = set()
        assert confirm_now(registered, today()) is True

    def test_what_lacks_something_is_not_confirmed(self, post, convention, invoice):
        with pytest.raises(Conflict, match="still missing"):
            confirm(convention, today())

    def test_what_was_cancelled_is_not_confirmed(self, post, registered, invoice):
        issue(draft_credit_note(invoice), LATER)
        with pytest.raises(Conflict, match="cancelled"):
            confirm(registered, today())

    def test_nobody_enrols_without_a_price_for_participants(self, post, agree, commune):
        with pytest.raises(Conflict, match="Nobody enrols"):
            confirm(agree(commune, participants=1), today())

    def test_contacts_without_an_address(self, post, registered, contacts):
        registered.contacts = [contacts[0], contacts[2]]
        with pytest.raises(UnprocessableEntity, match="e-mail address"):
            confirm(registered, today())

    def test_a_space_without_a_mail_server(self, registered):
        with pytest.raises(Conflict, match="mail settings"):
            confirm(registered, today())

    def test_who_issues_nothing_confirms_nothing(self, post, portal, registered):
        setRoles(portal, TEST_USER_ID, ["Member"])
        with pytest.raises(Forbidden):
            confirm(registered, today())

    def test_of_a_copy_nothing_was_confirmed(self, post, registered):
        confirm_now(registered, today())
        assert confirmed(api.content.copy(registered, id="again")) is None


class TestEnrolments:
    def test_what_is_to_be_done_follows_from_the_facts(self, post, convention, invoice):
        assert [one.state for one in enrolments()] == ["incomplete"]
        pay(invoice, GROSS)
        transaction.commit()
        assert [one.state for one in enrolments()] == ["to_confirm"]
        confirm_now(convention, today())
        assert [one.state for one in enrolments()] == ["confirmed"]
        issue(draft_credit_note(invoice), LATER)
        (found,) = enrolments()
        assert (found.state, found.refund) == ("to_refund", GROSS)
        assert not found.is_overdue(date(2026, 2, 25)) and found.is_overdue(date(2026, 2, 26))

    def test_what_was_paid_back_is_on_record(self, registered, invoice):
        issue(draft_credit_note(invoice), LATER)
        pay(invoice, -GROSS + 1, LATER)
        assert (to_refund(registered), enrolled(registered).enrolment.refunded) == (1, None)
        pay(invoice, Decimal(-1), date(2026, 2, 12))
        found = enrolled(registered)
        assert (found.state, found.refund) == ("cancelled", 0)
        assert found.enrolment.refunded == date(2026, 2, 12)
        assert not found.is_overdue(date(2030, 1, 1))

    def test_nothing_is_paid_back_while_it_stands(self, registered, invoice):
        pay(invoice, Decimal(10), LATER)
        assert to_refund(registered) == 0

    def test_conventions_without_a_price_for_participants_are_left_out(self, agree, commune):
        agree(commune, participants=2)
        assert enrolments() == ()


def test_what_the_form_lacks(agree, commune, contacts):
    assert form_lacks(agree(commune)) == ("participants", "contacts")
    assert form_lacks(agree(commune, participants=1, contacts=contacts)) == ()


def test_the_payment_is_the_last_of_the_three(registered):
    assert enrolled(registered).enrolment.paid == PAID
