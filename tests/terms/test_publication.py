"""Which rule of publication is the stricter."""

from collective.conventions.terms.publication import is_stricter
from collective.conventions.terms.publication import RULES
from collective.conventions.terms.publication import stricter
import itertools
import pytest


@pytest.mark.parametrize(("one", "other"), itertools.product(RULES, RULES))
def test_of_two_rules_one_is_stricter_or_they_are_the_same(one, other):
    assert is_stricter(one, other) + is_stricter(other, one) == (one != other)


def test_the_secretariat_is_the_strictest():
    assert stricter("public") == ("parties", "secretariat")
    assert stricter("parties") == ("secretariat",)
    assert stricter("secretariat") == ()


def test_what_is_no_rule_is_refused():
    with pytest.raises(ValueError, match="not in"):
        is_stricter("parties", "everybody")
