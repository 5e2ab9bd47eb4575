"""The first days of amendments on a timeline, and the dates that rest on what they changed."""

from collective.conventions.terms.amending.amendment import FIELDS
from collective.conventions.terms.amending.state import Origin
from collective.conventions.terms.commitments import Commitment
from collective.conventions.terms.duration import Facts
from collective.conventions.terms.duration import Term
from collective.conventions.terms.resting import resting
from collective.conventions.terms.resting import RESTS
from collective.conventions.terms.rules import RULES
from collective.conventions.terms.timeline import timeline
from datetime import date


TODAY = date(2026, 6, 1)
FIRST, SECOND = Origin(1, date(2026, 9, 1)), Origin(2, date(2027, 1, 1))
TERM = Term(
    "next_month", None, "years", 1, None, "tacit", 12, 48, 3, origins={"notice_count": SECOND}
)
SIGNED = Facts((date(2026, 3, 5),), amendments=(FIRST, SECOND))


def test_what_is_named_is_there():
    assert set(RESTS) <= set(RULES)
    assert {name for names in RESTS.values() for name in names} <= set(FIELDS)


def test_a_signed_amendment_takes_effect_on_its_first_day():
    found = [fact for fact in timeline(TERM, SIGNED, TODAY) if fact.what == "amended"]
    assert [(fact.key, fact.day, fact.params) for fact in found] == [
        ("amended-1", date(2026, 9, 1), {"number": 1}),
        ("amended-2", date(2027, 1, 1), {"number": 2}),
    ]
    assert {(fact.certainty, fact.actor, fact.done) for fact in found} == {("certain", "", None)}


def test_a_date_names_the_amendment_that_changed_what_it_is_computed_from():
    named = {fact.what: fact.amendments for fact in timeline(TERM, SIGNED, TODAY)}
    assert named["notice_by"] == (2,)
    assert named["renews"] == named["ends"] == named["starts"] == ()


def test_two_amendments_are_named_once_each_in_order():
    origins = {"duration_count": SECOND, "renewal_months": FIRST, "renewal": FIRST}
    assert resting("end_of_renewal", origins) == (1, 2)
    assert resting("end_of_term", origins) == (2,)
    assert resting("start_fixed_date", origins) == ()


def test_a_commitment_names_the_amendment_that_it_comes_from():
    owed = (
        Commitment("a", "A report", due=date(2026, 10, 1)),
        Commitment("a", "A plan", due=date(2026, 11, 1), origin=FIRST),
    )
    facts = Facts((date(2026, 3, 5),), amendments=(FIRST,), commitments=owed)
    found = [fact for fact in timeline(TERM, facts, TODAY) if fact.what == "commitment_due"]
    assert [fact.amendments for fact in found] == [(), (1,)]
