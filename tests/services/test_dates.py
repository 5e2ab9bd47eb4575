"""The rules and facts from which dates are computed, as clients write and read them."""

from base64 import b64encode
import pytest


RULES = {
    "duration_unit": "until_event",
    "end_event": "End of the works",
    "notice_count": 3,
    "notice_scope": "any_time",
    "breach_count": 8,
    "breach_unit": "days",
    "breach_basis": "presentation",
    "contacts_days": 15,
    "delays_move": False,
    "resolutory_condition": "An annulment ends it.",
    "clauses": [{"topic": "breach", "clause": "art. 5"}, {"topic": "contacts", "clause": "art. 7"}],
}
FACTS = {
    "event_date": "2026-06-30",
    "supervision_received": "2024-07-25",
    "supervision_regime": "supervision_brussels",
    "supervision_prolonged_days": 15,
    "supervision_outcome": "suspended",
    "supervision_date": "2024-08-26",
    "supervision_lifted": "2024-10-01",
    "renewals_agreed": [{"agreed": "2025-05-05", "decision": "12", "note": "For a year"}],
    "overrides": [
        {"key": "ends", "day": "2026-07-31", "reason": "Said by letter", "author": "A. Person"}
    ],
    "reminders": [
        {
            "what": "cure_until",
            "days_before": "30, 7",
            "repeat_days": 7,
            "recipients": "responsible",
        }
    ],
}


def faults(answer):
    """The places and codes of a refusal."""
    assert answer.status_code == 400, answer.text
    return {(e["field"], e["row"], e["column"], e["code"]) for e in answer.json()["errors"]}


def plain(read):
    """What was read, with tokens in the place of choices."""
    return {
        name: value["token"] if isinstance(value, dict) and "token" in value else value
        for name, value in read.items()
    }


def test_rules_and_facts_are_read_as_they_were_written(space, author):
    sent = {**RULES, **FACTS, "notice_by": space.city}
    url = space.created("author", **sent)
    read = plain(author.get(url).json())
    assert {name: read[name] for name in sent} == sent


@pytest.fixture
def letter(space, author):
    """A function that files a letter with a convention and returns its UID."""

    def letter(url):
        data = {"data": b64encode(b"Dear").decode(), "filename": "letter.txt"}
        answer = author.post(url, {"@type": "Annex", "title": "A letter", "file": data})
        assert answer.status_code == 201, answer.text
        return answer.json()

    return letter


def test_a_notice_names_a_letter_of_its_own_convention(space, author, letter):
    url, other = space.created(), space.created(title="Other")
    ours, theirs = letter(url), letter(other)
    notice = {
        "kind": "formal_notice",
        "partner": space.city,
        "sent": "2026-01-05",
        "presented": "2026-01-06",
    }
    wrong = author.patch(url, {"notices": [{**notice, "annex": theirs["UID"]}]})
    assert faults(wrong) == {("notices", 0, "annex", "unknown_choice")}
    sent = {"notices": [{**notice, "annex": ours["UID"]}]}
    assert author.patch(url, sent).status_code == 204
    (row,) = author.get(url).json()["notices"]
    assert (row["annex"], row["presented"]) == (ours["UID"], "2026-01-06")
    assert author.patch(url, author.get(url).json()).status_code == 204
    sent = space.valid(title="New", notices=[{**notice, "annex": ours["UID"]}])
    assert faults(author.post("conventions", sent)) == {("notices", 0, "annex", "unknown_choice")}


def test_a_letter_on_file_is_kept_as_long_as_a_notice_names_it(space, author, letter):
    url = space.created()
    filed = letter(url)
    notice = {"kind": "other", "partner": space.city, "sent": "2026-01-05", "annex": filed["UID"]}
    assert author.patch(url, {"notices": [notice]}).status_code == 204
    assert author.delete(filed["@id"]).status_code == 409
    assert author.patch(url, {"notices": []}).status_code == 204
    assert author.delete(filed["@id"]).status_code == 204


