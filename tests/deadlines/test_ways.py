"""Every way to the end, from the letter to the step, on conventions of five kinds."""

from collective.conventions.deadlines import ways
from collective.conventions.deadlines.ways import letters_of
from collective.conventions.deadlines.ways import NEEDS
from collective.conventions.deadlines.ways import ways_of
from collective.conventions.deadlines.wording import ways as wording
from collective.conventions.deadlines.wording.letters import follows
from collective.conventions.deadlines.wording.teller import Teller
from collective.conventions.lifecycle.letters import complete_letter
from collective.conventions.lifecycle.letters import record_letter
from collective.conventions.lifecycle.steps import take
from collective.conventions.terms.termination import CLOSED
from collective.conventions.terms.termination import ROUTES
from datetime import date
from factories import make_convention
from factories import make_partner
from plone import api
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from plone.namedfile.file import NamedBlobFile
import pytest


SIGNED_ON = date(2025, 3, 12)
#: C13: from 1 April 2025, a year at a time, four years at most, refused a month before.
C13 = {
    "start_rule": "next_month",
    "duration_unit": "years",
    "duration_count": 1,
    "renewal": "tacit",
    "renewal_months": 12,
    "renewal_cap_months": 48,
    "notice_count": 1,
    "clauses": [{"topic": "notice", "clause": "art. 13"}],
}
#: D6: two years, ended by notice of three months; a month to make a breach good.
D6 = {
    "duration_unit": "years",
    "duration_count": 2,
    "notice_count": 3,
    "breach_count": 1,
    "breach_unit": "months",
    "clauses": [{"topic": "breach", "clause": "art. 6"}],
}
#: O9: no end; eight days after the first presentation of a formal notice.
O9 = {"breach_count": 8, "breach_basis": "presentation"}
#: W6: rests on a decision that the authority can suspend or annul.
W6 = {"resolutory_condition": "Annulment of the decision", "supervision_sent": date(2025, 3, 20)}
#: A programme that ends with an event.
EVENT = {"duration_unit": "until_event", "end_event": "End of the programme"}
KINDS = {"C13": C13, "D6": D6, "O9": O9, "W6": W6, "EVENT": EVENT}


@pytest.fixture
def portal(integration):
    setRoles(integration["portal"], TEST_USER_ID, ["Manager"])
    return integration["portal"]


@pytest.fixture
def partners(portal):
    return [make_partner(portal, "City"), make_partner(portal, "Centre", entity_kind="cpas")]


@pytest.fixture
def convention(portal, partners):
    def convention(kind, **values):
        signatories = [
            {"partner": p.UID(), "name": "A. Person", "capacity": "Mayor", "date_signed": SIGNED_ON}
            for p in partners
        ]
        terms = {"signatories": signatories, "council_date": date(2025, 3, 3), **KINDS[kind]}
        return make_convention(portal, partners, "signed", **{**terms, **values})

    return convention


@pytest.fixture
def write(partners):
    def write(convention, kind, sent, writer=0, file=None, **values):
        row = {"kind": kind, "partner": partners[writer].UID(), "sent": sent, **values}
        paper = file and NamedBlobFile(data=file, filename="letter.pdf")
        record_letter(convention, row, paper, date(2028, 1, 1))

    return write


def way(convention, code, today):
    return {one.route.code: one for one in ways_of(convention, today)}[code]


def unmet(found):
    return [need.code for need in found.needs if not need.met]


def terminate(convention, found, today):
    """Take the step with the day that the way gives, and say where the convention stands."""
    assert found.ready
    reason = wording.reason_of(found, Teller("en"))
    facts = {"termination_date": found.route.effective.day, "termination_reason": reason}
    take(convention, "terminate", today, facts=facts)
    (brain,) = api.content.find(UID=convention.UID())
    assert api.content.get_state(convention) == "terminated"
    return brain.force_end, convention.termination_reason


