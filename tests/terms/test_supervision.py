"""The supervisory authority: its delay, suspension, annulment, refusal (W6)."""

from collective.conventions.terms.delays import Delay
from collective.conventions.terms.duration import Facts
from collective.conventions.terms.duration import Term
from collective.conventions.terms.resolutory import pause
from collective.conventions.terms.spans import NEVER
from collective.conventions.terms.spans import Span
from collective.conventions.terms.statute import DELAYS
from collective.conventions.terms.supervision import Supervision
from collective.conventions.terms.supervision import until
from collective.conventions.terms.term import force
from collective.conventions.terms.term import in_force
from dataclasses import replace
from datetime import date
import pytest


W6 = Term(resolutory_condition="suspension or annulment of the decision")
SIGNED = Facts((date(2026, 3, 12),))


def outcome(outcome, day, **more):
    return replace(SIGNED, supervision=Supervision(outcome=outcome, decided=day, **more))


@pytest.mark.parametrize(
    ("regime", "received", "last"),
    [
        ("supervision_brussels", date(2026, 3, 2), date(2026, 4, 1)),
        ("supervision_brussels", date(2026, 10, 3), date(2026, 11, 3)),
        ("supervision_brussels", date(2027, 8, 28), date(2027, 9, 27)),
        ("supervision_wallonia", date(2027, 8, 28), date(2027, 9, 28)),
    ],
)
def test_the_authority_has_its_own_holidays(regime, received, last):
    dated = until(Supervision(received=received, regime=regime), DELAYS)
    assert dated.day == last


def test_the_delay_is_a_setting_and_can_be_prolonged():
    given = Supervision(received=date(2026, 3, 2), regime="ours")
    ours = {"ours": Delay(days=50, source="a decree")}
    assert until(given, ours).day == date(2026, 4, 21)
    assert until(replace(given, prolonged_days=15), ours).day == date(2026, 5, 6)
    assert until(given, DELAYS) is None
    assert until(replace(given, received=None), ours) is None


def test_w6_an_annulment_ends_it():
    annulled = outcome("annulled", date(2026, 5, 4))
    assert force(W6, annulled) == Span(date(2026, 3, 12), date(2026, 5, 3))
    assert not in_force(W6, annulled, date(2026, 5, 4))


def test_without_the_clause_an_annulment_ends_nothing_by_itself():
    assert force(Term(), outcome("annulled", date(2026, 5, 4))).end is None


def test_w6_a_suspension_pauses_it_until_it_is_lifted():
    suspended = outcome("suspended", date(2026, 5, 4))
    assert pause(W6, suspended) == Span(date(2026, 5, 4), None)
    lifted = outcome("suspended", date(2026, 5, 4), lifted=date(2026, 6, 1))
    assert pause(W6, lifted) == Span(date(2026, 5, 4), date(2026, 5, 31))
    days = [date(2026, 5, 3), date(2026, 5, 4), date(2026, 5, 31), date(2026, 6, 1)]
    assert [in_force(W6, lifted, day) for day in days] == [True, False, False, True]
    assert [in_force(W6, suspended, day) for day in days] == [True, False, False, False]
    assert [in_force(Term(), suspended, day) for day in days] == [True] * 4


def test_a_pause_moves_no_end():
    term = replace(W6, duration_unit="years", duration_count=1)
    lifted = outcome("suspended", date(2026, 5, 4), lifted=date(2026, 6, 1))
    assert force(term, lifted) == force(term, SIGNED)


def test_a_suspension_lifted_at_once_pauses_nothing():
    assert pause(W6, outcome("suspended", date(2026, 5, 4), lifted=date(2026, 5, 4))) is None


def test_a_refused_approval_ends_it_with_or_without_a_clause():
    assert force(Term(), outcome("refused", date(2026, 5, 4))).end == date(2026, 5, 3)
    assert force(Term(), outcome("refused", date(2026, 3, 12))) == NEVER


def test_an_outcome_without_its_date_moves_nothing():
    for what in ("annulled", "refused", "suspended"):
        assert force(W6, outcome(what, None)) == force(W6, SIGNED)
        assert pause(W6, outcome(what, None)) is None
