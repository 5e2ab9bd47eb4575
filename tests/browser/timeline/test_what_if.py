"""What if: what is offered, what is answered, and that nothing is written."""

from browser.pages.reading import html
from browser.pages.reading import view
from collective.conventions.clock import today
from collective.conventions.deadlines.suppositions import offered
from collective.conventions.journal.storage import find
from datetime import timedelta
import pytest


def ask(convention, **form):
    return view(convention, "what-if", user="reader", **form)


def test_the_form_before_anything_is_asked(renewed):
    found, page = ask(renewed)
    assert found.offered == [("notice", "The renewal is refused by notice")]
    assert f'value="{today().isoformat()}"' in page
    assert "As it stands" not in page


def test_both_timelines_and_what_differs_in_words(renewed, town):
    before = find(renewed.UID()).length
    day = (today() + timedelta(days=1)).isoformat()
    found, page = ask(renewed, what_if="notice", day=day, party=town.UID())
    changes = {row.what: row.word for row in found.rows}
    assert changes["Refusal of the renewal"] == "Is added"
    assert changes["Is renewed"] == "Falls away"
    assert changes["Ends"] == "Moves to an earlier day"
    assert "As supposed." in page
    assert "Ville de Bruxelles gives notice on" in found.supposed
    assert "in the place of" in found.end
    marks = {entry.look for entry in found.before.story.entries}
    assert "gone" in marks
    assert renewed.notices == []
    assert find(renewed.UID()).length == before


def test_a_notice_of_the_wrong_party_does_nothing_and_says_why(renewed, town, centre):
    renewed.notice_by = town.UID()
    day = today().isoformat()
    found, page = ask(renewed, what_if="notice", day=day, party=centre.UID())
    assert "Only Ville de Bruxelles may give notice: this one has no effect." in page
    assert found.end.endswith("all the same.")


def test_everything_that_is_wrong_stands_beside_its_field(renewed):
    found, page = ask(renewed, what_if="notice", day="soon", party="nobody")
    assert set(found.faults) == {"day", "party"}
    assert 'id="day-error"' in page
    assert 'id="party-error"' in page
    assert "Date by date" not in page
    assert "is not one of the choices" in html(renewed, "what-if", what_if="sign", day="2027-01-01")


def test_a_draft_can_be_signed_and_nothing_else(draft):
    draft.duration_unit, draft.duration_count = "years", 1
    draft.commitments = []
    found, _page = ask(draft, what_if="sign", day="2090-03-12")
    assert [name for name, _title in found.offered] == ["sign"]
    assert {row.what for row in found.rows if row.change == "new"} == {
        "Signed",
        "Enters into force",
        "Ends",
    }
    assert "as it stands it has no end" in found.end


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({}, ("notice", "refuse")),
        ({"notice_scope": "any_time"}, ("notice", "refuse")),
        ({"renewal": "none"}, ("notice",)),
        ({"renewal": "none", "notice_count": None}, ()),
        ({"renewal": "express", "notice_count": None}, ("renew",)),
        (
            {"renewal": "express", "notice_count": None, "renewal_cap_months": 12},
            (),
        ),
    ],
)
def test_only_what_makes_sense_is_offered(renewed, values, expected):
    for name, value in values.items():
        setattr(renewed, name, value)
    assert offered(renewed, today()) == expected


def test_a_refusal_can_be_taken_back(renewed, town):
    row = {"kind": "non_renewal", "partner": town.UID(), "sent": today()}
    renewed.notices = [row]
    assert offered(renewed, today()) == ("renew",)
    found, _page = ask(renewed, what_if="renew", day=today().isoformat())
    assert {row.change for row in found.rows if row.what == "Ends"} == {"later"}


def test_once_it_has_ended_nothing_is_supposed(renewed):
    assert offered(renewed, today() + timedelta(days=5000)) == ()
    renewed.renewal, renewed.notice_count = "none", None
    assert "nothing that can be supposed" in html(renewed, "what-if")
