"""A statement is taken: what is certain is recorded once, the rest waits for a person."""

from billing.conftest import ADDRESS
from billing.conftest import TODAY
from billing.conftest import UNION
from collective.conventions.billing.balance import balance_of
from collective.conventions.billing.credit import draft_credit_note
from collective.conventions.billing.issue import issue
from collective.conventions.billing.payments import shelf
from collective.conventions.billing.payments import taking
from collective.conventions.billing.payments.arriving import arrivals
from collective.conventions.billing.payments.assigning import assign
from collective.conventions.billing.payments.assigning import set_aside
from collective.conventions.billing.payments.assigning import set_aside_before
from collective.conventions.billing.payments.assigning import waiting
from collective.conventions.billing.payments.book import payments_of
from collective.conventions.billing.payments.read import read
from collective.conventions.billing.payments.taking import take
from collective.conventions.interfaces import Conflict
from collective.conventions.interfaces import Forbidden
from collective.conventions.interfaces import NotFound
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.journal.storage import journal_of
from collective.conventions.journal.storage import journal_of_space
from collective.conventions.progress import Progress
from decimal import Decimal
from factories import make_partner
from plone import api
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from statements import camt
from statements import coda
from statements import Movement
from statements import PAYER
import pytest
import transaction


GROSS = Decimal("595.32")


def statement(*movements, write=camt, account=UNION["iban"]):
    numbered = [
        Movement(**{"amount": GROSS, "day": TODAY, "value_day": TODAY, "reference": f"R{n}", **one})
        for n, one in enumerate(movements)
    ]
    (found,) = read(write(numbered, account=account, day=TODAY).encode())
    return found


def verdicts(found):
    return [(one.match.verdict, one.match.ground) for one in found]


@pytest.fixture
def convention(agree, commune):
    return agree(commune)


@pytest.fixture
def invoice(convention, draft):
    made = draft(convention)
    issue(made, TODAY)
    transaction.commit()
    return made


@pytest.fixture
def another(convention, draft, invoice):
    made = draft(convention, "Second")
    issue(made, TODAY)
    transaction.commit()
    return made


class TestArrivals:
    def test_it_shows_what_each_movement_pays_and_writes_nothing(self, invoice):
        shown = arrivals(statement({"text": "2026-0001"}), TODAY)
        assert verdicts(shown) == [("exact", "number")] and shown[0].certain
        (meant,) = shown[0].invoices
        assert (meant.uid, meant.space, meant.customer) == (invoice.UID(), "plone", "Hauteville")
        assert payments_of(invoice) == () and waiting(TODAY) == ()

    def test_a_movement_sees_what_those_before_it_pay(self, invoice, another):
        half = GROSS / 2
        shown = arrivals(
            statement({"amount": half, "text": "2026-0001"}, {"amount": half, "text": "2026 1"}),
            TODAY,
        )
        assert verdicts(shown) == [("partial", "number"), ("exact", "number")]

    def test_the_account_of_the_customer_and_the_amount_are_enough(self, commune, draft, agree):
        commune.iban = PAYER
        issue(draft(agree(commune)), TODAY)
        shown = arrivals(statement({"text": "Merci"}), TODAY)
        assert verdicts(shown) == [("exact", "account_and_amount")]

    def test_another_account_is_not_theirs(self, invoice):
        other = statement({"text": "2026-0001"}, account="BE68539007547034")
        assert verdicts(arrivals(other, TODAY)) == [("none", "nothing")]

    def test_the_present_account_of_the_issuer_counts_too(self, invoice, union):
        union.iban = "BE68539007547034"
        other = statement({"text": "2026-0001"}, account="BE68539007547034")
        assert verdicts(arrivals(other, TODAY)) == [("exact", "number")]

    def test_only_who_may_record_payments_sees_them(self, portal, invoice):
        setRoles(portal, TEST_USER_ID, ["Convention Reader"])
        with pytest.raises(Forbidden):
            arrivals(statement({}), TODAY)

    def test_the_whole_server_is_the_operators(self, portal, invoice):
        setRoles(portal, TEST_USER_ID, ["Finance Officer"])
        with pytest.raises(Forbidden):
            arrivals(statement({}), TODAY, portal.getPhysicalRoot())