def test_a_draft_goes_with_its_letters(space, author, letter):
    url = space.created("author")
    notice = {"kind": "other", "partner": space.city, "sent": "2026-01-05"}
    sent = {"notices": [{**notice, "annex": letter(url)["UID"]}]}
    assert author.patch(url, sent).status_code == 204
    assert author.delete(url).status_code == 204


def test_choices_of_letters_are_those_of_one_convention(space, author, letter):
    url, other = space.created(), space.created(title="Other")
    ours = letter(url)
    letter(other)
    listed = author.get(f"{url}/@vocabularies/collective.conventions.Annexes").json()
    assert listed["items"] == [{"token": ours["UID"], "title": "A letter"}]
    everywhere = author.get("@vocabularies/collective.conventions.Annexes").json()
    assert everywhere["items"] == []
    types = author.get(f"{url}/@types/Convention").json()
    column = types["properties"]["notices"]["items"]["properties"]["annex"]
    assert column["vocabulary"]["@id"].endswith("/collective.conventions.Annexes")


YEAR = {"duration_unit": "years", "duration_count": 1}
TACIT = {"renewal": "tacit", "renewal_months": 12}
FIXED = {"start_rule": "fixed_date", "start_date": "2026-05-01"}

IMPOSSIBLE = {
    "end before start": (
        {**FIXED, "duration_unit": "until_date", "end_date": "2026-04-30"},
        {("end_date", "end_before_start")},
    ),
    "notice longer than the term": (
        {**YEAR, "notice_count": 13},
        {("notice_count", "notice_exceeds_term")},
    ),
    "cap below the term": (
        {**YEAR, **TACIT, "renewal_cap_months": 6},
        {("renewal_cap_months", "cap_below_term")},
    ),
    "unlimited with renewal": (TACIT, {("renewal", "renewal_of_unlimited")}),
    "dates out of range": (
        {"start_date": "1899-12-31", "event_date": "2201-01-01"},
        {("start_date", "date_out_of_range"), ("event_date", "date_out_of_range")},
    ),
    "a notice of who is no party": ({"notice_by": ""}, {("notice_by", "not_a_party")}),
    "all at once": (
        {**YEAR, **TACIT, "renewal_cap_months": 6, "notice_count": 13, "notice_by": ""},
        {
            ("renewal_cap_months", "cap_below_term"),
            ("notice_count", "notice_exceeds_term"),
            ("notice_by", "not_a_party"),
        },
    ),
}


@pytest.mark.parametrize("name", IMPOSSIBLE)
def test_impossible_rules_are_refused_when_they_are_written(space, author, name):
    sent, expected = IMPOSSIBLE[name]
    stranger = author.post(
        "partners", {"@type": "Partner", "title": "Other", "entity_kind": "company"}
    )
    if "notice_by" in sent:
        sent = {**sent, "notice_by": stranger.json()["UID"]}
    url = space.created("author")
    before = space.record(url)
    for answer in (author.post("conventions", space.valid(**sent)), author.patch(url, sent)):
        assert {(field, code) for field, _row, _col, code in faults(answer)} == expected
    assert space.record(url) == before


def test_rows_that_cannot_be_are_refused(space, author):
    sent = {
        "clauses": [
            {"topic": "start", "clause": "art. 1"},
            {"topic": "start", "clause": "art. 2"},
            {"topic": "weather", "clause": "art. 3"},
        ],
        "reminders": [{"what": "ends", "recipients": "responsible", "repeat_days": 0}],
        "renewals_agreed": [{"agreed": "1899-12-31"}, {"decision": "12"}],
    }
    assert faults(author.post("conventions", space.valid(**sent))) == {
        ("clauses", 2, "topic", "unknown_choice"),
        ("reminders", 0, "repeat_days", "too_small"),
        ("renewals_agreed", 0, "agreed", "date_out_of_range"),
        ("renewals_agreed", 1, "agreed", "required"),
    }
    sent = {
        "clauses": sent["clauses"][:2],
        "reminders": [{"what": "ends", "recipients": "responsible", "days_before": "soon"}],
    }
    assert faults(author.post("conventions", space.valid(**sent))) == {
        ("clauses", 1, "topic", "duplicate"),
        ("reminders", 0, "days_before", "days_malformed"),
    }
