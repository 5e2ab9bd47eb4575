"""Amendments in a site: their steps, what follows from them, and what they never touch."""

from collective.conventions.billing.account import account_of
from collective.conventions.billing.unpaid import letter_between
from collective.conventions.clock import today
from collective.conventions.content.amended import amendments
from collective.conventions.content.amended import state_of
from collective.conventions.content.amended import values_at
from collective.conventions.content.convention import Convention
from collective.conventions.content.indexers import ENDLESS
from collective.conventions.content.values import Reading
from collective.conventions.content.values import snapshot
from collective.conventions.deadlines.timelines import timeline_of
from collective.conventions.documents.filling.context import context_of
from collective.conventions.interfaces import BadRequest
from collective.conventions.interfaces import Conflict
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.journal.storage import find
from collective.conventions.lifecycle.letters import record_letter
from collective.conventions.lifecycle.steps import missing
from collective.conventions.lifecycle.steps import possible
from collective.conventions.lifecycle.steps import take
from collective.conventions.terms.dates import plus
from datetime import date
from datetime import timedelta
from decimal import Decimal
from factories import make_annex
from factories import make_convention
from factories import make_partner
from plone import api
from Products.CMFPlone.CatalogTool import CatalogTool
from zExceptions import Unauthorized
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent
import pytest


TODAY = today()
SOON = TODAY + timedelta(days=10)
END, LATER = plus(TODAY, months=12), plus(TODAY, months=24)
PROLONGED = [{"field": "end_date", "value": LATER.isoformat()}]


@pytest.fixture
def convention(portal, partners):
    """A convention that is signed and ends in a year."""
    price = {"description": "Access", "basis": "monthly", "amount": Decimal(100)}
    return make_convention(
        portal,
        partners,
        "signed",
        duration_unit="until_date",
        end_date=END,
        issuer=partners[1].UID(),
        customer=partners[0].UID(),
        prices=[{"vat_rate": Decimal(21), "vat_category": "S", **price}],
    )


def make_amendment(convention, state="draft", **values):
    """An amendment that lacks nothing, brought to ``state``."""
    signs = {"name": "A. Person", "capacity": "Mayor", "date_signed": TODAY}
    values = {
        "title": "First amendment",
        "subject_matter": "A year more.",
        "effective_rule": "fixed_date",
        "first_day": SOON,
        "changes": PROLONGED,
        "council_date": TODAY - timedelta(days=30),
        "council_number": "7",
        "signatories": [{"partner": row["partner"], **signs} for row in convention.parties],
        **values,
    }
    amendment = api.content.create(convention, "Amendment", **values)
    for step in {"draft": (), "council_approved": ("approve",)}.get(state, ("approve", "sign")):
        take(amendment, step, TODAY)
    return amendment


def codes(found):
    return {(one.code, one.field) for one in found}


def record(convention):
    catalog = api.portal.get_tool("portal_catalog")
    (brain,) = catalog(UID=convention.UID())
    return brain


def test_a_prolongation_moves_the_end_once_it_is_signed(convention):
    before = snapshot(convention)
    amendment = make_amendment(convention, "council_approved")
    assert record(convention).force_end == END
    take(amendment, "sign", TODAY)
    assert record(convention).force_end == LATER
    (end,) = [fact.day for fact in timeline_of(convention, TODAY) if fact.what == "ends"]
    assert end == LATER
    assert snapshot(convention) == before


def test_the_deadlines_of_the_catalog_move_with_it(convention):
    make_amendment(convention, "signed")
    catalog = api.portal.get_tool("portal_catalog")
    (number,) = [brain.getRID() for brain in catalog(UID=convention.UID())]
    keys = catalog.getIndexDataForRID(number)["deadlines"]
    assert [key.split("|")[1] for key in keys if key.startswith("ends")] == [LATER.isoformat()]


def test_what_holds_depends_on_the_day(convention):
    make_amendment(convention, "signed")
    assert values_at(convention, TODAY)["end_date"] == END
    assert values_at(convention, SOON)["end_date"] == LATER
    found = state_of(convention, SOON)
    assert (found.origins["end_date"].number, found.origins["end_date"].effective) == (1, SOON)


def test_a_draft_changes_nothing(convention):
    make_amendment(convention, "council_approved")
    assert isinstance(values_at(convention, LATER), Reading)
    assert state_of(convention).applied == ()


def test_without_amendments_nothing_is_woken_or_searched(convention, monkeypatch):
    make_annex(convention)
    monkeypatch.setattr(Convention, "_getOb", lambda *names: pytest.fail("woken"))
    for name in ("searchResults", "unrestrictedSearchResults"):
        monkeypatch.setattr(CatalogTool, name, lambda *names, **query: pytest.fail("asked"))
    assert amendments(convention) == []
    assert values_at(convention)["end_date"] == END