def test_nothing_is_left_without_words():
    assert set(wording.TITLES) == set(wording.MEANINGS) == set(ROUTES)
    assert set(wording.CLOSED) == set(CLOSED)
    assert set(wording.NEEDS) == set(NEEDS)
    assert set(ways.OUTCOMES) < set(ROUTES)


@pytest.mark.parametrize("language", ["en", "fr", "nl", "de"])
@pytest.mark.parametrize("kind", KINDS)
def test_no_sentence_has_a_gap(convention, kind, language):
    teller = Teller(language)
    for one in ways_of(convention(kind), date(2026, 2, 1)):
        assert "${" not in wording.reason_of(one, teller)
        for need in one.needs:
            assert "${" not in teller.said(wording.NEEDS[need.code], need.params)


OPEN = {
    "C13": {"mutual", "expiry", "non_renewal"},
    "D6": {"breach", "mutual", "expiry", "notice"},
    "O9": {"breach", "mutual"},
    "W6": {"mutual", "resolutory", "refusal"},
    "EVENT": {"mutual", "expiry"},
}


@pytest.mark.parametrize("kind", KINDS)
def test_which_ways_are_open(convention, kind):
    found = ways_of(convention(kind), date(2026, 2, 1))
    assert {one.route.code for one in found if one.open} == OPEN[kind]
    assert not any(one.needs for one in found if not one.open)


def test_a_renewal_is_refused_one_month_before(convention, write):
    c13 = convention("C13")
    found = way(c13, "non_renewal", date(2026, 2, 10))
    assert (found.supposed, found.route.effective.day) == (True, date(2026, 3, 31))
    assert unmet(found) == ["letter", "day", "proof"]
    # A day after the last safe one, a notice would only stop the renewal after the next.
    late = way(c13, "non_renewal", date(2026, 3, 1))
    assert late.route.effective.day == date(2027, 3, 31)
    write(c13, "non_renewal", date(2026, 2, 28), file=b"letter")
    found = way(c13, "non_renewal", date(2026, 6, 1))
    assert (found.supposed, unmet(found), found.letter.row) == (False, [], 0)
    end, reason = terminate(c13, found, date(2026, 3, 2))
    assert end == date(2026, 3, 31)
    assert reason.startswith("Refusal of the renewal: The renewal was refused on 28")
    assert reason.endswith("Rests on: art. 13")


def test_a_notice_of_three_months(convention, write):
    d6 = convention("D6")
    write(d6, "termination", date(2026, 1, 15))
    found = way(d6, "notice", date(2026, 2, 1))
    assert unmet(found) == ["proof"]
    # The last day lies in the future: until then it is in force.
    end, _reason = terminate(d6, found, date(2026, 2, 1))
    assert end == date(2026, 4, 15)


def test_a_breach_one_month_after_the_formal_notice(convention, write):
    d6 = convention("D6")
    assert way(d6, "breach", date(2026, 1, 20)).route.effective.day == date(2026, 2, 21)
    write(d6, "formal_notice", date(2026, 1, 15), file=b"letter")
    running = way(d6, "breach", date(2026, 2, 16))
    assert (unmet(running), running.ready) == (["cure_over"], False)
    assert running.needs[-1].day == date(2026, 2, 16)
    found = way(d6, "breach", date(2026, 2, 17))
    assert found.clause == "art. 6"
    end, _reason = terminate(d6, found, date(2026, 2, 17))
    assert end == date(2026, 2, 17)


def test_a_breach_eight_days_after_its_presentation(convention, write):
    o9 = convention("O9")
    write(o9, "formal_notice", date(2026, 1, 12))
    sent = way(o9, "breach", date(2026, 1, 20))
    assert unmet(sent) == ["day", "proof", "cure_over"]
    assert (sent.needs[1].finding.row, sent.ready) == (0, False)
    complete_letter(o9, 0, {"presented": date(2026, 1, 13)}, date(2026, 1, 20))
    assert unmet(way(o9, "breach", date(2026, 1, 21))) == ["proof", "cure_over"]
    found = way(o9, "breach", date(2026, 1, 22))
    end, _reason = terminate(o9, found, date(2026, 1, 22))
    assert end == date(2026, 1, 22)


