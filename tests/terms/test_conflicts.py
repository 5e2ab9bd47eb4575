"""Facts that cannot be, and rules of notice, breach and contacts that cannot either."""

from collective.conventions.terms.conflicts import conflicts
from collective.conventions.terms.dated import Override
from collective.conventions.terms.duration import Facts
from collective.conventions.terms.duration import Term
from collective.conventions.terms.findings import CODES
from collective.conventions.terms.parties import Party
from collective.conventions.terms.term import impossible
from dataclasses import replace
from datetime import date
import pytest


SIGNED = Facts((date(2026, 3, 12),))
EARLY, LATE = date(1899, 12, 31), date(2201, 1, 1)


def found(findings):
    assert all(set(one.params) == set(CODES[one.code]) for one in findings)
    return [(one.code, one.field, one.row) for one in findings]


@pytest.mark.parametrize(
    ("term", "facts", "expected"),
    [
        (
            Term(duration_unit="until_date", end_date=date(2026, 3, 11)),
            SIGNED,
            [("end_before_start", "end_date", None)],
        ),
        (Term(duration_unit="until_date", end_date=date(2026, 3, 12)), SIGNED, []),
        (Term(duration_unit="until_date", end_date=date(2026, 3, 11)), Facts(), []),
        (
            Term(duration_unit="until_event"),
            replace(SIGNED, event=date(2026, 3, 1)),
            [("end_before_start", "event_date", None)],
        ),
        (Term(), replace(SIGNED, event=date(2026, 3, 1)), []),
    ],
)
def test_an_end_before_the_start_that_the_signature_gives(term, facts, expected):
    assert found(conflicts(term, facts)) == expected


def test_every_date_out_of_range_is_named_at_once():
    facts = Facts(
        condition_met=EARLY,
        event=LATE,
        terminated=LATE,
    )
    assert found(conflicts(Term(), facts)) == [
        ("date_out_of_range", "condition_met", None),
        ("date_out_of_range", "event_date", None),
        ("date_out_of_range", "termination_date", None),
    ]


def test_an_end_set_by_hand_does_not_come_before_the_start():
    def facts(day):
        return Facts((date(2026, 3, 12),), overrides=(Override("ends", day, "Settled.", "Me"),))

    assert conflicts(Term(), facts(date(2026, 3, 12))) == ()
    assert found(conflicts(Term(), facts(date(2026, 3, 11)))) == [
        ("end_before_start", "overrides", None)
    ]


def test_a_notice_is_reserved_to_a_party():
    parties = (Party("a"), Party("b"))
    assert conflicts(Term(notice_by="a"), Facts(parties=parties)) == ()
    assert found(conflicts(Term(notice_by="c"), Facts(parties=parties))) == [
        ("not_a_party", "notice_by", None)
    ]


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        (Term(notice_basis="?"), [("unknown_choice", "notice_basis", None)]),
        (Term(notice_scope="?"), [("unknown_choice", "notice_scope", None)]),
        (Term(breach_unit="?"), [("unknown_choice", "breach_unit", None)]),
        (Term(breach_basis="?"), [("unknown_choice", "breach_basis", None)]),
        (Term(breach_count=0), [("not_positive", "breach_count", None)]),
        (Term(contacts_days=-1), [("not_positive", "contacts_days", None)]),
        (Term(contacts_days=10**6), [("too_large", "contacts_days", None)]),
        (Term(breach_count=8, breach_basis="presentation", notice_scope="any_time"), []),
    ],
)
def test_impossible_rules(term, expected):
    assert found(impossible(term)) == expected
