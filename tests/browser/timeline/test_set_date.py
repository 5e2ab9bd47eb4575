"""Setting a date by hand: what it needs, what it leaves behind, and taking it back."""

from browser.examples import signed
from collective.conventions.clock import today
from collective.conventions.deadlines import overrides
from collective.conventions.deadlines.timelines import timeline_of
from collective.conventions.interfaces import Conflict
from collective.conventions.interfaces import Forbidden
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.journal.storage import find
from collective.conventions.lifecycle.steps import take
from datetime import date
from datetime import timedelta
from plone import api
from plone.locking.interfaces import ILockable
from plone.protect.authenticator import createToken
from zExceptions import Forbidden as NotAuthentic
from zExceptions import NotFound
import pytest
import transaction


LATER = today() + timedelta(days=3000)
DECIDED = {"day": LATER.isoformat(), "reason": "Settled.", "author": "N. Verhaegen"}


@pytest.fixture(autouse=True)
def undoomed():
    """A refused request dooms its transaction; a test goes on."""
    yield
    transaction.abort()


def post(convention, key="ends", user="secretary", authentic=True, **form):
    request = convention.REQUEST
    request.form.clear()
    request.form.update(form, key=key)
    request["LANGUAGE"] = "en"
    request.method = request.environ["REQUEST_METHOD"] = "POST"
    try:
        with api.env.adopt_user(username=user):
            if authentic:
                request.form["_authenticator"] = createToken()
            page = api.content.get_view("set-date", convention, request)
            return page, page()
    finally:
        request.method = request.environ["REQUEST_METHOD"] = "GET"


def end(convention):
    return next(fact for fact in timeline_of(convention, today()) if fact.what == "ends")


def test_a_date_is_set_journalled_and_indexed(renewed):
    computed = end(renewed).day
    _page, shown = post(renewed, **DECIDED)
    assert shown == ""
    found = end(renewed)
    assert (found.day, found.overridden.computed) == (LATER, computed)
    assert found.overridden.author == "N. Verhaegen"
    journal = find(renewed.UID())
    (entry,) = journal.between(journal.length, journal.length)
    assert (entry.actor, set(entry.after)) == ("secretary", {"overrides"})
    catalog = api.portal.get_tool("portal_catalog")
    (brain,) = catalog(UID=renewed.UID())
    assert brain.force_end == LATER


def test_it_is_changed_and_taken_back(renewed):
    computed = end(renewed).day
    post(renewed, **DECIDED)
    post(renewed, **{**DECIDED, "reason": "Settled anew."})
    assert [row["reason"] for row in renewed.overrides] == ["Settled anew."]
    post(renewed, take_back="1")
    assert renewed.overrides == []
    assert end(renewed).day == computed


def test_the_form_knows_the_date_and_the_member(renewed):
    request = renewed.REQUEST
    request.form.clear()
    request.form["key"] = "notice_by-1"
    with api.env.adopt_user(username="secretary"):
        api.user.get_current().setMemberProperties({"fullname": "Nadia Verhaegen"})
        shown = api.content.get_view("set-date", renewed, request)()
    assert "Last day to refuse the renewal" in shown
    assert 'value="Nadia Verhaegen"' in shown
    assert "take_back" not in shown


def test_everything_that_is_missing_stands_beside_its_field(renewed):
    page, shown = post(renewed, day="", reason=" ", author="")
    assert {name for name, control in page.controls.items() if control.fault} == {
        "day",
        "reason",
        "author",
    }
    assert 'id="set-day-error"' in shown
    assert not renewed.overrides


@pytest.mark.parametrize("day", ["2300-01-01", "1850-01-01", "tomorrow"])
def test_a_day_no_convention_can_have_is_refused(renewed, day):
    page, _shown = post(renewed, **{**DECIDED, "day": day})
    assert page.controls["day"].fault
    assert not renewed.overrides


def test_an_end_before_the_start_is_refused(renewed):
    page, _shown = post(renewed, **{**DECIDED, "day": "2020-01-01"})
    assert "The end comes before the start" in page.controls["day"].fault
    assert not renewed.overrides


@pytest.mark.parametrize("key", ["signed-0", "council_decided", "nothing", ""])
def test_what_was_recorded_is_not_set_by_hand(renewed, key):
    with pytest.raises(NotFound):
        post(renewed, key, **DECIDED)


def test_a_decision_without_effect_can_still_be_taken_back(renewed):
    row = {"key": "cure_until-7", "day": LATER, "reason": "Old.", "author": "N. V."}
    renewed.overrides = [row]
    post(renewed, "cure_until-7", take_back="1")
    assert renewed.overrides == []


def test_without_the_token_of_the_form_nothing_is_written(renewed):
    with pytest.raises(NotAuthentic):
        post(renewed, authentic=False, **DECIDED)
    assert not renewed.overrides


def test_who_may_not_follow_up_may_not_set_a_date(renewed):
    with api.env.adopt_user(username="reader"), pytest.raises(Forbidden):
        overrides.set_date(renewed, "ends", LATER, "Settled.", "A reader", today())
    assert not renewed.overrides


def test_a_terminated_convention_keeps_its_dates(renewed):
    ended = {"termination_date": today(), "termination_reason": "By agreement."}
    take(renewed, "terminate", today(), facts=ended)
    with pytest.raises(Conflict):
        overrides.set_date(renewed, "starts", date(2025, 1, 1), "Settled.", "Me", today())


def test_what_somebody_is_editing_is_left_to_him(renewed):
    with api.env.adopt_user(username="author"):
        ILockable(renewed).lock()
    with pytest.raises(Conflict, match="Somebody is changing"):
        post(renewed, **DECIDED)


def test_what_is_wrong_elsewhere_is_said_at_the_top(draft):
    signed(draft)
    draft.parties = draft.parties[:1] * 2
    page, shown = post(draft, "starts", **{**DECIDED, "day": today().isoformat()})
    assert any("says the same as row" in fault for fault in page.faults)
    assert page.faults[0] in shown.replace("&quot;", '"')
    with pytest.raises(UnprocessableEntity), api.env.adopt_user(username="secretary"):
        overrides.set_date(draft, "starts", today(), "Settled.", "Me", today())