class TestTake:
    @pytest.mark.parametrize("write", [camt, coda])
    def test_what_is_certain_is_paid(self, convention, invoice, write):
        taken = take(statement({"text": "Facture 2026-0001"}, write=write), TODAY)
        assert (len(taken.recorded), taken.waiting, taken.failures) == (1, (), ())
        assert api.content.get_state(invoice) == "paid"
        (payment,) = payments_of(invoice)
        assert (payment.day, payment.amount, payment.payer) == (
            TODAY,
            GROSS,
            "CPAS de Saint-Exemple",
        )
        assert "paid" in [entry.action for entry in journal_of(convention.UID())]

    def test_the_same_statement_twice_pays_once(self, invoice, another):
        same = statement({"text": "2026-0001"}, {"text": "merci"}, {"amount": Decimal(7)})
        first, second = take(same, TODAY), take(same, TODAY)
        assert (len(first.recorded), first.known, len(first.waiting)) == (1, 0, 2)
        assert (len(second.recorded), second.known, len(second.waiting)) == (0, 1, 2)
        assert len(waiting(TODAY)) == 2
        assert balance_of(invoice).open == 0 and balance_of(another).open == GROSS

    def test_what_was_recorded_on_another_server_is_known(self, portal, invoice):
        same = statement({"text": "2026-0001"})
        take(same, TODAY)
        del portal.getPhysicalRoot()._conventions_server[shelf.TAKEN]
        transaction.commit()
        assert take(same, TODAY).known == 1

    def test_too_little_and_too_much_are_recorded_as_they_are(self, invoice, another):
        taken = take(
            statement(
                {"text": "2026-0001", "amount": Decimal(100)},
                {"text": "2026-0002", "amount": Decimal(600)},
            ),
            TODAY,
        )
        assert len(taken.recorded) == 2
        assert balance_of(invoice).open == Decimal("495.32")
        assert balance_of(another).overpaid == Decimal("4.68")

    def test_one_amount_for_all_that_the_payer_named(self, invoice, another):
        take(statement({"text": "2026-0001 + 2026-0002", "amount": 2 * GROSS}), TODAY)
        assert [balance_of(one).open for one in (invoice, another)] == [0, 0]

    def test_what_is_not_certain_waits(self, invoice, another):
        taken = take(statement({"text": "merci"}, {"amount": Decimal("12.34")}), TODAY)
        assert verdicts(taken.waiting) == [("ambiguous", "amount"), ("none", "nothing")]
        assert [payments_of(one) for one in (invoice, another)] == [(), ()]
        assert sorted(verdicts(waiting(TODAY))) == sorted(verdicts(taken.waiting))

    def test_what_waits_is_recorded_once_it_is_certain(self, convention, draft, invoice):
        same = statement({"text": "2026-0002"})
        assert len(take(same, TODAY).waiting) == 1
        second = draft(convention, "Second")
        issue(second, TODAY)
        transaction.commit()
        assert len(take(same, TODAY).recorded) == 1
        assert waiting(TODAY) == () and balance_of(second).open == 0

    def test_one_bad_movement_stops_no_other(self, invoice, another, monkeypatch):
        recording = taking.record

        def record(found, payment, today):
            if found.UID() == invoice.UID():
                raise RuntimeError("broken")
            return recording(found, payment, today)

        monkeypatch.setattr(taking, "record", record)
        taken = take(statement({"text": "2026-0001"}, {"text": "2026-0002"}), TODAY)
        assert [failure.why for failure in taken.failures] == ["broken"]
        assert balance_of(another).open == 0 and balance_of(invoice).open == GROSS
        assert [one.certain for one in waiting(TODAY)] == [True]
        monkeypatch.undo()
        assert len(take(statement({"text": "2026-0001"}), TODAY).recorded) == 1

    def test_a_payment_meanwhile_is_not_overlooked(self, invoice, monkeypatch):
        monkeypatch.setattr(taking, "payable_of", lambda space, found: None)
        taken = take(statement({"text": "2026-0001"}), TODAY)
        assert len(taken.failures) == 1 and payments_of(invoice) == ()

    def test_a_day_to_come_is_left_to_a_person(self, invoice):
        taken = take(statement({"text": "2026-0001"}), TODAY.replace(year=2025))
        assert [one.code for one in taken.waiting[0].findings] == ["in_future"]
        assert payments_of(invoice) == ()

    def test_it_is_stopped_between_two(self, invoice, another):
        class Stopped(Progress):
            stopped = property(lambda self: balance_of(invoice).paid > 0)

        taken = take(statement({"text": "2026-0001"}, {"text": "2026-0002"}), TODAY, Stopped())
        assert len(taken.recorded) == 1 and balance_of(another).open == GROSS


