"""What a commune owes and why, in its own space and in that of the union."""

from billing.conftest import TODAY
from collective.conventions.billing import indexes
from collective.conventions.billing.issue import issue
from collective.conventions.billing.issuers import entrust
from collective.conventions.billing.issuers import OPERATOR
from collective.conventions.billing.owed import entity_uids
from collective.conventions.billing.owed import owed
from collective.conventions.billing.payments.book import Payment
from collective.conventions.billing.payments.record import record
from collective.conventions.billing.run import run
from collective.conventions.server import register
from collective.conventions.server.register import Entry
from datetime import date
from decimal import Decimal
import pytest


START = {"start_rule": "fixed_date", "start_date": date(2026, 1, 1)}
GROSS = Decimal("595.32")
LATE = date(2026, 2, 20)


@pytest.fixture
def by_operator(portal, union):
    """Let what was issued be what the operator issues in the name of the union."""
    return lambda: entrust(portal.getPhysicalRoot(), union.enterprise_number, OPERATOR)


@pytest.fixture
def billed(agree, commune, by_operator):
    """A semester of access that the operator has billed."""
    convention = agree(commune, **START)
    run(TODAY, TODAY)
    by_operator()
    return convention


def numbers(**asked):
    return [one.item.number for one in owed(LATE, **asked)]


def test_what_is_open_with_its_reasons_and_how_to_pay_it(billed):
    (one,) = owed(TODAY)
    assert (one.item.open, one.days_late) == (GROSS, 0)
    (line,) = one.document.lines
    assert (line.quantity, line.unit_price) == (Decimal(6), Decimal("82.00"))
    assert "6" in line.explanation and "2026" in line.explanation
    assert (one.document.communication, one.document.issuer.iban) == (
        "2026-0001",
        "BE09091011584657",
    )


def test_it_is_late_after_its_day(billed):
    assert [one.days_late for one in owed(LATE)] == [6]


def test_what_is_paid_is_not_owed(billed):
    (invoice,) = billed.objectValues()
    record(invoice, Payment(TODAY, GROSS, "1"), TODAY)
    assert owed(LATE) == []


def test_the_most_urgent_comes_first(agree, draft, commune, by_operator):
    convention = agree(commune)
    for due in (date(2026, 3, 1), date(2026, 2, 1)):
        issue(draft(convention, due_date=due), TODAY)
    by_operator()
    assert numbers() == ["2026-0002", "2026-0001"]


def test_what_this_space_issues_itself_others_owe(billed, portal, union, commune):
    entrust(portal.getPhysicalRoot(), union.enterprise_number, portal.getId())
    assert numbers() == []
    assert numbers(customer=commune.UID()) == ["2026-0001"]


def test_the_register_says_which_entity_it_is(billed, portal, commune, cpas):
    commune.nis_code, cpas.nis_code = "92003", "92003"
    for partner in (commune, cpas):
        partner.reindexObject()
    assert entity_uids() == {commune.UID(), cpas.UID()}
    entry = Entry(portal.getId(), "Hauteville", kind="cpas", nis_code="92003")
    register.put(portal.getPhysicalRoot(), entry)
    assert entity_uids() == {cpas.UID()}
    assert numbers() == []


def test_c11_the_formula_with_its_numbers(agree, commune, portal, by_operator):
    values = (("2025-09-01", "100"), ("2025-12-01", "110"))
    for month, value in values:
        known = indexes.Value("health_index", date.fromisoformat(month), Decimal(value), "Statbel")
        indexes.put(portal, [known])
    price = {"basis": "monthly", "description": "Accès", "vat_rate": Decimal(21), "indexed": True}
    agree(
        commune,
        start_rule="fixed_date",
        start_date=date(2025, 7, 1),
        prices=[{**price, "amount": Decimal("82.00")}],
        index_series="health_index",
        index_base_month=date(2025, 9, 1),
        index_fixed_part=Decimal("0.2"),
        index_moving_part=Decimal("0.8"),
        index_rule="january",
    )
    run(TODAY, TODAY)
    by_operator()
    (one,) = owed(TODAY)
    line = one.document.lines[-1]
    assert line.unit_price == Decimal("88.56")
    for told in ("82", "0,2", "0,8", "110", "100", "88,56"):
        assert told in line.explanation.replace(".", ",")
