"""Amendments through REST: added, changed, taken through their steps, and what holds on a day."""

from collective.conventions.clock import today
from collective.conventions.terms.dates import plus
from datetime import date
from datetime import timedelta
import pytest


TODAY = today()
SOON = (TODAY + timedelta(days=10)).isoformat()
END, LATER = plus(TODAY, months=12).isoformat(), plus(TODAY, months=24).isoformat()


@pytest.fixture
def signed(space, secretary, signer):
    """The address of a convention that is signed and ends in a year."""
    texts = [{"part": "article", "number": "1", "title": "Object", "body": "<p>Two years.</p>"}]
    term = {"duration_unit": "until_date", "end_date": END, "text": texts}
    url = space.created(**space.complete(**term))
    assert secretary.post(f"{url}/@workflow/approve").ok
    rows = signer.get(url).json()["signatories"]
    rows = [{**row, "date_signed": "2024-07-01"} for row in rows]
    assert signer.patch(url, {"signatories": rows}).ok
    assert signer.post(f"{url}/@workflow/sign").ok
    return url


def amendment(space, **values):
    """What an amendment needs to be approved."""
    complete = space.complete()
    names = ("subject_matter", "council_date", "council_number", "signatories")
    changes = [{"field": "end_date", "value": LATER}]
    return {
        "@type": "Amendment",
        "title": "First amendment",
        "first_day": SOON,
        "changes": changes,
        **{name: complete[name] for name in names},
        **values,
    }


def faults(answer):
    found = answer.json()["errors"]
    return {(one["field"], one.get("row"), one.get("column")) for one in found}


def test_the_life_of_an_amendment(space, secretary, signer, signed):
    made = secretary.post(signed, amendment(space))
    assert made.status_code == 201, made.text
    url, told = made.json()["@id"], made.json()
    assert (told["amendment_number"], told["review_state"]) == (1, "draft")
    assert told["computed"] == {"effective": SOON, "signed": None}
    (approve,) = secretary.get(f"{url}/@workflow").json()["transitions"]
    assert (approve["id"], approve["missing"]) == ("approve", [])
    assert secretary.post(f"{url}/@workflow/approve").ok
    rows = [{**row, "date_signed": TODAY.isoformat()} for row in told["signatories"]]
    assert signer.patch(url, {"signatories": rows}).status_code == 204
    assert signer.post(f"{url}/@workflow/sign").ok
    assert secretary.patch(url, {"changes": []}).status_code == 409
    assert secretary.post(f"{url}/@workflow/terminate").status_code == 404
    told = secretary.get(signed).json()
    assert (told["end_date"], told["computed"]["in_force"]["end"]) == (END, LATER)
    holds = state(secretary, signed, SOON)
    assert holds["amendments"] == [
        {
            "@id": url,
            "title": "First amendment",
            "number": 1,
            "effective": SOON,
            "signed": TODAY.isoformat(),
            "holds": True,
        }
    ]
    assert field(holds, "end_date") == (LATER, {"number": 1, "effective": SOON})
    before = state(secretary, signed, TODAY.isoformat())
    assert field(before, "end_date") == (END, None)
    assert [one["holds"] for one in before["amendments"]] == [False]


def test_who_joins_has_contacts_and_can_be_supposed_to_write(space, secretary, signer, signed):
    new = {"@type": "Partner", "title": "Newcomer", "entity_kind": "company"}
    other = secretary.post("partners", new).json()["UID"]
    parties = [{"action": "add", "partner": other, "role": "partner"}]
    contact = {"contacts": [{"partner": other, "name": "A. Person", "role": "Clerk"}]}
    assert faults(secretary.patch(signed, contact)) == {("contacts", 0, "partner")}
    made = amendment(space, first_day=TODAY.isoformat(), party_changes=parties)
    made["signatories"] += [{**made["signatories"][0], "partner": other}]
    answer = secretary.post(signed, made)
    assert answer.status_code == 201, answer.text
    url = answer.json()["@id"]
    assert secretary.post(f"{url}/@workflow/approve").ok
    rows = [{**row, "date_signed": TODAY.isoformat()} for row in answer.json()["signatories"]]
    assert signer.patch(url, {"signatories": rows}).status_code == 204
    assert signer.post(f"{url}/@workflow/sign").ok
    assert secretary.patch(signed, contact).status_code == 204
    letter = secretary.get(f"{signed}/@letter").json()
    assert "Newcomer" in [one["title"] for one in letter["parties"]]


