"""The dated facts of the five conventions, and what holds for any timeline whatever."""

from collective.conventions.terms.commitments import Commitment
from collective.conventions.terms.dated import Override
from collective.conventions.terms.dates import FIRST_DAY
from collective.conventions.terms.dates import LAST_DAY
from collective.conventions.terms.delays import Delay
from collective.conventions.terms.duration import Facts
from collective.conventions.terms.duration import Term
from collective.conventions.terms.letters import Letter
from collective.conventions.terms.parties import Party
from collective.conventions.terms.parties import Signatory
from collective.conventions.terms.rules import ACTORS
from collective.conventions.terms.rules import CERTAINTIES
from collective.conventions.terms.supervision import Supervision
from collective.conventions.terms.term import force
from collective.conventions.terms.timeline import next_step
from collective.conventions.terms.timeline import overdue
from collective.conventions.terms.timeline import timeline
from dataclasses import replace
from datetime import date
from datetime import timedelta
from hypothesis import given
from hypothesis import strategies as st
import pytest


DAY = timedelta(days=1)
PARTIES = (Party("a"), Party("b"))
C13 = Term(
    "next_month",
    None,
    "years",
    1,
    None,
    "tacit",
    12,
    48,
    1,
    notice_by="b",
    clauses={"notice": "art. 8", "renewal": "art. 8", "start": "art. 8"},
)
SIGNED = Facts((date(2026, 3, 5), date(2026, 3, 12)), parties=PARTIES)
TODAY = date(2026, 6, 1)


def told(term, facts=SIGNED, today=TODAY, **more):
    return [(f.what, f.day, f.certainty) for f in timeline(term, facts, today, **more)]


def one(what, term, facts=SIGNED, today=TODAY, **more):
    (found,) = [fact for fact in timeline(term, facts, today, **more) if fact.what == what]
    return found


def test_c13_from_the_first_signature_to_the_last_possible_day():
    assert told(C13, today=date(2027, 6, 1)) == [
        ("signed", date(2026, 3, 5), "certain"),
        ("signed", date(2026, 3, 12), "certain"),
        ("starts", date(2026, 4, 1), "certain"),
        ("notice_by", date(2027, 2, 28), "certain"),
        ("renews", date(2027, 4, 1), "certain"),
        ("notice_by", date(2028, 2, 29), "certain"),
        ("renews", date(2028, 4, 1), "conditional"),
        ("notice_by", date(2029, 2, 28), "conditional"),
        ("renews", date(2029, 4, 1), "conditional"),
        ("ends", date(2030, 3, 31), "conditional"),
    ]


def test_each_date_tells_its_rule_its_clause_and_who_acts():
    first = next(fact for fact in timeline(C13, SIGNED, TODAY) if fact.what == "notice_by")
    assert (first.rule, first.clause, first.actor) == ("notice_before_renewal", "art. 8", "b")
    assert first.params == {
        "count": 1,
        "unit": "months",
        "basis": "sending",
        "renewal": "2027-04-01",
        "post_by": "2027-02-26",
    }
    assert (first.key, first.past, first.done) == ("notice_by-1", False, None)
    start = one("starts", C13)
    assert (start.rule, start.params, start.past) == (
        "start_next_month",
        {"signed": "2026-03-12"},
        True,
    )


def test_c13_once_refused_ends_for_certain():
    refused = replace(SIGNED, letters=(Letter("non_renewal", "b", date(2027, 2, 1)),))
    assert told(C13, refused)[3:] == [
        ("letter", date(2027, 2, 1), "certain"),
        ("ends", date(2027, 3, 31), "certain"),
    ]
    assert one("ends", C13, refused).rule == "end_not_renewed"


def test_a_renewal_without_a_notice_clause_is_refused_until_its_eve():
    free = replace(C13, notice_count=None, notice_by="")
    refused = replace(SIGNED, non_renewal=date(2027, 3, 31))
    end = one("ends", free, refused)
    assert (end.day, end.params["count"]) == (date(2027, 3, 31), 0)
    assert one("ends", free, replace(SIGNED, non_renewal=date(2027, 4, 1))).day.year == 2028
    assert "notice_by" not in [what for what, _day, _sure in told(free)]