def test_a_new_price_is_charged_from_its_first_day(convention):
    row = {"action": "replace", "row": "1", "description": "Access", "basis": "monthly"}
    price = {**row, "amount": Decimal(120), "vat_rate": Decimal(21), "vat_category": "S"}
    make_amendment(convention, "signed", changes=[], price_changes=[price])
    account = account_of(convention)
    assert account.tariff_on(TODAY).prices[0].amount == 100
    assert account.tariff_on(SOON).prices[0].amount == 120


def test_who_joins_is_party_to_it_and_sees_it(portal, convention):
    newcomer = make_partner(portal, "Newcomer")
    joins = [{"action": "add", "row": "", "partner": newcomer.UID(), "role": "partner"}]
    with pytest.raises(UnprocessableEntity) as refused:
        make_amendment(convention, "signed", changes=[], party_changes=joins)
    assert ("signatory_missing", "signatories") in codes(refused.value.findings)
    (amendment,) = amendments(convention)
    signs = {"name": "N. Comer", "capacity": "Mayor", "date_signed": TODAY}
    amendment.signatories = [*amendment.signatories, {"partner": newcomer.UID(), **signs}]
    for step in ("approve", "sign"):
        take(amendment, step, TODAY)
    assert newcomer.UID() in record(convention).convention_parties


@pytest.fixture
def newcomer(portal, convention):
    """Who is party to it from today on, by an amendment."""
    found = make_partner(portal, "Newcomer")
    signs = {"name": "N. Comer", "capacity": "Mayor", "date_signed": TODAY}
    parties = [row["partner"] for row in convention.parties]
    make_amendment(
        convention,
        "signed",
        first_day=TODAY,
        changes=[],
        party_changes=[{"action": "add", "row": "", "partner": found.UID(), "role": "partner"}],
        signatories=[{"partner": uid, **signs} for uid in (*parties, found.UID())],
    )
    return found


def test_who_joined_gives_notice_and_is_given_it(convention, newcomer):
    row = {"kind": "termination", "partner": newcomer.UID(), "sent": TODAY}
    assert record_letter(convention, row, None, TODAY) == (0, True)
    letter = letter_between(convention, TODAY, newcomer.UID(), convention.parties[0]["partner"])
    told = context_of(convention, "fr", TODAY, letter)
    assert told["letter"]["sender"]["name"] == "Newcomer"
    assert "Newcomer" in [party["name"] for party in told["parties"]]


def test_a_letter_tells_what_holds_today(convention):
    letter = letter_between(convention, TODAY, "", "")
    price = {"action": "replace", "row": "1", "description": "Access", "basis": "monthly"}
    price |= {"amount": Decimal(120), "vat_rate": Decimal(21), "vat_category": "S"}
    make_amendment(convention, "signed", first_day=TODAY, changes=[], price_changes=[price])
    (told,) = context_of(convention, "fr", TODAY, letter)["prices"]
    assert told["amount"] == "120,00\xa0€"


def test_only_who_is_or_was_party_gives_notice(portal, convention, newcomer):
    stranger = make_partner(portal, "Stranger")
    row = {"kind": "termination", "partner": stranger.UID(), "sent": TODAY}
    with pytest.raises(UnprocessableEntity) as refused:
        record_letter(convention, row, None, TODAY)
    assert ("not_a_party", "notices") in codes(refused.value.findings)
    with pytest.raises(BadRequest) as refused:
        letter_between(convention, TODAY, stranger.UID(), "")
    assert codes(refused.value.findings) == {("unknown_choice", "sender")}


def test_its_steps_are_those_of_a_convention_but_the_end(convention):
    amendment = make_amendment(convention)
    assert possible(amendment) == ("approve",)
    take(amendment, "approve", TODAY)
    assert set(possible(amendment)) == {"withdraw", "sign"}
    take(amendment, "withdraw", TODAY, reason="Annulled")
    assert amendment.council_date is None
    assert not any(row["date_signed"] for row in amendment.signatories)
    assert api.content.get_state(amendment) == "draft"


def test_once_signed_it_is_kept_as_it_is(convention):
    amendment = make_amendment(convention, "signed")
    assert possible(amendment) == ()
    amendment.changes = []
    with pytest.raises(Conflict):
        notify(ObjectModifiedEvent(amendment))
    amendment.changes = PROLONGED
    with pytest.raises(Conflict):
        api.content.delete(amendment)


