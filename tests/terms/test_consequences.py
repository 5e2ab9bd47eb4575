"""What each letter sets going."""

from collective.conventions.terms.consequences import consequences
from collective.conventions.terms.duration import Facts
from collective.conventions.terms.duration import Term
from collective.conventions.terms.letters import Letter
from dataclasses import replace
from datetime import date


C13 = Term("next_month", None, "years", 1, None, "tacit", 12, 48, 1)
D6 = Term(
    duration_unit="years",
    duration_count=1,
    notice_count=3,
    breach_count=1,
    breach_unit="months",
)
O9 = Term(breach_count=8, breach_basis="presentation")
SIGNED = (date(2026, 3, 12),)


def told(term, *letters):
    return consequences(term, Facts(SIGNED, letters=letters))


def test_a_refusal_leads_to_the_end_of_the_running_period():
    (found,) = told(C13, Letter("non_renewal", "a", date(2027, 2, 1)))
    assert (found.basis, found.given, found.works) == ("sending", date(2027, 2, 1), True)
    assert (found.end.day, found.end.rule) == (date(2027, 3, 31), "end_not_renewed")


def test_each_notice_tells_its_own_end():
    first, second = told(
        D6,
        Letter("termination", "a", date(2026, 4, 1)),
        Letter("termination", "b", date(2026, 5, 1)),
    )
    assert (first.end.day, first.end.rule) == (date(2026, 7, 1), "end_after_notice")
    assert second.end.day == date(2026, 8, 1)


def test_an_end_that_is_recorded_hides_none():
    letter = Letter("termination", "a", date(2026, 4, 1))
    facts = Facts(SIGNED, letters=(letter,), terminated=date(2026, 5, 1))
    (found,) = consequences(D6, facts)
    assert found.end.day == date(2026, 7, 1)


def test_a_withdrawn_notice_leads_nowhere():
    notice, withdrawal = told(
        D6,
        Letter("termination", "a", date(2026, 4, 1)),
        Letter("withdrawal", "a", date(2026, 4, 9)),
    )
    assert (notice.stands, notice.works, notice.end) == (False, False, None)
    assert (withdrawal.stands, withdrawal.counts, withdrawal.basis) == (True, False, "")


def test_a_formal_notice_runs_from_its_presentation():
    sent = Letter("formal_notice", "a", date(2026, 4, 20))
    (waiting,) = told(O9, sent)
    assert (waiting.counts, waiting.given, waiting.cure) == (True, None, None)
    (running,) = told(O9, replace(sent, presented=date(2026, 4, 22)))
    assert running.cure.until.day == date(2026, 4, 30)
    assert running.cure.right.day == date(2026, 5, 1)
    assert running.end is None
    notice, cure = told(
        O9,
        replace(sent, presented=date(2026, 4, 22)),
        Letter("cure", "b", date(2026, 4, 28)),
    )
    assert notice.cure.right is None
    assert (cure.basis, cure.end) == ("", None)


def test_a_letter_without_a_clause_counts_for_nothing():
    for kind in ("non_renewal", "formal_notice", "assignment", "other"):
        (found,) = told(Term(notice_count=1), Letter(kind, "a", date(2026, 4, 1)))
        assert (found.counts, found.given, found.end) == (False, None, None)
    (notice,) = told(C13, Letter("termination", "a", date(2026, 4, 1)))
    assert not notice.counts


def test_a_notice_reserved_to_another_party_counts_for_nothing():
    reserved = replace(D6, notice_by="b")
    (notice,) = told(reserved, Letter("termination", "a", date(2026, 4, 1)))
    assert (notice.counts, notice.end) == (False, None)
    (warning,) = told(reserved, Letter("formal_notice", "a", date(2026, 4, 1)))
    assert warning.counts


def test_before_the_signatures_a_notice_leads_to_no_end():
    letters = (Letter("termination", "a", date(2026, 4, 1)),)
    (found,) = consequences(D6, Facts((None,), letters=letters))
    assert (found.works, found.end) == (True, None)