def test_the_last_period_under_the_cap_ends_for_certain():
    assert told(C13, today=date(2029, 4, 1))[-1] == ("ends", date(2030, 3, 31), "certain")


def test_o7_from_the_signature_of_both_to_the_end_of_the_programme():
    term = Term(duration_unit="until_date", end_date=date(2026, 11, 30))
    assert told(term)[2:] == [
        ("starts", date(2026, 3, 12), "certain"),
        ("ends", date(2026, 11, 30), "certain"),
    ]


def test_o9_formal_notice_cure_and_right():
    term = Term(breach_count=8, breach_basis="presentation")
    letter = Letter("formal_notice", "a", date(2026, 3, 10), None, date(2026, 3, 13))
    facts = replace(SIGNED, letters=(letter,))
    assert told(term, facts, date(2026, 3, 16))[4:] == [
        ("cure_until", date(2026, 3, 23), "certain"),
        ("may_terminate", date(2026, 3, 24), "conditional"),
    ]
    assert one("cure_until", term, facts).actor == "b"
    assert one("may_terminate", term, facts).actor == "a"
    assert one("may_terminate", term, facts).certainty == "certain"
    cured = replace(facts, letters=(letter, Letter("cure", "b", date(2026, 3, 20))))
    assert one("cure_until", term, cured).done is True
    assert "may_terminate" not in [what for what, _day, _sure in told(term, cured)]


@pytest.mark.parametrize(("ends", "left"), [(23, 0), (24, 1), (25, 1)])
def test_nobody_terminates_what_has_ended(ends, left):
    term = Term(breach_count=8, breach_basis="presentation")
    letter = Letter("formal_notice", "a", date(2026, 3, 10), date(2026, 3, 13))
    facts = replace(SIGNED, letters=(letter,), terminated=date(2026, 3, ends))
    found = timeline(term, facts, TODAY)
    assert len([fact for fact in found if fact.what == "may_terminate"]) == left


def test_w3_each_party_names_its_contacts_within_fifteen_days():
    term = Term(contacts_days=15, clauses={"contacts": "art. 7"})
    facts = replace(SIGNED, contacts=("b",))
    due = [fact for fact in timeline(term, facts, TODAY) if fact.what == "contacts_due"]
    assert [(fact.key, fact.day, fact.done, fact.overdue) for fact in due] == [
        ("contacts_due-a", date(2026, 3, 27), False, True),
        ("contacts_due-b", date(2026, 3, 27), True, False),
    ]
    assert due[0].clause == "art. 7"
    assert overdue(timeline(term, facts, TODAY)) == (due[0],)
    assert one("contacts_due", term, replace(SIGNED, parties=())).actor == "parties"


def test_w3_nobody_names_contacts_for_a_convention_that_has_ended():
    term, due = Term(contacts_days=15), date(2026, 3, 27)
    for last, asked in ((due - DAY, 0), (due, 2), (due + DAY, 2)):
        ended = replace(SIGNED, terminated=last)
        assert [what for what, _day, _sure in told(term, ended)].count("contacts_due") == asked


def test_w6_supervision_pause_and_end():
    term = Term(resolutory_condition="…", clauses={"resolutory": "art. 10"})
    given = Supervision(
        date(2026, 3, 1), date(2026, 3, 2), "pending", regime="supervision_brussels"
    )
    pending = replace(SIGNED, supervision=given)
    assert one("supervision_until", term, pending).day == date(2026, 4, 1)
    assert one("supervision_until", term, pending).actor == "authority"
    assert "14 mai 1998" in one("supervision_until", term, pending).clause
    suspended = replace(
        pending,
        supervision=replace(
            given, outcome="suspended", decided=date(2026, 3, 30), lifted=date(2026, 5, 4)
        ),
    )
    assert told(term, suspended)[4:] == [
        ("starts", date(2026, 3, 12), "certain"),
        ("supervision_decided", date(2026, 3, 30), "certain"),
        ("paused", date(2026, 3, 30), "certain"),
        ("supervision_until", date(2026, 4, 1), "certain"),
        ("resumes", date(2026, 5, 4), "certain"),
    ]
    annulled = replace(
        pending, supervision=replace(given, outcome="annulled", decided=date(2026, 3, 30))
    )
    end = one("ends", term, annulled)
    assert (end.day, end.rule, end.clause) == (date(2026, 3, 29), "end_annulled", "art. 10")


