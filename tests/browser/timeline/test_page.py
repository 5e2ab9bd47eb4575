"""What the page of a convention says of its dates, and to whom."""

from browser.examples import annex
from browser.examples import signed
from browser.pages.reading import html
from browser.pages.reading import view
from collective.conventions.clock import today
from collective.conventions.lifecycle.steps import take
from datetime import date
from datetime import timedelta
import pytest


def given(convention, **values):
    for name, value in values.items():
        setattr(convention, name, value)
    return convention


def test_says_what_happens_next_with_its_reason(renewed):
    found, page = view(renewed)
    following = found.timeline.next
    assert following.what == "notice_by"
    assert found.timeline.teller.in_short(following) in page
    assert found.timeline.teller.reason(following) in page
    assert "Overdue" not in page


def test_what_is_overdue_stands_above(draft):
    """The documentation was due in January 2025, and nobody has handed it over."""
    signed(draft, date(2024, 9, 2))
    page = html(draft)
    section = page[page.index('id="cv-ahead"') : page.index('id="cv-timeline"')]
    assert "Overdue" in section
    assert "Fournir la documentation des processus du portail citoyen" in section


def test_an_end_that_nobody_has_recorded_is_overdue(draft):
    given(draft, duration_unit="months", duration_count=1, commitments=[])
    signed(draft, date(2024, 9, 2))
    found, _page = view(draft)
    assert [line.what for line in found.timeline.overdue] == ["Ends"]
    take(
        draft,
        "terminate",
        today(),
        facts={"termination_date": date(2024, 10, 1), "termination_reason": "x"},
    )
    found, page = view(draft)
    assert found.timeline.overdue == []
    assert "Nothing more is to be done." in page


def test_picture_and_table_say_the_same(renewed):
    found, page = view(renewed)
    drawn = {entry.day for entry in found.timeline.drawing.story.entries}
    assert drawn <= {fact.day for fact in found.timeline.facts}
    assert {fact.day for fact in found.timeline.facts if fact.what in ("starts", "ends")} <= drawn
    assert page.count('role="img"') == 2
    for line in found.timeline.lines:
        assert f'datetime="{line.iso}"' in page
        assert line.reason.replace('"', "&quot;") in page.replace("&#34;", "&quot;")


def test_of_many_dates_the_picture_shows_the_nearest(draft, town):
    draft.commitments = [
        {
            "partner": town.UID(),
            "description": f"No. {n}",
            "due": date(2030, 1, 1) + timedelta(days=n),
        }
        for n in range(40)
    ]
    signed(draft, date(2024, 9, 2))
    found, page = view(draft)
    assert len(found.timeline.drawing.story.entries) <= 12
    assert len(found.timeline.lines) > 40
    assert "in all" in page


def test_equal_labels_of_one_day_are_one(draft):
    draft.contacts_days = 15
    draft.contacts = []
    draft.commitments = []
    signed(draft, today())
    entries = view(draft)[0].timeline.drawing.story.entries
    assert [entry.lines[1] for entry in entries if entry.duty] == [
        "Contact persons to be named × 2"
    ]


def test_a_draft_and_an_empty_one(draft):
    given(draft, start_rule="fixed_date", start_date=date(2090, 1, 1), duration_unit="years")
    draft.duration_count = 1
    found, page = view(draft)
    assert "Nothing is agreed yet" in page
    assert [spell.look for spell in found.timeline.drawing.story.spells] == ["supposed"]
    given(draft, start_rule="last_signature", commitments=[], college_date=None, council_date=None)
    page = html(draft)
    assert "No date follows from what has been entered so far." in page
    assert 'role="img"' not in page


def test_a_suspension_is_drawn(draft):
    given(draft, resolutory_condition="Annulment.", supervision_outcome="suspended")
    given(draft, supervision_date=date(2024, 10, 1), supervision_lifted=date(2024, 12, 1))
    draft.supervision_outcome = None
    signed(draft, date(2024, 9, 2))
    draft.supervision_outcome = "suspended"
    found, page = view(draft)
    assert [spell.look for spell in found.timeline.drawing.story.spells] == ["sure", "paused"]
    assert "Suspended" in page


