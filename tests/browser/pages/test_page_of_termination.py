"""What the page of the ways to the end says, and to whom."""

from browser.examples import collaboration
from browser.examples import region
from browser.examples import signed
from browser.pages.reading import html
from browser.pages.reading import view
from collective.conventions.clock import today
from collective.conventions.deadlines.ways import ways_of
from collective.conventions.lifecycle.letters import record_letter
from collective.conventions.lifecycle.steps import take
from datetime import date
from datetime import timedelta
from lifecycle.test_amendments import make_amendment
from plone import api
from zExceptions import Unauthorized
import pytest


TERMS = {
    "duration_unit": "years",
    "duration_count": 4,
    "notice_count": 3,
    "breach_count": 8,
    "breach_basis": "presentation",
}


@pytest.fixture
def convention(portal, town, centre):
    return signed(collaboration(portal, town, centre, **TERMS), date(2024, 9, 2))


def ago(days):
    return today() - timedelta(days=days)


def letter(convention, kind, sent, writer=0, **values):
    partner = convention.parties[writer]["partner"]
    record_letter(
        convention, {"kind": kind, "partner": partner, "sent": sent, **values}, None, today()
    )


def page(convention, user="secretary"):
    return view(convention, "termination", user)[0]


def way(found, code):
    return {one.code: one for one in found.ways}[code]


class TestWays:
    def test_open_ways_are_told_and_closed_ones_with_their_reason(self, convention):
        found = page(convention)
        assert [one.code for one in found.ways] == [
            "breach",
            "mutual",
            "expiry",
            "notice",
            "resolutory",
        ]
        assert [why for _way, why in found.closed_ways] == [
            "The convention is not renewed by itself.",
            "Nothing was sent to a supervisory authority.",
        ]

    def test_a_day_that_supposes_a_letter_of_today_says_so(self, convention):
        text = html(convention, "termination", "secretary")
        assert "Last day in force, if the letter were given today" in text
        assert "Last day in force, at the earliest, if the letter were given today" in text

    def test_the_term_that_an_amendment_has_made_longer_is_told(self, convention):
        before = page(convention).in_force
        changes = [{"field": "duration_count", "value": "5"}]
        with api.env.adopt_roles(["Manager"]):
            make_amendment(convention, "signed", first_day=today(), changes=changes)
        found = page(convention)
        assert found.in_force != before
        assert way(found, "expiry").day in found.in_force

    def test_who_joined_by_an_amendment_is_among_the_parties(self, portal, convention, town):
        newcomer = region(portal)
        signs = {"name": "A. Person", "capacity": "Mayor", "date_signed": today()}
        uids = [*(row["partner"] for row in convention.parties), newcomer.UID()]
        joins = [{"action": "add", "row": "", "partner": newcomer.UID(), "role": "partner"}]
        with api.env.adopt_roles(["Manager"]):
            make_amendment(
                convention,
                "signed",
                first_day=today(),
                changes=[],
                party_changes=joins,
                signatories=[{"partner": uid, **signs} for uid in uids],
            )
        for name in ("termination", "what-if"):
            assert newcomer.UID() in html(convention, name, "secretary"), name

    def test_a_way_by_letter_leads_to_its_models_with_the_day(self, convention):
        found = page(convention)
        day = ways_of(convention, today())
        (end,) = [one.route.effective.day for one in day if one.route.code == "notice"]
        url = f"{convention.absolute_url()}/@@letter?purpose="
        assert way(found, "notice").letter_url == f"{url}termination&end={end}"
        assert way(found, "breach").letter_url == f"{url}formal_notice"
        assert way(found, "mutual").letter_url == ""

    def test_what_is_missing_leads_to_where_it_is_entered(self, convention):
        found = page(convention)
        assert [need.url for need in way(found, "notice").needs] == ["#termination"] * 3
        assert [need.url for need in way(found, "mutual").needs] == ["#agreed"]
        letter(convention, "formal_notice", ago(3))
        found = page(convention)
        told = [(need.met, need.url) for need in way(found, "breach").needs]
        assert told == [(True, ""), (False, "#complete-0"), (False, "#complete-0"), (False, "")]

    def test_what_is_missing_in_the_form_leads_to_the_form(self, convention):
        url = f"{convention.absolute_url()}/edit#form-widgets-"
        found = way(page(convention), "resolutory")
        assert [need.url for need in found.needs] == [
            f"{url}supervision_outcome",
            f"{url}supervision_date",
        ]

    def test_a_ready_way_comes_first_and_leads_to_the_step(self, convention):
        letter(convention, "termination", ago(10))
        found = page(convention)
        assert [one.code for one in found.ways if one.ready] == ["notice"]
        assert found.ways[0].ready
        assert "@@step?step=terminate" in found.ways[0].step_url
        assert "termination_date=" in found.ways[0].step_url
        assert "Terminate on this ground" in html(convention, "termination", "secretary")

    def test_who_may_not_terminate_is_told_who_does(self, convention):
        letter(convention, "termination", ago(10))
        text = html(convention, "termination", "author")
        assert "Terminate on this ground" not in text
        assert "The step is taken by the Council secretary." in text
        assert "@@step" not in text

    def test_only_the_party_that_may_give_notice_is_offered(self, convention, centre):
        assert len(page(convention).forms["termination"].controls["partner"].options) == 2
        convention.notice_by = centre.UID()
        forms = page(convention).forms
        ((token, _title, chosen),) = forms["termination"].controls["partner"].options
        assert (token, chosen) == (centre.UID(), True)
        assert len(forms["formal_notice"].controls["partner"].options) == 2


