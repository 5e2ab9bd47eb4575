"""From a form to a question, and from a question to a link."""

from collective.conventions.listing.partners import PARTNERS
from collective.conventions.listing.question import Question
from collective.conventions.listing.reading import read
from hypothesis import given
from hypothesis import strategies as st
from urllib.parse import parse_qs
import pytest


@pytest.mark.parametrize(
    ("form", "code", "field"),
    [
        ({"kind": "castle"}, "unknown_choice", "kind"),
        ({"kind": ["commune", "castle"]}, "unknown_choice", "kind"),
        ({"kind": object()}, "wrong_type", "kind"),
        ({"sort_on": "colour"}, "unknown_choice", "sort_on"),
        ({"sort_order": "sideways"}, "unknown_choice", "sort_order"),
        ({"b_start": "-1"}, "negative", "b_start"),
        ({"b_start": "x"}, "not_a_number", "b_start"),
        ({"b_start": "9" * 5000}, "not_a_number", "b_start"),
        ({"b_size": "0"}, "not_positive", "b_size"),
    ],
)
def test_what_cannot_be_read_is_found_and_left_out(form, code, field):
    question, findings = read(PARTNERS, form)
    assert [(one.code, one.field) for one in findings] == [(code, field)]
    assert question == Question()


def test_a_batch_is_never_larger_than_the_largest():
    question, findings = read(PARTNERS, {"b_size": "5000"})
    assert (question.b_size, findings) == (100, ())


def test_blanks_and_foreign_names_ask_nothing():
    assert read(PARTNERS, {"text": "  ", "kind": "", "utm": "x"}) == (Question(), ())


def test_several_values_may_come_one_by_one_and_twice():
    question, _findings = read(PARTNERS, {"kind": ["commune", "cpas", "commune"]})
    assert question.filters == {"kind": ("commune", "cpas")}


def test_filters_are_taken_away_one_by_one():
    question, _findings = read(PARTNERS, {"kind": ["commune", "cpas"], "text": "x", "b_start": 50})
    assert question.without("kind", "cpas").filters == {"kind": ("commune",), "text": "x"}
    assert question.without("kind", "cpas").without("kind", "commune").filters == {"text": "x"}
    assert question.without("text").filters == {"kind": ("commune", "cpas")}
    assert question.without("text").b_start == 0


def test_an_order_turns_round_when_it_is_asked_again():
    question = Question(b_start=25)
    assert question.sorted_by("kind") == Question(sort_on="kind")
    assert question.sorted_by("title") == Question(sort_order="descending")
    assert question.sorted_by("title").sorted_by("title") == Question()
    assert question.sorted_by("title").sorted_by("kind") == Question(sort_on="kind")


def test_the_usual_question_has_no_query_string():
    assert Question().query() == ""


@given(
    st.fixed_dictionaries(
        {},
        optional={
            "text": st.text(),
            "kind": st.lists(st.sampled_from(["commune", "cpas", "region"])),
            "sort_on": st.sampled_from(list(PARTNERS.sorts)),
            "sort_order": st.sampled_from(["ascending", "descending"]),
            "b_start": st.integers(0, 1000),
            "b_size": st.sampled_from([25, 50, 100]),
        },
    )
)
def test_a_link_asks_the_same_again(form):
    question, findings = read(PARTNERS, form)
    assert findings == ()
    assert read(PARTNERS, parse_qs(question.query().removeprefix("?"))) == (question, ())
