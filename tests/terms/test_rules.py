"""The tables of a timeline: every code declared once, and every declared one used."""

from collective.conventions.terms.dated import Dated
from collective.conventions.terms.dated import DatedFact
from collective.conventions.terms.rules import FACTS
from collective.conventions.terms.rules import RULES
from collective.conventions.terms.rules import TOPICS
from datetime import date
import ast
import collective.conventions.terms as ground
import pathlib
import pytest


DAY = date(2026, 4, 1)


def texts():
    (folder,) = ground.__path__
    return {
        node.value
        for path in pathlib.Path(folder).glob("*.py")
        if path.name != "rules.py"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def test_every_declared_code_is_used_somewhere_on_the_ground_floor():
    assert {*FACTS, *RULES} - texts() == set()


def test_a_topic_belongs_to_a_rule():
    assert set(TOPICS) <= set(RULES)


@pytest.mark.parametrize(
    ("rule", "params"),
    [("no_such_rule", {}), ("start_next_month", {}), ("end_on_date", {"day": "2026-04-01"})],
)
def test_an_undeclared_rule_or_parameter_is_refused_at_once(rule, params):
    with pytest.raises(ValueError):
        Dated(DAY, rule, params)


def test_an_undeclared_fact_is_refused_at_once():
    with pytest.raises(ValueError):
        DatedFact("no_such_fact", "key", DAY, "recorded", "", "", "certain", False)


def test_facts_can_be_kept_in_a_set():
    assert len({Dated(DAY, "end_on_event"), Dated(DAY, "end_on_event", {})}) == 1