def test_the_delays_of_the_law_are_settings():
    given = Supervision(received=date(2026, 3, 2), regime="ours")
    facts = replace(SIGNED, supervision=given)
    found = one("supervision_until", Term(), facts, delays={"ours": Delay(50, source="decree")})
    assert (found.day, found.clause) == (date(2026, 4, 21), "decree")


def test_d4_d6_a_year_from_the_signature_cut_by_notice():
    term = Term(duration_unit="years", duration_count=1, notice_count=3)
    facts = replace(SIGNED, letters=(Letter("termination", "a", date(2026, 5, 5)),))
    assert one("ends", term).day == date(2027, 3, 11)
    end = one("ends", term, facts)
    assert (end.day, end.rule) == (date(2026, 8, 5), "end_after_notice")
    assert end.params == {"given": "2026-05-05", "count": 3, "unit": "months", "basis": "sending"}


def test_b2_c14_decisions_signatures_and_originals():
    persons = (
        Signatory("a", "A", "mayor", False, date(2026, 3, 5), date(2026, 3, 20)),
        Signatory("b", "B", "chair", False, date(2026, 3, 12)),
    )
    facts = Facts(approved=date(2026, 2, 2), college=date(2026, 1, 15), signatories=persons)
    found = timeline(Term(), facts, TODAY)
    assert [(fact.what, fact.day, fact.actor) for fact in found] == [
        ("college_decided", date(2026, 1, 15), "college"),
        ("council_decided", date(2026, 2, 2), "council"),
        ("signed", date(2026, 3, 5), "a"),
        ("signed", date(2026, 3, 12), "b"),
        ("starts", date(2026, 3, 12), ""),
        ("original_received", date(2026, 3, 20), "a"),
    ]


def test_o8_commitments_due():
    owed = (
        Commitment("b", "one dataset", due=date(2026, 5, 1)),
        Commitment("b", "a report", due=date(2026, 5, 2), done=date(2026, 4, 1)),
        Commitment("a", "profiles", due=date(2026, 9, 1), condition="provided that"),
        Commitment("a", "whenever"),
    )
    facts = replace(SIGNED, commitments=owed)
    due = [f for f in timeline(Term(), facts, TODAY) if f.what == "commitment_due"]
    assert [(f.key, f.certainty, f.done, f.overdue) for f in due] == [
        ("commitment_due-0", "certain", False, True),
        ("commitment_due-1", "certain", True, False),
        ("commitment_due-2", "conditional", False, False),
    ]


def test_what_was_done_later_was_not_done_before():
    owed = Commitment("b", "a report", due=date(2026, 5, 2), done=date(2026, 7, 1))
    facts = replace(SIGNED, commitments=(owed,))
    assert one("commitment_due", Term(), facts, date(2026, 6, 30)).overdue
    assert not one("commitment_due", Term(), facts, date(2026, 7, 1)).overdue


def test_an_express_renewal_is_agreed_before_the_end():
    express = replace(C13, renewal="express", notice_count=None)
    assert told(express)[3:] == [
        ("agree_by", date(2027, 3, 31), "certain"),
        ("ends", date(2027, 3, 31), "certain"),
    ]
    agreed = replace(SIGNED, agreed=(date(2027, 1, 1),) * 3)
    assert [what for what, _day, _sure in told(express, agreed)][3:] == ["renews"] * 3 + ["ends"]
    assert one("ends", express, agreed).rule == "end_at_cap"
    once = replace(SIGNED, agreed=(date(2027, 1, 1),))
    assert one("ends", express, once).rule == "end_of_renewal"
    assert one("agree_by", express, once).key == "agree_by-2"


def test_what_is_planned_is_conditional():
    term = Term("fixed_date", date(2026, 7, 1), "months", 6, contacts_days=15)
    assert told(term, Facts((None,))) == [
        ("starts", date(2026, 7, 1), "conditional"),
        ("contacts_due", date(2026, 7, 16), "conditional"),
        ("ends", date(2026, 12, 31), "conditional"),
    ]
    assert told(C13, Facts((None,))) == []


def test_an_end_before_the_start_leaves_the_end_alone():
    assert told(C13, replace(SIGNED, terminated=date(2026, 3, 20)))[2:] == [
        ("ends", date(2026, 3, 20), "certain")
    ]


