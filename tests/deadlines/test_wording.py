"""Every fact, rule and actor of a timeline has its words."""

from collective.conventions.deadlines.wording import facts
from collective.conventions.deadlines.wording import reasons
from collective.conventions.deadlines.wording.teller import DAYS
from collective.conventions.deadlines.wording.teller import Teller
from collective.conventions.terms import rules
from collective.conventions.terms.dated import DatedFact
from collective.conventions.terms.dated import Override
from datetime import date
import pytest
import re


#: Parameters with a value that each rule can bear.
VALUES = {
    "unit": "days",
    "basis": "receipt",
    "kind": "formal_notice",
    "outcome": "annulled",
    "description": "A report",
    "count": 8,
    "months": 12,
    "number": 2,
    "moved_from": "",
}


def fact(rule, what="ends", **values):
    params = {name: VALUES.get(name, "2026-04-01") for name in rules.RULES[rule]}
    options = {"clause": "art. 8", "actor": "", "certainty": "certain", "past": False, **values}
    params |= {name: options.pop(name) for name in params if name in options}
    return DatedFact(
        what=what, key=what, day=date(2027, 3, 31), rule=rule, params=params, **options
    )


def placeholders(message):
    return set(re.findall(r"\$\{(\w+)\}", message.default or message))


def test_nothing_is_left_without_words():
    assert set(facts.FACTS) == set(rules.FACTS)
    assert set(facts.ACTORS) == set(rules.ACTORS)
    assert set(facts.CERTAINTIES) == set(rules.CERTAINTIES)
    assert set(reasons.REASONS) == set(rules.RULES)


@pytest.mark.parametrize("rule", rules.RULES)
def test_a_reason_uses_only_what_its_rule_carries(rule):
    carried = set(rules.RULES[rule])
    lengths = {name for name, of in (("length", "count"), ("period", "months")) if of in carried}
    assert placeholders(reasons.REASONS[rule]) <= carried | lengths


@pytest.mark.parametrize("language", ["en", "fr", "nl", "de"])
@pytest.mark.parametrize("rule", rules.RULES)
def test_a_reason_leaves_no_gap(rule, language):
    said = Teller(language).reason(fact(rule))
    assert "${" not in said
    assert "2026-04-01" not in said


def test_the_dates_among_the_parameters_are_known():
    names = {name for params in rules.RULES.values() for name in params}
    assert names >= DAYS
    assert names - DAYS == set(VALUES) - {"moved_from"}


def test_a_reason_in_full():
    said = Teller("en").reason(fact("end_after_notice", count=1, unit="months", basis="sending"))
    assert said == (
        "Notice of 1 month, counted from the sending (1\u00a0April\u00a02026). Rests on: art. 8"
    )


def test_a_delay_that_moved_says_so():
    said = Teller("en").reason(fact("contacts_after_start", moved_from="2026-04-12", clause=""))
    assert "12\u00a0April\u00a02026" in said


def test_a_date_set_by_hand_names_who_and_why():
    override = Override("ends", date(2027, 3, 31), "Agreed by mail", "The director")
    said = Teller("en").reason(fact("decided_by_hand", overridden=override))
    assert "The director" in said
    assert "Agreed by mail" in said


def test_a_fact_in_short_names_who_acts():
    said = Teller("en").in_short(fact("end_on_date", what="agree_by", actor="parties"))
    assert said == "31\u00a0March\u00a02027: Last day to agree on a renewal (the parties)"


def test_a_letter_is_called_by_its_kind():
    assert Teller("en").what(fact("recorded_letter", what="letter")) == "Formal notice"
