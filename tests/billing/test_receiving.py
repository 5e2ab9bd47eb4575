"""What another has issued is received once, kept as it came, and stands like any invoice."""

from billing.conftest import CPAS
from billing.conftest import TODAY
from collective.conventions.billing import issuers
from collective.conventions.billing import numbers
from collective.conventions.billing.account import account_of
from collective.conventions.billing.balance import balance_of
from collective.conventions.billing.balance import parts_of
from collective.conventions.billing.canonical import checksum
from collective.conventions.billing.credit import draft_credit_note
from collective.conventions.billing.einvoice.write import ubl
from collective.conventions.billing.frozen import is_received
from collective.conventions.billing.frozen import issued_of
from collective.conventions.billing.papers import keep_papers
from collective.conventions.billing.payments.book import Payment
from collective.conventions.billing.payments.record import record
from collective.conventions.billing.plan import plan
from collective.conventions.billing.receiving import receive
from collective.conventions.clock import today
from collective.conventions.interfaces import Conflict
from collective.conventions.interfaces import Forbidden
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.journal.storage import journal_of
from collective.conventions.terms.document import Credited
from dataclasses import replace
from datetime import date
from decimal import Decimal
from documents import CUSTOMER
from documents import INVOICE
from documents import ISSUER
from documents import LINE
from factories import make_partner
from lifecycle.test_amendments import make_amendment
from plone import api
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
import pytest


UNION = ISSUER
COMMUNE = replace(CUSTOMER, name="Hauteville", enterprise_number="0207362838")
ASKED = replace(
    LINE,
    reduction=Decimal("0.00"),
    reduction_percent=None,
    reduction_reason="",
    period_start=None,
    period_end=None,
)
SENT = replace(
    INVOICE,
    issuer=UNION,
    customer=COMMUNE,
    number="F/2026/77",
    issued=date(2026, 1, 5),
    due=date(2026, 2, 4),
    period_start=date(2026, 1, 1),
    period_end=date(2026, 6, 30),
    communication="",
    lines=(ASKED,),
)
NOTE = replace(
    SENT,
    kind="credit_note",
    number="N/2026/3",
    issuer=replace(UNION, iban=""),
    due=None,
    credits=Credited("F/2026/77", date(2026, 1, 5)),
    lines=(replace(ASKED, quantity=Decimal(2)),),
)


@pytest.fixture
def convention(agree, commune):
    return agree(commune, start_rule="fixed_date", start_date=date(2026, 1, 1))


def refused(convention, document):
    with pytest.raises(UnprocessableEntity) as refusal:
        receive(convention, ubl(document), TODAY)
    return {(one.code, one.field) for one in refusal.value.findings}


def test_it_is_issued_by_its_issuer_and_kept_as_it_came(portal, convention, union, commune):
    data = ubl(SENT)
    invoice = receive(convention, data, TODAY)
    issued = issued_of(invoice)
    assert api.content.get_state(invoice) == "issued" and issued.received == TODAY
    assert (issued.number, issued.document.gross) == ("F/2026/77", SENT.gross)
    assert (issued.document.issuer.uid, invoice.customer) == (union.UID(), commune.UID())
    assert issued.files["xml"].data == data and issued.checksums["xml"] == checksum(data)
    assert issued.breaks() == ()
    assert list(numbers.counts(portal.getPhysicalRoot())) == []
    assert invoice.totals().gross == SENT.gross


def test_it_is_open_and_then_paid(convention):
    invoice = receive(convention, ubl(SENT), TODAY)
    assert balance_of(invoice).open == SENT.gross
    assert record(invoice, Payment(TODAY, SENT.gross, "r1"), TODAY)
    assert api.content.get_state(invoice) == "paid"


def test_the_journal_says_that_it_was_received(convention):
    receive(convention, ubl(SENT), TODAY)
    actions = [entry.action for entry in journal_of(convention.UID())]
    assert "part_received" in actions and "part_issued" not in actions


def test_the_same_one_is_received_once(convention):
    receive(convention, ubl(SENT), TODAY)
    with pytest.raises(Conflict) as refusal:
        receive(convention, ubl(replace(SENT, remarks="Again")), TODAY)
    assert refusal.value.message.mapping["number"] == "F/2026/77"
    assert len(list(parts_of(convention))) == 1


def test_another_issuer_may_use_the_same_number(portal, convention, commune):
    number = "0403019261"
    other = replace(UNION, name="Other", enterprise_number=number, vat_number=f"BE{number}")
    partner = make_partner(portal, "Other", enterprise_number=number)
    convention.parties = [*convention.parties, {"partner": partner.UID(), "role": "partner"}]
    receive(convention, ubl(SENT), TODAY)
    receive(convention, ubl(replace(SENT, issuer=other)), TODAY)
    assert len(list(parts_of(convention))) == 2