def test_a_convention_of_one_day_starts_and_ends_on_it():
    first = date(2026, 4, 1)
    assert told(C13, replace(SIGNED, terminated=first))[2:] == [
        ("starts", first, "certain"),
        ("ends", first, "certain"),
    ]


def test_a_decided_date_tells_the_computed_one_and_why():
    decided = Override("notice_by-1", date(2027, 2, 15), "agreed by mail", "secretary")
    found = timeline(C13, replace(SIGNED, overrides=(decided,)), TODAY)
    first = next(fact for fact in found if fact.what == "notice_by")
    assert first.day == date(2027, 2, 15)
    assert first.overridden == replace(decided, computed=date(2027, 2, 28))
    assert [f for f in found if f != first] == [
        f for f in timeline(C13, SIGNED, TODAY) if f.key != "notice_by-1"
    ]


def test_what_follows_from_a_decided_start_follows_from_it():
    decided = Override("starts", date(2026, 5, 1), "works delayed", "secretary")
    facts = replace(SIGNED, overrides=(decided,))
    assert one("starts", C13, facts).overridden.computed == date(2026, 4, 1)
    assert one("ends", C13, facts).day == date(2030, 4, 30)
    assert force(C13, facts).start == date(2026, 5, 1)


def test_what_follows_from_a_decided_end_follows_from_it():
    decided = Override("ends", date(2028, 6, 30), "settlement", "secretary")
    facts = replace(SIGNED, overrides=(decided,))
    end = one("ends", C13, facts)
    assert (end.day, end.certainty) == (date(2028, 6, 30), "certain")
    assert end.overridden.computed == date(2030, 3, 31)
    assert [what for what, _day, _sure in told(C13, facts)].count("renews") == 2
    unlimited = one("ends", Term(), facts)
    assert (unlimited.rule, unlimited.overridden.computed) == ("decided_by_hand", None)


def test_the_last_decision_counts():
    first = Override("starts", date(2026, 5, 1), "works delayed", "secretary")
    again = replace(first, day=date(2026, 6, 1))
    assert force(C13, replace(SIGNED, overrides=(first, again))).start == date(2026, 6, 1)


@pytest.mark.parametrize(("reason", "author"), [("", "secretary"), ("because", " ")])
def test_a_decision_needs_its_reason_and_its_author(reason, author):
    with pytest.raises(ValueError):
        Override("ends", date(2028, 6, 30), reason, author)


def test_what_happens_next():
    assert next_step(timeline(C13, SIGNED, TODAY), TODAY).key == "notice_by-1"
    eve, day = date(2027, 2, 28), date(2027, 3, 1)
    assert next_step(timeline(C13, SIGNED, eve), eve).key == "notice_by-1"
    assert next_step(timeline(C13, SIGNED, day), day).key == "renews-1"
    late = date(2031, 1, 1)
    assert next_step(timeline(C13, SIGNED, late), late) is None


def test_what_is_done_is_no_next_step_and_what_asks_for_someone_comes_first():
    owed = Commitment("b", "a report", due=date(2026, 7, 1), done=date(2026, 5, 1))
    facts = replace(SIGNED, commitments=(owed,))
    assert next_step(timeline(C13, facts, TODAY), TODAY).what == "notice_by"
    owed = Commitment("b", "a report", due=date(2026, 4, 1))
    facts, today = replace(SIGNED, commitments=(owed,)), date(2026, 3, 30)
    assert next_step(timeline(C13, facts, today), today).what == "commitment_due"