def test_a_breach_made_good_asks_for_another_formal_notice(convention, write):
    o9 = convention("O9")
    write(o9, "formal_notice", date(2026, 1, 12), presented=date(2026, 1, 13))
    write(o9, "cure", date(2026, 1, 20), writer=1)
    found = way(o9, "breach", date(2026, 2, 1))
    assert (found.letter, unmet(found)) == (None, ["letter", "day", "proof", "cure_over"])
    (notice, _cure) = letters_of(o9)
    assert list(follows(notice, Teller("en"))) == ["The breach was made good in time."]


def test_a_withdrawn_notice_ends_nothing(convention, write):
    d6 = convention("D6")
    write(d6, "termination", date(2026, 1, 15))
    write(d6, "withdrawal", date(2026, 1, 20))
    found = way(d6, "notice", date(2026, 2, 1))
    assert (found.ready, found.supposed, found.letter) == (False, True, None)


def test_a_notice_by_who_may_not_give_it_is_told(convention, write, partners):
    d6 = convention("D6", notice_by=partners[1].UID())
    write(d6, "termination", date(2026, 1, 15))
    assert not way(d6, "notice", date(2026, 2, 1)).ready
    (notice,) = letters_of(d6)
    assert "another party" in next(follows(notice, Teller("en")))


def test_an_annulled_decision(convention):
    w6 = convention("W6")
    suspended = {"supervision_outcome": "suspended", "supervision_date": date(2025, 4, 4)}
    for name, value in suspended.items():
        setattr(w6, name, value)
    assert unmet(way(w6, "resolutory", date(2025, 5, 1))) == ["outcome", "decision_day"]
    w6.supervision_outcome = "annulled"
    found = way(w6, "resolutory", date(2025, 5, 1))
    assert unmet(found) == []
    end, reason = terminate(w6, found, date(2025, 5, 1))
    assert end == date(2025, 4, 3)
    assert reason.startswith("Resolutory condition: The supervisory authority annulled")


def test_an_approval_that_was_refused(convention):
    w6 = convention("W6")
    w6.supervision_outcome = "refused"
    assert unmet(way(w6, "refusal", date(2025, 5, 1))) == ["decision_day"]
    w6.supervision_date = date(2025, 4, 4)
    end, _reason = terminate(w6, way(w6, "refusal", date(2025, 5, 1)), date(2025, 5, 1))
    assert end == date(2025, 4, 3)


@pytest.mark.parametrize("kind", KINDS)
def test_all_parties_agree(convention, kind):
    made = convention(kind)
    assert unmet(way(made, "mutual", date(2026, 2, 1))) == ["agreed_day"]
    made.termination_date = date(2026, 2, 28)
    found = way(made, "mutual", date(2026, 2, 1))
    end, reason = terminate(made, found, date(2026, 2, 1))
    assert end == date(2026, 2, 28)
    assert reason == "Mutual agreement: The parties have agreed to end it."


@pytest.mark.parametrize(("kind", "last"), [("C13", date(2029, 3, 31)), ("D6", date(2027, 3, 11))])
def test_the_end_of_the_term_needs_no_letter(convention, kind, last):
    made = convention(kind)
    before = way(made, "expiry", last)
    assert (unmet(before), before.ready, before.route.letter) == (["end_reached"], False, "")
    after = date(last.year, last.month + 1, 1)
    end, _reason = terminate(made, way(made, "expiry", after), after)
    assert end == last


def test_the_event_that_ends_it(convention):
    made = convention("EVENT")
    found = way(made, "expiry", date(2026, 2, 1))
    assert unmet(found) == ["event", "end_reached"]
    assert found.needs[1].finding.field == "event_date"
    made.event_date = date(2026, 1, 31)
    end, _reason = terminate(made, way(made, "expiry", date(2026, 2, 1)), date(2026, 2, 1))
    assert end == date(2026, 1, 31)
