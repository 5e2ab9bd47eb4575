"""What keeps an amendment from being signed."""

from collective.conventions.terms.amending.amendment import Amendment
from collective.conventions.terms.amending.amendment import RowChange
from collective.conventions.terms.amending.faults import Circumstances
from collective.conventions.terms.amending.faults import faults
from datetime import date
from datetime import timedelta
from hypothesis import given
from hypothesis import strategies as st


TODAY = date(2026, 6, 15)
FIRST = date(2026, 7, 1)
ORIGINAL = {"prices": [{"description": "Access"}], "parties": [{"partner": "city"}]}
PRICE = RowChange("prices", "replace", "1", {"description": "Access"})
NOTHING = Circumstances()
END = {"end_date": date(2028, 12, 31)}


def codes(amendment, others=(), known=NOTHING, decided=TODAY):
    found = faults(amendment, ORIGINAL, others, known, decided)
    return [(one.code, one.field, one.row) for one in found]


def test_a_prolongation_that_is_signed_in_time_is_in_order():
    assert codes(Amendment(1, FIRST, TODAY, END)) == []


def test_it_must_change_something():
    assert codes(Amendment(1, FIRST)) == [("nothing_amended", "changes", None)]


def test_the_start_is_a_fact():
    found = codes(Amendment(1, FIRST, fields={"start_date": FIRST}))
    assert found == [("not_amendable", "changes", 0)]


def test_a_row_must_be_there_when_it_is_changed():
    unknown = RowChange("prices", "replace", "9")
    assert codes(Amendment(1, FIRST, rows=(PRICE, unknown))) == [
        ("row_unknown", "price_changes", 1)
    ]
    added = Amendment(1, date(2026, 8, 1), TODAY, rows=(RowChange("prices", "add"),))
    onto = RowChange("prices", "remove", "1.1")
    assert codes(Amendment(2, date(2026, 9, 1), rows=(onto,)), [added]) == []
    too_early = Amendment(2, date(2026, 7, 15), rows=(onto,))
    assert codes(too_early, [added]) == [("row_unknown", "price_changes", 0)]


def test_a_row_is_changed_once_and_is_named():
    nameless = RowChange("prices", "remove")
    found = codes(Amendment(1, FIRST, rows=(PRICE, nameless, PRICE)))
    assert found == [("required", "price_changes", 1), ("duplicate", "price_changes", 2)]


def test_an_unknown_action_is_none():
    change = RowChange("prices", "shuffle", "1")
    assert codes(Amendment(1, FIRST, rows=(change,))) == [("unknown_choice", "price_changes", 0)]


def test_two_amendments_do_not_change_the_same_from_the_same_day():
    signed = Amendment(1, FIRST, TODAY, END, (PRICE,))
    found = codes(Amendment(2, FIRST, fields=END, rows=(PRICE,)), [signed])
    assert found == [
        ("amendment_overlaps", "changes", 0),
        ("amendment_overlaps", "price_changes", 0),
    ]


def test_what_was_signed_before_must_not_undo_it_later():
    signed = Amendment(1, date(2026, 9, 1), TODAY, END)
    found = codes(Amendment(2, FIRST, fields=END), [signed])
    assert found == [("amendment_out_of_order", "changes", 0)]
    assert codes(Amendment(2, date(2026, 10, 1), fields=END), [signed]) == []
    assert codes(Amendment(2, FIRST, fields={"notice_count": 2}), [signed]) == []


def test_it_never_holds_before_it_is_signed():
    assert codes(Amendment(1, FIRST, date(2026, 7, 2), END)) == [
        ("amendment_backdated", "first_day", None)
    ]
    assert codes(Amendment(1, FIRST, FIRST, END)) == []