days = st.dates(FIRST_DAY, LAST_DAY)
maybe_days = st.none() | days
counts = st.none() | st.integers(-2, 400)
uids = st.sampled_from(["a", "b", ""])
bases = st.sampled_from(["sending", "receipt", "presentation", "?"])
units = st.sampled_from(["days", "months", "?"])
terms = st.builds(
    Term,
    st.sampled_from(["last_signature", "next_month", "fixed_date", "approval", "condition", "?"]),
    maybe_days,
    st.sampled_from(["unlimited", "months", "years", "until_date", "until_event", "?"]),
    counts,
    maybe_days,
    st.sampled_from(["none", "express", "tacit", "?"]),
    st.none() | st.integers(-2, 0) | st.integers(6, 400),
    counts,
    counts,
    units,
    bases,
    st.sampled_from(["", "renewal", "any_time", "?"]),
    uids,
    counts,
    units,
    bases,
    counts,
    st.sampled_from(["", "clause"]),
    st.booleans(),
)
letters = st.builds(
    Letter,
    st.sampled_from(["non_renewal", "termination", "formal_notice", "withdrawal", "cure", "?"]),
    uids,
    *[maybe_days] * 3,
)
supervisions = st.builds(
    Supervision,
    *[maybe_days] * 2,
    st.sampled_from(["", "pending", "none", "approved", "refused", "suspended", "annulled"]),
    *[maybe_days] * 2,
    st.sampled_from(["", "supervision_brussels", "supervision_wallonia"]),
    st.integers(-5, 60),
)
overrides = st.builds(
    Override,
    st.sampled_from(["starts", "ends", "notice_by-1", "renews-1", "nothing"]),
    days,
    st.just("because"),
    st.just("secretary"),
)
facts = st.builds(
    Facts,
    st.lists(maybe_days, max_size=3).map(tuple),
    *[maybe_days] * 6,
    parties=st.sampled_from([(), PARTIES]),
    letters=st.lists(letters, max_size=3).map(tuple),
    supervision=st.none() | supervisions,
    agreed=st.lists(days, max_size=2).map(tuple),
    contacts=st.lists(uids, max_size=2).map(tuple),
    commitments=st.lists(
        st.builds(Commitment, uids, due=maybe_days, done=maybe_days), max_size=2
    ).map(tuple),
    overrides=st.lists(overrides, max_size=2).map(tuple),
)


@given(terms, facts, days)
def test_whatever_is_given_the_facts_are_in_order_and_told_apart(term, given_facts, today):
    found = timeline(term, given_facts, today)
    assert [fact.day for fact in found] == sorted(fact.day for fact in found)
    assert len({fact.key for fact in found}) == len(found)
    for fact in found:
        assert fact.past == (fact.day < today)
        assert fact.certainty in CERTAINTIES
        assert fact.actor in ("", "a", "b", *ACTORS)
        assert (fact.overridden is None) == (
            fact.key not in [one.key for one in given_facts.overrides]
        )


@given(terms, facts, days)
def test_start_and_end_are_those_the_convention_is_in_force(term, given_facts, today):
    span = force(term, given_facts)
    found = {fact.key: fact for fact in timeline(term, given_facts, today)}
    if span.start is not None:
        assert (found["starts"].day, found["starts"].certainty) == (span.start, "certain")
        assert ("ends" in found and found["ends"].day) == (span.end or False)


@given(terms, facts, days)
def test_today_moves_no_day(term, given_facts, today):
    now = {fact.key: fact.day for fact in timeline(term, given_facts, today)}
    then = {fact.key: fact.day for fact in timeline(term, given_facts, today + 40 * DAY)}
    assert all(then[key] == day for key, day in now.items() if key in then)
    assert now.keys() <= then.keys()


@given(terms, facts, days)
def test_a_notice_day_lies_before_its_renewal(term, given_facts, today):
    plain = replace(given_facts, overrides=())
    found = {fact.key: fact for fact in timeline(term, plain, today)}
    for key, fact in found.items():
        if fact.what == "notice_by":
            assert fact.day < found[key.replace("notice_by", "renews")].day
            assert fact.params["post_by"] <= fact.day.isoformat()


@given(terms, facts, days)
def test_nothing_renews_after_the_end(term, given_facts, today):
    plain = replace(given_facts, overrides=())
    found = timeline(term, plain, today)
    last = max((fact.day for fact in found if fact.what == "ends"), default=date.max)
    within = {"starts", "renews", "notice_by", "paused", "resumes", "may_terminate"}
    assert all(fact.day <= last for fact in found if fact.what in within)


@given(terms, facts, days)
def test_the_next_step_is_not_past(term, given_facts, today):
    found = timeline(term, given_facts, today)
    step = next_step(found, today)
    to_come = [fact for fact in found if not fact.past and not fact.done]
    assert (step is None) == (not to_come)
    assert step is None or all(step.day <= fact.day for fact in to_come)
