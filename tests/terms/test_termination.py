"""The ways a convention ends: what each needs and the day it leads to."""

from collective.conventions.terms.dated import Override
from collective.conventions.terms.duration import Facts
from collective.conventions.terms.duration import Term
from collective.conventions.terms.findings import CODES
from collective.conventions.terms.letters import Letter
from collective.conventions.terms.supervision import Supervision
from collective.conventions.terms.termination import CLOSED
from collective.conventions.terms.termination import ROUTES
from collective.conventions.terms.termination import routes
from dataclasses import replace
from datetime import date
import pytest


C13 = Term("next_month", None, "years", 1, None, "tacit", 12, 48, 1)
D6 = Term(
    duration_unit="years",
    duration_count=1,
    notice_count=3,
    breach_count=1,
    breach_unit="months",
)
O9 = Term(breach_count=8, breach_basis="presentation")
W6 = Term(resolutory_condition="annulment of the decision")
SIGNED = Facts((date(2026, 3, 12),))
TODAY = date(2026, 5, 5)


def route(code, term, facts=SIGNED, today=TODAY):
    return {one.code: one for one in routes(term, facts, today)}[code]


def needs(found):
    return [(one.field, one.row, one.column) for one in found.needs]


def ends(found):
    return found.effective and (found.effective.day, found.effective.rule)


def test_every_route_is_always_told_and_its_needs_have_sentences():
    for term in (Term(), C13, D6, O9, W6):
        for facts in (Facts(), SIGNED):
            found = routes(term, facts, TODAY)
            assert tuple(one.code for one in found) == ROUTES
            for one in found:
                assert one.ready == (not one.needs and one.effective is not None)
                assert one.needs or one.effective
                assert one.closed in ("", *CLOSED)
                assert all(set(need.params) == set(CODES[need.code]) for need in one.needs)


def test_d6_breach_step_by_step():
    assert needs(route("breach", D6)) == [("notices", None, None)]
    assert ends(route("breach", D6)) == (date(2026, 6, 6), "end_after_breach")
    warned = replace(SIGNED, letters=(Letter("formal_notice", "a", date(2026, 4, 20)),))
    found = route("breach", D6, warned)
    assert found.ready and found.letter == "formal_notice"
    assert ends(found) == (date(2026, 5, 21), "end_after_breach")
    assert ends(route("breach", D6, warned, date(2026, 7, 1)))[0] == date(2026, 7, 1)


def test_o9_breach_needs_the_proof_of_presentation():
    sent = Letter("formal_notice", "a", date(2026, 4, 20))
    facts = replace(SIGNED, letters=(Letter("other", "a"), sent))
    assert needs(route("breach", O9, facts)) == [("notices", 1, "presented")]
    proven = replace(facts, letters=(replace(sent, received=date(2026, 4, 22)),))
    assert ends(route("breach", O9, proven)) == (date(2026, 5, 5), "end_after_breach")


def test_a_breach_made_good_asks_for_another_notice():
    letters = (
        Letter("formal_notice", "a", date(2026, 4, 20)),
        Letter("cure", "b", date(2026, 4, 30)),
    )
    found = route("breach", D6, replace(SIGNED, letters=letters))
    assert needs(found) == [("notices", None, None)] and not found.ready
    # As if that notice were given today.
    assert ends(found) == (date(2026, 6, 6), "end_after_breach")


def test_a_breach_needs_its_clause():
    assert needs(route("breach", C13)) == [("breach_count", None, None), ("notices", None, None)]


def test_by_mutual_agreement_on_the_day_agreed():
    assert needs(route("mutual", C13)) == [("termination_date", None, None)]
    agreed = route("mutual", C13, replace(SIGNED, terminated=date(2026, 6, 30)))
    assert agreed.ready and ends(agreed) == (date(2026, 6, 30), "end_by_agreement")


@pytest.mark.parametrize(
    ("term", "facts", "missing", "end"),
    [
        (D6, SIGNED, [], (date(2027, 3, 11), "end_of_term")),
        (C13, SIGNED, [], (date(2030, 3, 31), "end_at_cap")),
        (Term(), SIGNED, [("end_date", None, None)], None),
        (Term(duration_unit="until_event"), SIGNED, [("event_date", None, None)], None),
        (C13, Facts(), [("signatories", None, "date_signed")], None),
    ],
)
def test_expiry(term, facts, missing, end):
    found = route("expiry", term, facts)
    assert (needs(found), ends(found)) == (missing, end)