@pytest.mark.parametrize(
    ("user", "what_if", "set_date", "termination"),
    [
        ("secretary", True, True, True),
        ("signer", True, True, True),
        ("reader", True, False, False),
        ("accountant", True, False, False),
    ],
)
def test_links_are_offered_to_who_may_follow_them(renewed, user, what_if, set_date, termination):
    page = html(renewed, user=user)
    assert ("@@what-if" in page) == what_if
    assert ("@@set-date?key=ends" in page) == set_date
    assert ("@@termination" in page) == termination
    assert "@@calendar.ics" in page


def test_only_computed_dates_to_come_are_set_by_hand(renewed):
    found, _page = view(renewed, user="secretary")
    keys = {line.key for line in found.timeline.lines if line.url}
    assert {"ends", "notice_by-1", "renews-1"} <= keys
    assert not {"starts", "council_decided", "signed-0"} & keys


def test_a_date_set_by_hand_bears_its_mark(renewed):
    row = {"key": "ends", "day": date(2031, 5, 31), "reason": "Settled.", "author": "N. Verhaegen"}
    renewed.overrides = [row]
    found, page = view(renewed, user="reader")
    (end,) = [line for line in found.timeline.lines if line.key == "ends"]
    assert end.decided
    assert end.day.replace("\u00a0", " ") == "31 May 2031"
    assert "N. Verhaegen has set it in the place of" in page
    assert "“Settled.”" in page


def test_a_decision_without_effect_is_told_as_such(renewed):
    row = {"key": "cure_until-7", "day": date(2031, 5, 31), "reason": "Old.", "author": "N. V."}
    renewed.overrides = [row]
    assert "It has no effect." in html(renewed)


def test_the_rules_of_the_term(draft, town):
    given(
        draft,
        duration_unit="until_event",
        end_event="The programme ends",
        event_date=date(2026, 6, 30),
        notice_count=3,
        notice_scope="any_time",
        notice_by=town.UID(),
        breach_count=8,
        breach_unit="days",
        breach_basis="presentation",
        contacts_days=15,
        delays_move=False,
        clauses=[{"topic": "breach", "clause": "art. 5"}],
        renewals_agreed=[{"agreed": date(2026, 3, 1), "decision": "2026/12", "note": None}],
    )
    term = {
        label: text.replace("\u00a0", " ") for label, text in view(draft)[0].fact_sections["term"]
    }
    assert term["Duration"].endswith("(happened on 30 June 2026)")
    assert term["Notice"].endswith(
        "Ends the convention at any time. Reserved to Ville de Bruxelles."
    )
    assert term["Breach"].startswith("8 days to make it good, after a formal notice; counted from:")
    assert term["Contact persons"] == "Named by each party within 15 days of the entry into force."
    assert term["Delays"] == "A delay that ends on a day off does not move to the next working day."
    assert term["Clauses"] == "Breach: art. 5"
    assert term["Renewals agreed on"] == "1 March 2026: 2026/12"
    draft.delays_move = True
    assert "Delays" not in dict(view(draft)[0].fact_sections["term"])


def test_the_supervision_in_full(draft):
    given(draft, supervision_regime="supervision_brussels", supervision_prolonged_days=15)
    draft.supervision_lifted = date(2026, 5, 4)
    said = {fact.label: fact.text for fact in view(draft)[0].fact_sections["supervision"]}
    assert said["Rules of the supervision"] == "Brussels-Capital Region"
    assert said["Prolonged by the authority (days)"] == "15"
    assert said["Suspension lifted on"].replace("\u00a0", " ") == "4 May 2026"


def test_a_letter_leads_to_its_file_for_who_may_see_it(draft, town):
    signed(draft)
    paper = annex(draft, "Mise en demeure", publication="secretariat")
    row = {"kind": "formal_notice", "partner": town.UID(), "sent": date(2026, 1, 5)}
    draft.notices = [{**row, "presented": date(2026, 1, 7), "annex": paper.UID()}]

    def letters(user):
        page = html(draft, user=user)
        return page[page.index('id="cv-notices"') :].split("</section>")[0]

    assert "7 January 2026" in letters("secretary")
    assert paper.absolute_url() in letters("secretary")
    assert paper.absolute_url() not in letters("reader")


def test_reminders_are_for_insiders(draft, contact):
    row = {"what": "ends", "days_before": "60, 30", "repeat_days": 7, "recipients": "responsible"}
    draft.reminders = [row]
    signed(draft)
    page = html(draft, user="reader")
    assert "Responsible members; days before: 60, 30; then every 7 day(s) until it is done" in page
    assert 'id="cv-reminders"' not in html(draft, user=contact)