class TestGivingBack:
    @pytest.fixture
    def overpaid(self, invoice):
        take(statement({"text": "2026-0001", "amount": GROSS + 5, "reference": "in"}), TODAY)
        return invoice

    def test_what_was_too_much_is_given_back(self, overpaid):
        taken = take(statement({"text": "2026-0001", "amount": Decimal(-5)}), TODAY)
        assert len(taken.recorded) == 1
        assert [payment.amount for payment in payments_of(overpaid)] == [GROSS + 5, Decimal(-5)]
        assert balance_of(overpaid).overpaid == 0

    def test_o5_a_cancelled_and_paid_one_is_given_back_in_whole(self, overpaid):
        issue(draft_credit_note(overpaid), TODAY)
        transaction.commit()
        take(statement({"text": "2026-0001", "amount": -GROSS - 5}), TODAY)
        assert balance_of(overpaid).paid == 0

    def test_another_sum_that_names_it_waits(self, overpaid):
        taken = take(statement({"text": "2026-0001", "amount": Decimal(-40)}), TODAY)
        assert verdicts(taken.waiting) == [("over", "number")]

    def test_what_we_pay_to_others_is_left_alone(self, overpaid):
        taken = take(statement({"text": "Loyer", "amount": Decimal(-900)}), TODAY)
        assert (taken.recorded, taken.waiting, waiting(TODAY)) == ((), (), ())

    def test_a_person_says_what_came_back_unpaid(self, overpaid):
        take(statement({"text": "2026-0001", "amount": Decimal(-40)}), TODAY)
        (one,) = waiting(TODAY)
        assign(one.entry.reference, overpaid.UID(), today=TODAY)
        assert balance_of(overpaid).open == Decimal(35)


class TestAssigning:
    @pytest.fixture
    def reference(self, invoice, another):
        take(statement({"text": "merci", "amount": GROSS + 10}), TODAY)
        (one,) = waiting(TODAY)
        return one.entry.reference

    def test_a_person_chooses_the_invoice(self, reference, another):
        assign(reference, another.UID(), today=TODAY)
        assert waiting(TODAY) == () and balance_of(another).overpaid == 10
        with pytest.raises(NotFound):
            assign(reference, another.UID(), today=TODAY)

    def test_several_get_what_they_ask_and_the_last_one_the_rest(self, reference, invoice, another):
        assign(reference, invoice.UID(), another.UID(), today=TODAY)
        assert (balance_of(invoice).open, balance_of(another).paid) == (0, 10)

    def test_a_draft_is_not_paid(self, reference, convention, draft):
        with pytest.raises(Conflict):
            assign(reference, draft(convention, "Third").UID(), today=TODAY)
        with pytest.raises(NotFound):
            assign(reference, convention.UID(), today=TODAY)
        with pytest.raises(UnprocessableEntity):
            assign(reference, today=TODAY)
        assert len(waiting(TODAY)) == 1

    def test_what_pays_no_invoice_is_set_aside_with_a_reason(self, reference):
        with pytest.raises(UnprocessableEntity):
            set_aside(reference, " ")
        set_aside(reference, "A subsidy.")
        assert waiting(TODAY) == ()
        (one,) = set_aside_before()
        assert (one.reason, one.actor) == ("A subsidy.", TEST_USER_ID)
        entry = list(journal_of_space())[-1]
        assert (entry.action, entry.reason) == ("payment_set_aside", "A subsidy.")

    def test_what_is_set_aside_stays_there_and_can_be_taken_back(self, reference, invoice):
        set_aside(reference, "A subsidy.")
        taken = take(statement({"text": "merci", "amount": GROSS + 10}), TODAY)
        assert (taken.waiting, taken.known) == ((), 1)
        assign(reference, invoice.UID(), today=TODAY)
        assert balance_of(invoice).overpaid == 10 and set_aside_before() == ()

    def test_nobody_else_decides(self, portal, reference, invoice):
        setRoles(portal, TEST_USER_ID, ["Convention Author"])
        with pytest.raises(Forbidden):
            assign(reference, invoice.UID(), today=TODAY)
        with pytest.raises(Forbidden):
            set_aside(reference, "No.")


def test_of_two_who_take_the_same_movement_one_tries_again(invoice, functional):
    """The word on the root is the same record for both."""
    from ZODB.POSException import ConflictError

    db = functional["app"]._p_jar.db()
    managers = [transaction.TransactionManager() for _n in range(2)]
    roots = [db.open(manager).root()["Application"] for manager in managers]
    shelf.take_down(functional["app"], "first", TODAY)
    transaction.commit()
    for manager, root in zip(managers, roots, strict=True):
        manager.begin()
        assert not shelf.was_taken(root, "same")
    for root in roots:
        shelf.take_down(root, "same", TODAY)
    managers[0].commit()
    with pytest.raises(ConflictError):
        managers[1].commit()
    managers[1].abort()
    for root in roots:
        root._p_jar.close()


def test_an_address_of_the_issuer_is_no_matter(portal):
    partner = make_partner(portal, "Nobody", **ADDRESS)
    assert partner.iban is None and arrivals(statement({}), TODAY)[0].invoices == ()