def test_who_is_unknown_is_named(convention, union, commune, portal):
    stranger = replace(SENT, customer=replace(CUSTOMER, name="Elsewhere"))
    assert refused(convention, stranger) == {("partner_unknown", "customer")}
    make_partner(portal, "Elsewhere", **CPAS)
    assert refused(convention, stranger) == {("not_a_party", "customer")}
    assert list(parts_of(convention)) == []


def test_who_joined_by_an_amendment_is_one_of_the_parties(portal, convention):
    joined = make_partner(portal, "Elsewhere", **CPAS)
    signs = {"name": "A. Person", "capacity": "Mayor", "date_signed": today()}
    uids = [*(row["partner"] for row in convention.parties), joined.UID()]
    make_amendment(
        convention,
        "signed",
        first_day=today(),
        changes=[],
        party_changes=[{"action": "add", "row": "", "partner": joined.UID(), "role": "partner"}],
        signatories=[{"partner": uid, **signs} for uid in uids],
    )
    receive(convention, ubl(replace(SENT, customer=replace(CUSTOMER, name="Elsewhere"))), TODAY)
    (invoice,) = parts_of(convention)
    assert invoice.customer == joined.UID()


def test_totals_are_checked(convention):
    data = ubl(SENT).replace(str(SENT.gross).encode(), b"1.00")
    with pytest.raises(UnprocessableEntity) as refusal:
        receive(convention, data, TODAY)
    assert {one.code for one in refusal.value.findings} == {"total_differs"}


def test_d1_what_is_not_monetary_receives_none(agree, commune):
    convention = agree(commune, monetary=False, prices=[])
    with pytest.raises(UnprocessableEntity):
        receive(convention, ubl(SENT), TODAY)


def test_what_is_issued_here_is_not_received(portal, convention):
    app = portal.getPhysicalRoot()
    for keeper in (issuers.OPERATOR, portal.getId()):
        issuers.entrust(app, UNION.enterprise_number, keeper)
        with pytest.raises(Conflict):
            receive(convention, ubl(SENT), TODAY)
    issuers.entrust(app, UNION.enterprise_number, "another-space")
    assert is_received(receive(convention, ubl(SENT), TODAY))


def test_only_who_may_issue_receives(portal, convention):
    setRoles(portal, TEST_USER_ID, ["Convention Reader"])
    with pytest.raises(Forbidden):
        receive(convention, ubl(SENT), TODAY)
    setRoles(portal, TEST_USER_ID, ["Finance Officer"])
    assert is_received(receive(convention, ubl(SENT), TODAY))


class TestCreditNotes:
    def test_it_takes_back_the_invoice_that_it_names(self, convention):
        invoice = receive(convention, ubl(SENT), TODAY)
        note = receive(convention, ubl(NOTE), TODAY)
        assert note.credits == invoice.UID()
        assert balance_of(invoice).credited == NOTE.gross

    def test_a_whole_one_leaves_nothing_open(self, convention):
        invoice = receive(convention, ubl(SENT), TODAY)
        receive(convention, ubl(replace(NOTE, lines=SENT.lines)), TODAY)
        assert api.content.get_state(invoice) == "credited"

    def test_more_than_is_left_is_refused(self, convention):
        receive(convention, ubl(SENT), TODAY)
        lines = (replace(ASKED, quantity=Decimal(7)),)
        assert refused(convention, replace(NOTE, lines=lines)) == {("credit_too_large", "lines")}

    def test_an_invoice_that_is_not_here_is_named(self, convention):
        assert refused(convention, NOTE) == {("credited_unknown", "credits")}

    def test_nobody_but_the_issuer_credits_it(self, convention):
        invoice = receive(convention, ubl(SENT), TODAY)
        with pytest.raises(Conflict):
            draft_credit_note(invoice)


class TestBilling:
    def test_the_months_that_the_issuer_has_billed_are_billed(self, convention):
        receive(convention, ubl(SENT), TODAY)
        (billed,) = account_of(convention).billed
        assert (billed.line.period_start, billed.line.period_end) == (
            date(2026, 1, 1),
            date(2026, 6, 30),
        )

    def test_what_another_party_sends_is_no_part_of_the_price(self, convention, commune, union):
        other_way = replace(SENT, issuer=replace(COMMUNE, iban=UNION.iban), customer=UNION)
        other_way = replace(other_way, issuer=replace(other_way.issuer, vat_number="BE0207362838"))
        receive(convention, ubl(other_way), TODAY)
        assert account_of(convention).billed == ()
        assert len(plan(convention, TODAY, TODAY)) == 1

    def test_nothing_is_billed_here_once_the_issuer_sends_its_own(self, convention):
        assert len(plan(convention, TODAY, TODAY)) == 1
        receive(convention, ubl(SENT), TODAY)
        convention.termination_date = date(2026, 3, 31)
        assert plan(convention, date(2026, 7, 1), date(2026, 7, 1)) == ()

    def test_no_paper_of_ours_is_kept(self, convention):
        receive(convention, ubl(SENT), TODAY)
        assert keep_papers() == (0, ())
