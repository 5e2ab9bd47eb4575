"""The operator reads one statement for the invoices of all spaces."""

from billing.conftest import COMMUNE
from billing.conftest import TODAY
from billing.conftest import UNION
from collective.conventions.billing.balance import balance_of
from collective.conventions.billing.issue import issue
from collective.conventions.billing.parties import item_of
from collective.conventions.billing.payments.arriving import arrivals
from collective.conventions.billing.payments.assigning import assign
from collective.conventions.billing.payments.assigning import set_aside
from collective.conventions.billing.payments.assigning import set_aside_before
from collective.conventions.billing.payments.assigning import waiting
from collective.conventions.billing.payments.read import read
from collective.conventions.billing.payments.taking import take
from collective.conventions.server import journal
from collective.conventions.server.provision import create_space
from collective.conventions.server.spaces import entered
from decimal import Decimal
from factories import make_convention
from factories import make_invoice
from factories import make_partner
from plone.app.testing import login
from plone.app.testing import SITE_OWNER_NAME
from statements import camt
from statements import Movement
from zope.component.hooks import setSite
import pytest
import transaction


GROSS = Decimal("99.22")
LINE = {"description": "Accès", "quantity": Decimal(1), "unit_price": Decimal(82)}


def statement(*movements):
    numbered = [
        Movement(
            **{"amount": GROSS, "iban": "", "day": TODAY, "value_day": TODAY, **one},
            reference=f"R{n}",
        )
        for n, one in enumerate(movements)
    ]
    return read(camt(numbered, account=UNION["iban"], day=TODAY).encode())[0]


@pytest.fixture
def app(functional):
    """The root of the server with two spaces beside the one of the tests."""
    app = functional["app"]
    login(app, SITE_OWNER_NAME)
    setSite(None)
    for name in ("aval", "bas"):
        create_space(app, name, name.title())
        with entered(app, name) as portal:
            partners = [
                make_partner(portal, "Union", **UNION),
                make_partner(portal, name.title(), **COMMUNE),
            ]
            values = {"prices": [], "buyer_reference": "PO-7", "issuer": partners[0].UID()}
            convention = make_convention(portal, partners, "signed", **values)
            line = {**LINE, "vat_rate": Decimal(21)}
            issue(make_invoice(convention, partners, lines=[line]), TODAY)
    transaction.commit()
    return app


def rest(app, space, uid):
    with entered(app, space):
        return balance_of(item_of(uid)).open


def test_each_movement_finds_its_invoice_in_whatever_space(app):
    shown = arrivals(statement({"text": "2026-0001"}, {"text": "2026-0002"}), TODAY, app)
    assert [one.invoices[0].space for one in shown] == ["aval", "bas"]
    taken = take(statement({"text": "2026-0001"}, {"text": "2026-0002"}), TODAY, app=app)
    assert (len(taken.recorded), taken.failures) == (2, ())
    for one in taken.recorded:
        assert rest(app, one.invoices[0].space, one.invoices[0].uid) == 0


def test_one_amount_pays_invoices_of_two_spaces(app):
    taken = take(statement({"text": "2026-0001 2026-0002", "amount": 2 * GROSS}), TODAY, app=app)
    assert [rest(app, one.space, one.uid) for one in taken.recorded[0].invoices] == [0, 0]


def test_what_waits_lies_on_the_root_and_a_space_does_not_see_it(app):
    take(statement({"text": "merci"}), TODAY, app=app)
    (one,) = waiting(TODAY, app)
    assert {found.space for found in one.invoices} == {"aval", "bas"}
    with entered(app, "aval"):
        assert waiting(TODAY) == ()
    chosen = one.invoices[1]
    assign(one.entry.reference, chosen.uid, today=TODAY, app=app)
    assert rest(app, chosen.space, chosen.uid) == 0 and waiting(TODAY, app) == ()


def test_what_a_space_has_recorded_is_known_to_the_operator(app):
    with entered(app, "aval"):
        assert len(take(statement({"text": "2026-0001"}), TODAY).recorded) == 1
    assert take(statement({"text": "2026-0001"}), TODAY, app=app).known == 1


def test_setting_aside_is_told_in_the_journal_of_the_server(app):
    take(statement({"text": "merci"}), TODAY, app=app)
    (one,) = waiting(TODAY, app)
    set_aside(one.entry.reference, "A gift.", app=app)
    assert [kept.reason for kept in set_aside_before(app)] == ["A gift."]
    (entry,) = journal.latest(app, 1)
    assert (entry.action, entry.reason) == ("payment_set_aside", "A gift.")