def test_c13_non_renewal_today_and_once_given():
    found = route("non_renewal", C13)
    assert needs(found) == [("notices", None, None)]
    assert ends(found) == (date(2027, 3, 31), "end_not_renewed")
    assert ends(route("non_renewal", C13, SIGNED, date(2027, 3, 1)))[0] == date(2028, 3, 31)
    given = replace(SIGNED, letters=(Letter("non_renewal", "a", date(2027, 2, 1)),))
    found = route("non_renewal", C13, given, date(2027, 6, 1))
    assert found.ready and ends(found)[0] == date(2027, 3, 31)
    assert route("non_renewal", C13, replace(SIGNED, non_renewal=date(2027, 2, 1))).ready
    assert needs(route("non_renewal", D6)) == [("renewal_months", None, None)]


def test_d6_notice_today_and_once_given():
    found = route("notice", D6)
    assert needs(found) == [("notices", None, None)]
    assert ends(found) == (date(2026, 8, 5), "end_after_notice")
    assert ends(route("notice", D6, SIGNED, date(2027, 2, 1))) == (
        date(2027, 3, 11),
        "end_of_term",
    )
    given = replace(SIGNED, letters=(Letter("termination", "a", date(2026, 4, 1)),))
    assert route("notice", D6, given).ready
    assert ends(route("notice", D6, given)) == (date(2026, 7, 1), "end_after_notice")
    assert needs(route("notice", C13)) == [("notice_count", None, None)]
    assert needs(route("notice", replace(C13, notice_scope="any_time"))) == [
        ("notices", None, None)
    ]


def test_w6_resolutory_condition():
    assert needs(route("resolutory", Term())) == [
        ("resolutory_condition", None, None),
        ("supervision_outcome", None, None),
    ]
    undated = replace(SIGNED, supervision=Supervision(outcome="annulled"))
    assert needs(route("resolutory", W6, undated)) == [("supervision_date", None, None)]
    annulled = Supervision(outcome="annulled", decided=date(2026, 5, 4))
    found = route("resolutory", W6, replace(SIGNED, supervision=annulled))
    assert found.ready and ends(found) == (date(2026, 5, 3), "end_annulled")


def test_refusal_of_the_supervision():
    assert needs(route("refusal", C13)) == [("supervision_outcome", None, None)]
    refused = Supervision(outcome="refused", decided=date(2026, 5, 4))
    found = route("refusal", C13, replace(SIGNED, supervision=refused))
    assert found.ready and ends(found) == (date(2026, 5, 3), "end_refused")


def test_a_notice_by_who_may_not_give_it_is_none():
    reserved = replace(D6, notice_by="b")
    facts = replace(SIGNED, letters=(Letter("termination", "a", date(2026, 4, 1)),))
    found = route("notice", reserved, facts)
    assert needs(found) == [("notices", None, None)]
    assert ends(found) == (date(2026, 8, 5), "end_after_notice")
    refusing = replace(C13, notice_by="b")
    facts = replace(SIGNED, letters=(Letter("non_renewal", "a", date(2027, 2, 1)),))
    assert needs(route("non_renewal", refusing, facts)) == [("notices", None, None)]
    facts = replace(SIGNED, letters=(Letter("non_renewal", "b", date(2027, 2, 1)),))
    assert route("non_renewal", refusing, facts).ready


def test_an_end_decided_by_hand_is_the_end_by_expiry():
    decided = Override("ends", date(2026, 12, 31), "Agreed by letter", "clerk")
    found = route("expiry", D6, replace(SIGNED, overrides=(decided,)))
    assert found.ready and ends(found) == (date(2026, 12, 31), "end_of_term")
    assert found.effective.override.computed == date(2027, 3, 11)


@pytest.mark.parametrize(
    ("code", "term", "facts", "closed"),
    [
        ("breach", C13, SIGNED, "no_breach_clause"),
        ("breach", D6, SIGNED, ""),
        ("mutual", C13, SIGNED, ""),
        ("expiry", Term(), SIGNED, "no_end"),
        ("expiry", Term(), Facts(), "no_end"),
        ("expiry", Term(duration_unit="until_event"), SIGNED, ""),
        ("expiry", C13, Facts(), ""),
        ("non_renewal", D6, SIGNED, "no_tacit_renewal"),
        ("non_renewal", C13, SIGNED, ""),
        ("notice", C13, SIGNED, "no_notice_clause"),
        ("notice", D6, SIGNED, ""),
        ("resolutory", C13, SIGNED, "no_condition"),
        ("resolutory", W6, SIGNED, ""),
        ("refusal", C13, SIGNED, "no_supervision"),
        ("refusal", C13, replace(SIGNED, supervision=Supervision()), "no_supervision"),
        (
            "refusal",
            C13,
            replace(SIGNED, supervision=Supervision(sent=date(2026, 3, 1))),
            "",
        ),
    ],
)
def test_a_way_is_closed_where_nothing_opens_it(code, term, facts, closed):
    assert route(code, term, facts).closed == closed