class TestLetters:
    def test_a_letter_is_told_with_what_follows(self, convention):
        letter(convention, "termination", date(2026, 1, 15))
        (told,) = page(convention).letters
        assert told.kind == "Termination with notice"
        assert "It ends the convention on 15\u00a0April\u00a02026." in told.follows
        assert [form.name for form in told.forms] == ["complete-0", "withdrawal-0"]

    def test_a_letter_that_is_complete_asks_for_a_file_only(self, convention):
        letter(convention, "termination", ago(9), presented=ago(8), received=ago(8))
        assert list(page(convention).forms["complete-0"].controls) == ["file"]

    def test_a_breach_is_made_good_by_the_other_party(self, convention, town, centre):
        letter(convention, "formal_notice", ago(5), presented=ago(4))
        forms = page(convention).forms
        writer = convention.parties[0]["partner"]
        good = [token for token, _t, _c in forms["cure-0"].controls["partner"].options]
        assert good and writer not in good
        back = [token for token, _t, _c in forms["withdrawal-0"].controls["partner"].options]
        assert back == [writer]

    def test_a_withdrawn_letter_is_not_withdrawn_again(self, convention):
        letter(convention, "termination", ago(9))
        letter(convention, "withdrawal", ago(8))
        found = page(convention)
        assert "withdrawal-0" not in found.forms
        assert found.letters[-1].stands is False


class TestWhoMay:
    def test_before_the_signature_nothing_is_recorded(self, draft):
        found, text = view(draft, "termination", "secretary")
        assert found.forms == {}
        assert "there is nothing to end yet" in text
        assert "step=terminate" not in text

    @pytest.mark.parametrize("user", ["reader", "accountant", "contact"])
    def test_it_is_closed_to_who_may_not_follow_up(self, convention, contact, user):
        with api.env.adopt_user(username=user), pytest.raises(Unauthorized):
            convention.restrictedTraverse("@@termination")()

    def test_it_is_closed_once_all_is_over(self, convention):
        facts = {"termination_date": ago(1), "termination_reason": "Over."}
        take(convention, "terminate", today(), facts=facts)
        with api.env.adopt_user(username="secretary"), pytest.raises(Unauthorized):
            convention.restrictedTraverse("@@termination")()
