"""The dates of a convention through REST, as the document describes them."""

from plone import api
from services.test_openapi import validate
import pytest
import transaction


SCHEMA = {"$ref": "#/components/schemas/Timeline"}
C13 = {
    "start_rule": "next_month",
    "duration_unit": "years",
    "duration_count": 1,
    "renewal": "tacit",
    "renewal_months": 12,
    "renewal_cap_months": 48,
    "notice_count": 1,
    "notice_unit": "months",
    "notice_basis": "sending",
    "clauses": [{"topic": "renewal", "clause": "art. 8"}],
}


@pytest.fixture
def agreement(space, author, secretary, signer):
    """A convention that was signed on 12 March 2026 and is renewed by itself."""
    url = space.created(**{**space.complete(), **C13, "council_date": "2026-02-23"})
    assert secretary.post(f"{url}/@workflow/approve", {}).status_code == 200
    rows = [
        {"partner": uid, "name": "A. Person", "capacity": "Mayor", "date_signed": "2026-03-12"}
        for uid in (space.city, space.region)
    ]
    assert signer.patch(url, {"signatories": rows}).status_code == 204
    assert signer.post(f"{url}/@workflow/sign", {}).status_code == 200
    return url


def read(client, url, **asked):
    answer = client.get(f"{url}/@timeline", params=asked)
    assert answer.status_code == 200, answer.text
    validate(SCHEMA, answer.json())
    return answer.json()


def facts(timeline):
    return {fact["key"]: fact for fact in timeline}


def test_the_dates_with_their_reasons(agreement, author, space):
    found = read(author, agreement, today="2026-06-01")
    assert found["@id"] == f"{agreement}/@timeline?today=2026-06-01"
    told = facts(found["facts"])
    assert [fact["day"] for fact in found["facts"]] == sorted(f["day"] for f in found["facts"])
    assert told["starts"]["day"] == "2026-04-01"
    assert told["starts"]["past"] is True
    assert told["ends"]["day"] == "2030-03-31"
    assert told["ends"]["clause"] == "art. 8"
    assert told["ends"]["params"] == {"months": 48, "start": "2026-04-01"}
    assert "art. 8" in told["ends"]["reason"]
    assert told["notice_by-1"] == found["next"]
    assert found["next"]["day"] == "2027-02-28"
    assert found["next"]["actor"] == {"token": "parties", "title": "the parties"}
    assert told["signed-0"]["actor"] == {"token": space.city, "title": "City"}
    assert told["renews-1"]["certainty"] == "conditional"


def test_the_day_moves_the_present_and_no_date(agreement, author):
    early = facts(read(author, agreement, today="2026-06-01")["facts"])
    late = facts(read(author, agreement, today="2028-06-01")["facts"])
    assert {key: fact["day"] for key, fact in early.items()} == {
        key: fact["day"] for key, fact in late.items()
    }
    assert (early["renews-2"]["certainty"], late["renews-2"]["certainty"]) == (
        "conditional",
        "certain",
    )


def test_what_if_notice_were_given(agreement, author, space):
    asked = {"today": "2026-06-01", "what_if": "notice", "day": "2027-02-01", "party": space.city}
    found = read(author, agreement, **asked)
    comparison = found["comparison"]
    assert facts(found["facts"])["ends"]["day"] == "2030-03-31"
    assert facts(comparison["after"])["ends"]["day"] == "2027-03-31"
    assert set(facts(comparison["new"])) == {"letter-0", "ends"}
    assert {"ends", "renews-1"} <= set(facts(comparison["gone"]))
    assert "letter-0" not in facts(read(author, agreement)["facts"])


@pytest.mark.parametrize(
    ("asked", "fields"),
    [
        ({"today": "tomorrow"}, ["today"]),
        ({"today": "1850-01-01"}, ["today"]),
        ({"what_if": "notice"}, ["day"]),
        ({"day": "2027-01-01"}, ["what_if"]),
        ({"what_if": "sign", "day": "2027-01-01"}, ["what_if"]),
        ({"what_if": "notice", "day": "2300-01-01"}, ["day"]),
        ({"what_if": "notice", "day": "2027-01-01", "party": "nobody"}, ["party"]),
        (
            {"today": "20270101", "what_if": "explode", "day": "31/12/2027", "party": "nobody"},
            ["today", "what_if", "day", "party"],
        ),
    ],
)
def test_whatever_is_wrong_with_the_question_is_named_at_once(agreement, author, asked, fields):
    answer = author.get(f"{agreement}/@timeline", params=asked)
    assert answer.status_code == 400
    assert [error["field"] for error in answer.json()["errors"]] == fields
    assert all(error["message"] for error in answer.json()["errors"])


def test_a_decision_by_hand_is_told_with_the_computed_day(agreement, secretary):
    row = {"key": "ends", "day": "2028-12-31", "reason": "Settled.", "author": "A. Person"}
    assert secretary.patch(agreement, {"overrides": [row]}).status_code == 204
    found = facts(read(secretary, agreement, today="2026-06-01")["facts"])["ends"]
    assert found["day"] == "2028-12-31"
    assert found["override"] == {
        "day": "2028-12-31",
        "reason": "Settled.",
        "author": "A. Person",
        "computed": "2030-03-31",
    }


def test_the_sentences_are_in_the_language_of_the_reader(agreement, author):
    with api.env.adopt_roles(["Manager"]):
        api.portal.set_registry_record("plone.available_languages", ["en", "fr"])
        api.portal.set_registry_record("plone.default_language", "fr")
    transaction.commit()
    days = facts(read(author, agreement, today="2026-06-01")["facts"])
    assert "1er\u00a0avril\u00a02026" in days["ends"]["reason"]


def test_who_may_not_see_the_convention_sees_no_date(agreement, space):
    assert space.client().get(f"{agreement}/@timeline").status_code == 401