def state(client, url, at):
    answer = client.get(f"{url}/@state", params={"at": at})
    assert answer.status_code == 200, answer.text
    assert answer.json()["at"] == at
    return answer.json()


def field(holds, name):
    (found,) = [one for one in holds["fields"] if one["name"] == name]
    return found["value"], found["origin"]


def test_what_cannot_be_changed_so_is_told_place_by_place(space, secretary, signed):
    changes = [
        {"field": "end_date", "value": "tomorrow"},
        {"field": "notice_count", "value": "0"},
        {"field": "renewal", "value": "perhaps"},
    ]
    prices = [{"action": "add", "description": "Access"}]
    answer = secretary.post(signed, amendment(space, changes=changes, price_changes=prices))
    assert answer.status_code == 400
    assert faults(answer) >= {
        ("changes", 0, "value"),
        ("changes", 1, "value"),
        ("changes", 2, "value"),
        ("price_changes", 0, "basis"),
        ("price_changes", 0, "amount"),
    }
    unknown = [{"field": "title", "value": "Other"}]
    answer = secretary.post(signed, amendment(space, changes=unknown))
    assert (answer.status_code, faults(answer)) == (400, {("changes", 0, "field")})


def test_articles_change_one_by_one(space, secretary, signer, signed):
    articles = [
        {"action": "replace", "row": "1", "part": "article", "number": "1", "body": "<p>More.</p>"},
        {"action": "add", "row": "1", "part": "article", "number": "1bis", "body": "<p>New.</p>"},
    ]
    answer = secretary.post(signed, amendment(space, changes=[], text_changes=articles))
    assert answer.status_code == 201, answer.text
    url = answer.json()["@id"]
    assert secretary.post(f"{url}/@workflow/approve").ok
    rows = [{**row, "date_signed": TODAY.isoformat()} for row in answer.json()["signatories"]]
    assert signer.patch(url, {"signatories": rows}).ok
    assert signer.post(f"{url}/@workflow/sign").ok
    text = state(secretary, signed, SOON)["tables"]["text"]
    told = [(row["name"], row["values"]["number"], row["origin"]["number"]) for row in text]
    assert told == [("1", "1", 1), ("1.1", "1bis", 1)]
    (original,) = state(secretary, signed, TODAY.isoformat())["tables"]["text"]
    assert original["values"]["body"] == "<p>Two years.</p>"


def test_a_step_tells_all_that_is_missing(space, secretary, signed):
    decided = date.fromisoformat(space.complete()["council_date"])
    before = (decided - timedelta(days=1)).isoformat()
    backdated = amendment(space, first_day=before, council_number=None)
    url = secretary.post(signed, backdated).json()["@id"]
    answer = secretary.post(f"{url}/@workflow/approve")
    assert answer.status_code == 422
    assert {("first_day", None, None), ("council_number", None, None)} <= faults(answer)


def test_who_may_add_one(space, signed):
    for role, status in (("reader", 403), ("finance", 403), ("signer", 403), ("author", 201)):
        plain = amendment(space, council_date=None, council_number=None)
        answer = space.client(role).post(signed, plain)
        assert answer.status_code == status, (role, answer.text)
    decided = space.client("author").post(signed, amendment(space))
    assert decided.status_code == 403


def test_a_draft_cannot_be_amended(space, secretary):
    url = space.created()
    assert secretary.post(url, amendment(space)).status_code in (403, 409)


def test_a_day_that_is_none_is_refused(secretary, signed):
    for text in ("tomorrow", "2026-02-30", "0001-01-01"):
        answer = secretary.get(f"{signed}/@state", params={"at": text})
        assert (answer.status_code, faults(answer)) == (400, {("at", None, None)})


def test_annexes_lie_in_an_amendment_too(space, secretary, signed):
    url = secretary.post(signed, amendment(space)).json()["@id"]
    file = {"data": "dGV4dA==", "filename": "a.txt", "content-type": "text/plain"}
    answer = secretary.post(url, {"@type": "Annex", "title": "Plan", "file": file})
    assert answer.status_code == 201, answer.text
    assert secretary.get(url).json()["items_total"] == 1
