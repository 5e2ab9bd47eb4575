"""What if: notice, signature, renewal, beside what is."""

from collective.conventions.terms.duration import Facts
from collective.conventions.terms.duration import Term
from collective.conventions.terms.letters import Letter
from collective.conventions.terms.parties import Signatory
from collective.conventions.terms.term import force
from collective.conventions.terms.timeline import timeline
from collective.conventions.terms.what_if import change_faults
from collective.conventions.terms.what_if import changed
from collective.conventions.terms.what_if import GiveNotice
from collective.conventions.terms.what_if import Renew
from collective.conventions.terms.what_if import Sign
from collective.conventions.terms.what_if import what_if
from dataclasses import replace
from datetime import date
from datetime import timedelta
from hypothesis import given
from hypothesis import strategies as st
import pytest


C13 = Term("next_month", None, "years", 1, None, "tacit", 12, 48, 1, notice_by="cpas")
D6 = Term(duration_unit="years", duration_count=1, notice_count=3)
SIGNED = Facts((date(2026, 3, 12),))
TODAY = date(2026, 6, 1)


def end(term, facts, change, today=TODAY):
    found = {fact.key: fact for fact in what_if(term, facts, today, change).after}
    return found["ends"].day if "ends" in found else None


@pytest.mark.parametrize(
    ("term", "change", "day"),
    [
        (C13, GiveNotice(date(2027, 2, 28), "cpas"), date(2027, 3, 31)),
        (C13, GiveNotice(date(2027, 3, 1)), date(2028, 3, 31)),
        (C13, GiveNotice(date(2027, 2, 28), "union"), date(2030, 3, 31)),
        (C13, Renew(TODAY, yes=False), date(2027, 3, 31)),
        (C13, Renew(TODAY), date(2030, 3, 31)),
        (D6, GiveNotice(date(2026, 6, 1)), date(2026, 9, 1)),
        (D6, GiveNotice(date(2027, 3, 1)), date(2027, 3, 11)),
        (D6, Renew(TODAY, yes=False), date(2027, 3, 11)),
        (Term(notice_count=3), GiveNotice(date(2026, 6, 30)), date(2026, 9, 30)),
        (Term(), GiveNotice(date(2026, 6, 30)), None),
    ],
)
def test_the_end_after_a_change(term, change, day):
    assert end(term, SIGNED, change) == day


def test_both_timelines_and_what_differs():
    found = what_if(C13, SIGNED, TODAY, GiveNotice(date(2027, 2, 1), "cpas"))
    assert found.before == timeline(C13, SIGNED, TODAY)
    assert {fact.what for fact in found.gone} == {"notice_by", "renews", "ends"}
    assert [(fact.what, fact.day) for fact in found.new] == [
        ("letter", date(2027, 2, 1)),
        ("ends", date(2027, 3, 31)),
    ]


def test_signing_gives_a_draft_its_dates():
    persons = (Signatory("a", date_signed=date(2026, 6, 2)), Signatory("b"))
    for facts in (Facts(), Facts((None,)), Facts(signatories=persons)):
        found = what_if(C13, facts, TODAY, Sign(date(2026, 6, 15)))
        assert "starts" not in {fact.what for fact in found.before}
        days = {fact.key: fact.day for fact in found.after}
        assert (days["starts"], days["ends"]) == (date(2026, 7, 1), date(2030, 6, 30))
    assert [one.date_signed for one in changed(C13, facts, found.change).signatories] == [
        date(2026, 6, 2),
        date(2026, 6, 15),
    ]


def test_who_has_signed_does_not_sign_again():
    assert changed(C13, SIGNED, Sign(date(2026, 6, 15))) == SIGNED


def test_renewing_takes_a_refusal_back():
    refused = replace(
        SIGNED,
        non_renewal=date(2027, 1, 1),
        letters=(Letter("non_renewal", "cpas", date(2027, 1, 1)), Letter("other", "cpas")),
    )
    assert force(C13, refused).end == date(2027, 3, 31)
    assert end(C13, refused, Renew(TODAY)) == date(2030, 3, 31)
    assert len(changed(C13, refused, Renew(TODAY)).letters) == 1


def test_renewing_expressly():
    express = replace(C13, renewal="express", notice_count=None)
    assert end(express, SIGNED, Renew(TODAY)) == date(2028, 3, 31)
    assert end(express, SIGNED, Renew(TODAY, yes=False)) == date(2027, 3, 31)


def test_a_day_out_of_range_is_refused():
    assert [one.code for one in change_faults(Sign(date(2201, 1, 1)))] == ["date_out_of_range"]
    assert [one.code for one in change_faults(Renew(date(1899, 12, 31)))] == ["date_out_of_range"]
    assert change_faults(GiveNotice(TODAY)) == ()


@given(
    st.sampled_from([C13, D6, Term(notice_count=30, notice_unit="days")]),
    st.dates(date(2026, 3, 12), date(2035, 1, 1)),
)
def test_a_notice_a_day_later_never_ends_it_earlier_and_none_lengthens_it(term, day):
    one = end(term, SIGNED, GiveNotice(day)) or date.max
    later = end(term, SIGNED, GiveNotice(day + timedelta(days=1))) or date.max
    assert one <= later <= (force(term, SIGNED).end or date.max)


@given(st.dates(date(1950, 1, 1), date(2150, 1, 1)))
def test_a_signature_a_day_later_never_starts_or_ends_it_earlier(day):
    one, later = (
        force(C13, changed(C13, Facts(), Sign(day + timedelta(days=k)))) for k in range(2)
    )
    assert one.start <= later.start and one.end <= later.end
