"""Which letter is due for an invoice that nobody pays."""

from collective.conventions.terms.dunning import check_steps
from collective.conventions.terms.dunning import Due
from collective.conventions.terms.dunning import letter_due
from collective.conventions.terms.dunning import next_letter
from collective.conventions.terms.dunning import Sent
from collective.conventions.terms.dunning import Step
from collective.conventions.terms.dunning import STEPS
from datetime import date
from datetime import timedelta
import pytest


DUE = date(2026, 1, 31)


def after(days):
    return DUE + timedelta(days)


@pytest.mark.parametrize(("days", "letter"), [(9, None), (10, "reminder"), (400, "reminder")])
def test_the_first_letter_goes_so_many_days_after_the_due_one(days, letter):
    found = letter_due(STEPS, DUE, (), after(days))
    assert (found and found.letter) == letter


def test_a_letter_that_went_late_moves_the_next_one():
    late = (Sent("reminder", after(60)),)
    assert next_letter(STEPS, DUE, late) == Due("second_reminder", after(80))
    assert letter_due(STEPS, DUE, late, after(79)) is None


def test_a_letter_that_went_early_does_not():
    early = (Sent("reminder", after(2)),)
    assert next_letter(STEPS, DUE, early) == Due("second_reminder", after(30))


def test_after_the_last_letter_there_is_none():
    assert next_letter(STEPS, DUE, (Sent("formal_notice", after(45)),)) is None
    assert letter_due(STEPS, DUE, (Sent("formal_notice", after(45)),), after(99)) is None


def test_what_has_no_due_day_is_not_dunned():
    assert letter_due(STEPS, None, (), after(400)) is None


def test_the_steps_of_a_new_space_are_sound():
    assert check_steps(STEPS) == ()


def test_everything_that_is_wrong_with_steps_is_named():
    steps = (Step("reminder", 0), Step("reminder", 10), Step("poem", 10))
    assert [(one.code, one.row, one.column) for one in check_steps(steps)] == [
        ("not_positive", 0, "days"),
        ("duplicate", 1, "letter"),
        ("unknown_choice", 2, "letter"),
        ("steps_not_ascending", 2, "days"),
    ]