def test_what_was_done_of_a_commitment_is_written_down_afterwards(convention, partners):
    owes = {"action": "add", "row": "", "partner": partners[0].UID(), "description": "Report"}
    amendment = make_amendment(convention, "signed", commitment_changes=[owes])
    amendment.commitment_changes = [{**amendment.commitment_changes[0], "done": TODAY}]
    notify(ObjectModifiedEvent(amendment))
    assert values_at(convention, SOON)["commitments"][-1]["done"] == TODAY


def test_only_a_convention_that_is_signed_can_be_amended(portal, partners):
    draft = make_convention(portal, partners)
    with pytest.raises((Conflict, ValueError, Unauthorized)):
        make_amendment(draft)
    assert amendments(draft) == []


def test_no_amendment_is_signed_of_what_has_ended(convention):
    amendment = make_amendment(convention, "council_approved")
    facts = {"termination_date": TODAY, "termination_reason": "By agreement."}
    take(convention, "terminate", TODAY, facts=facts)
    assert ("convention_not_signed", "title") in codes(missing(amendment, "sign", TODAY))


def test_what_the_convention_would_become_is_checked(convention):
    changes = [{"field": "end_date", "value": "2001-01-01"}]
    amendment = make_amendment(convention, changes=changes)
    assert {field for _code, field in codes(missing(amendment, "approve", TODAY))} >= {"changes"}


def test_an_amendment_without_a_day_or_a_change_lacks_both(convention):
    amendment = make_amendment(convention, changes=[], first_day=None)
    found = codes(missing(amendment, "approve", TODAY))
    assert {("required", "first_day"), ("nothing_amended", "changes")} <= found


def test_the_numbers_go_on_and_stay(convention):
    first, second = make_amendment(convention), make_amendment(convention)
    assert (first.amendment_number, second.amendment_number) == (1, 2)
    copy = api.content.copy(first, convention, "copy")
    assert (copy.amendment_number, copy.council_date) == (3, None)


def test_a_copy_of_the_convention_begins_without_them(portal, convention):
    make_amendment(convention, "signed")
    copy = api.content.copy(convention, portal["conventions"], "copy")
    assert amendments(copy) == []


def test_the_journal_of_the_convention_tells_its_life(convention):
    amendment = make_amendment(convention, "signed")
    make_annex(amendment)
    told = [entry.action for entry in find(convention.UID())]
    assert told[-4:] == ["part_added", "part_approve", "part_sign", "part_added"]


def test_its_annexes_are_frozen_with_it(convention):
    amendment = make_amendment(convention)
    annex = make_annex(amendment)
    take(amendment, "approve", TODAY)
    annex.title = "Changed"
    with pytest.raises(Conflict):
        notify(ObjectModifiedEvent(annex))


@pytest.mark.parametrize("rule", ["fixed_date", "last_signature"])
def test_one_of_the_past_is_entered_with_its_own_days(portal, partners, rule):
    end, signed = date(2024, 6, 30), date(2023, 5, 20)
    convention = make_convention(
        portal,
        partners,
        "signed",
        duration_unit="until_date",
        end_date=end,
        start_rule="fixed_date",
        start_date=date(2022, 7, 1),
    )
    signs = {"name": "A. Person", "capacity": "Mayor"}
    rows = [{"partner": row["partner"], **signs} for row in convention.parties]
    amendment = make_amendment(
        convention,
        "council_approved",
        effective_rule=rule,
        first_day=date(2023, 6, 1) if rule == "fixed_date" else None,
        council_date=date(2023, 5, 2),
        changes=[{"field": "end_date", "value": "2025-06-30"}],
        signatories=rows,
    )
    amendment.signatories = [{**row, "date_signed": signed} for row in rows]
    take(amendment, "sign", TODAY)
    assert values_at(convention, date(2023, 5, 19))["end_date"] == end
    assert values_at(convention, date(2023, 6, 1))["end_date"] == date(2025, 6, 30)
    assert record(convention).force_end == date(2025, 6, 30)


def test_one_that_holds_before_the_council_decided_is_not_approved(convention):
    days = {"first_day": TODAY - timedelta(days=31), "council_date": TODAY - timedelta(days=30)}
    signs = {"name": "A. Person", "capacity": "Mayor"}
    rows = [{"partner": row["partner"], **signs} for row in convention.parties]
    amendment = make_amendment(convention, signatories=rows, **days)
    lacking = codes(missing(amendment, "approve", TODAY))
    assert ("amendment_before_decision", "first_day") in lacking


def test_an_endless_convention_gets_its_end(portal, partners):
    convention = make_convention(portal, partners, "signed")
    assert record(convention).force_end == ENDLESS
    changes = [{"field": "duration_unit", "value": "until_date"}, *PROLONGED]
    make_amendment(convention, "signed", changes=changes)
    assert record(convention).force_end == LATER