def test_before_it_is_signed_only_the_decision_tells_that_it_comes_too_late():
    before = [("amendment_before_decision", "first_day", None)]
    assert codes(Amendment(1, FIRST, None, END), decided=date(2026, 7, 2)) == before
    assert codes(Amendment(1, FIRST, None, END), decided=FIRST) == []
    assert codes(Amendment(1, FIRST, None, END), decided=None) == []
    assert codes(Amendment(1, None, None, END), decided=FIRST) == []


def test_what_has_ended_is_not_prolonged():
    known = Circumstances(end=date(2026, 6, 30))
    assert codes(Amendment(1, FIRST, fields=END), known=known) == [
        ("amendment_after_end", "first_day", None)
    ]


def test_the_end_is_compared_with_the_days_of_the_amendment():
    known = Circumstances(end=date(2023, 12, 31))
    decided = date(2023, 5, 2)
    assert codes(Amendment(1, None, None, END), known=known, decided=decided) == []
    dated = Amendment(1, date(2023, 6, 1), date(2023, 5, 20), END)
    assert codes(dated, known=known, decided=decided) == []
    after = [("amendment_after_end", "first_day", None)]
    assert codes(Amendment(1, None, None, END), known=known, decided=date(2024, 1, 1)) == after


def test_what_was_signed_later_and_entered_first_knew_of_it():
    entered_first = Amendment(1, date(2024, 1, 1), date(2023, 11, 20), END)
    days = {"effective": date(2023, 6, 1), "fields": END}
    decided = date(2023, 5, 2)
    assert codes(Amendment(2, **days), [entered_first], decided=decided) == []
    signed = Amendment(2, signed=date(2023, 5, 20), **days)
    assert codes(signed, [entered_first], decided=decided) == []


def test_a_row_that_was_there_when_the_council_decided_may_be_changed():
    gone = Amendment(1, FIRST, TODAY, rows=(RowChange("prices", "remove", "1"),))
    assert codes(Amendment(2, rows=(PRICE,)), [gone]) == []
    unknown = [("row_unknown", "price_changes", 0)]
    assert codes(Amendment(2, rows=(PRICE,)), [gone], decided=FIRST) == unknown


def test_months_that_are_invoiced_keep_their_price():
    known = Circumstances(billed=date(2026, 12, 31))
    found = [("amendment_of_billed", "first_day", None)]
    assert codes(Amendment(1, FIRST, rows=(PRICE,)), known=known) == found
    assert codes(Amendment(1, FIRST, fields={"reduction_percent": 5}), known=known) == found
    assert codes(Amendment(1, date(2027, 1, 1), rows=(PRICE,)), known=known) == []
    assert codes(Amendment(1, FIRST, fields=END), known=known) == []


def test_a_notice_is_judged_by_the_rules_it_was_given_under():
    known = Circumstances(noticed=date(2026, 6, 1))
    found = codes(Amendment(1, FIRST, fields={"notice_count": 6, **END}), known=known)
    assert found == [("amendment_of_notice", "changes", 0)]
    before = Amendment(1, date(2026, 5, 1), date(2026, 4, 20), {"notice_count": 6})
    assert codes(before, known=known, decided=date(2026, 4, 1)) == []


def test_renewals_that_have_happened_are_not_counted_anew():
    known = Circumstances(first_end=date(2026, 5, 31))
    longer = {"renewal_months": 36}
    assert codes(Amendment(1, FIRST, fields=longer), known=known) == [
        ("amendment_of_renewed", "changes", 0)
    ]
    stated = {**longer, "duration_unit": "until_date", **END}
    assert codes(Amendment(1, FIRST, fields=stated), known=known) == []


@given(st.integers(-400, 400), st.integers(-400, 400))
def test_of_two_about_the_same_one_order_at_most_is_refused(first, second):
    day = date(2020, 1, 1)
    one = Amendment(1, FIRST + timedelta(days=first), day, END)
    other = Amendment(2, FIRST + timedelta(days=second), day, END)
    refused = [bool(codes(one, [other], decided=day)), bool(codes(other, [one], decided=day))]
    assert sum(refused) == (2 if first == second else 1)
