"""PATCH: what is changed, and what is refused without a trace."""

from concurrent.futures import ThreadPoolExecutor
from ZPublisher.HTTPRequest import HTTPRequest
import pytest


def codes(answer):
    return {(e["field"], e["code"]) for e in answer.json()["errors"]}


def test_what_was_read_can_be_sent_back(space, secretary):
    url = space.created(**{**space.complete(), "remarks": "One\nTwo", "declared_value": "10"})
    before = space.record(url)
    answer = secretary.patch(url, secretary.get(url).json())
    assert answer.status_code == 204, answer.text
    assert space.record(url) == before


def test_what_was_read_can_be_sent_back_in_every_state(space, secretary, signer):
    url = space.created(**space.complete())
    assert secretary.post(f"{url}/@workflow/approve", {}).status_code == 200
    read = signer.get(url).json()
    for row in read["signatories"]:
        row["date_signed"] = "2024-07-01"
    assert signer.patch(url, read).status_code == 204
    assert signer.post(f"{url}/@workflow/sign", {}).status_code == 200
    before = space.record(url)
    assert secretary.patch(url, secretary.get(url).json()).status_code == 204
    assert space.record(url) == before


def test_the_new_state_is_answered_when_asked_for(space, author):
    url = space.created()
    headers = {"Prefer": "return=representation"}
    answer = author.patch(url, {"remarks": "New"}, headers=headers)
    assert (answer.status_code, answer.json()["remarks"]) == (200, "New")


def test_nothing_empties_a_field(space, author):
    url = space.created(remarks="Old", declared_value=3, contacts=[], monetary=True)
    sent = {"remarks": None, "declared_value": None, "contacts": None, "monetary": None}
    assert author.patch(url, sent).status_code == 204
    read = author.get(url).json()
    assert {name: read[name] for name in sent} == {
        "remarks": None,
        "declared_value": None,
        "contacts": [],
        "monetary": False,
    }


@pytest.mark.parametrize("name", ["title", "kind"])
def test_what_is_required_cannot_be_emptied(space, author, name):
    url = space.created()
    for nothing in (None, "", "  " if name == "title" else ""):
        answer = author.patch(url, {name: nothing})
        assert answer.status_code == 400
        assert codes(answer) == {(name, "required")}


def test_one_wrong_value_leaves_the_right_ones_unwritten(space, author):
    url = space.created(remarks="Old")
    before = space.record(url)
    answer = author.patch(url, {"remarks": "New", "title": "New", "end_date": "tomorrow"})
    assert answer.status_code == 400
    assert space.record(url) == before


def test_a_broken_rule_leaves_everything_unwritten(space, author):
    url = space.created(remarks="Old")
    before = space.record(url)
    answer = author.patch(url, {"remarks": "New", "parties": [{"partner": space.city}] * 2})
    assert (answer.status_code, codes(answer)) == (400, {("parties", "duplicate")})
    assert space.record(url) == before


def test_the_state_forbids_before_the_values_are_judged(space, secretary):
    url = space.created(**space.complete())
    secretary.post(f"{url}/@workflow/approve", {})
    before = space.record(url)
    answer = secretary.patch(url, {"title": "Other", "remarks": "New"})
    assert (answer.status_code, codes(answer)) == (409, {("title", "locked")})
    assert space.record(url) == before


def test_what_others_may_change_only(space, author):
    url = space.created()
    before = space.record(url)
    answer = author.patch(url, {"council_number": "9", "remarks": "New"})
    assert (answer.status_code, codes(answer)) == (403, {("council_number", "forbidden")})
    assert space.record(url) == before


def test_an_object_that_somebody_edits(space, author, secretary):
    url = space.created()
    assert secretary.post(f"{url}/@lock", {}).status_code == 200
    answer = author.patch(url, {"remarks": "New"})
    assert (answer.status_code, answer.json()["errors"]) == (403, [])
    token = secretary.get(url).json()["lock"]["token"]
    held = secretary.patch(url, {"remarks": "New"}, headers={"Lock-Token": token})
    assert held.status_code == 204


@pytest.fixture
def patient(monkeypatch):
    """A server that tries again as often as ours do; that of the tests gives up at once."""
    monkeypatch.setattr(HTTPRequest, "retry_max_count", 6)


def test_many_at_once(space, patient):
    def post(number):
        client = space.client("author")
        return client.post("conventions", space.valid(title=f"Agreement {number}"))

    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(post, range(12)))
    assert [answer.status_code for answer in answers] == [201] * 12
    assert len({answer.json()["UID"] for answer in answers}) == 12


def test_changes_at_the_same_moment_are_both_kept(space, patient):
    """Each change is kept whole or refused whole; none overwrites another's field."""
    url = space.created()
    fields = ("remarks", "reference", "subject_matter", "dispute_settlement")

    def change(name):
        answers = [space.client("author").patch(url, {name: f"{name} {n}"}) for n in range(4)]
        return name, [answer.status_code for answer in answers]

    with ThreadPoolExecutor(4) as pool:
        outcomes = dict(pool.map(change, fields))
    read = space.client("author").get(url).json()
    for name in fields:
        assert outcomes[name] == [204] * 4
        assert read[name] == f"{name} 3"
    _read, length = space.record(url)
    assert length == 1 + 4 * len(fields)


def test_a_token_is_as_good_as_a_password(space):
    credentials = {"login": "author", "password": "Correct-horse-7"}
    token = space.client().post("@login", credentials).json()["token"]
    bearer = {"Authorization": f"Bearer {token}"}
    answer = space.client().post("conventions", space.valid(), headers=bearer)
    assert answer.status_code == 201
    url = answer.json()["@id"]
    assert space.client().patch(url, {"remarks": "New"}, headers=bearer).status_code == 204
    assert space.client().get(url, headers=bearer).json()["remarks"] == "New"


def test_deletion(space, author, manager):
    url = space.created(**{**space.complete()})
    refused = manager.delete(f"{space.url}/partners/city")
    assert refused.status_code == 409
    assert "Agreement" in refused.json()["message"]
    space.client("secretary").post(f"{url}/@workflow/approve", {})
    refused = author.delete(url)
    assert (refused.status_code, refused.json()["errors"]) == (409, [])
    draft = space.created(title="Draft", parties=[])
    assert author.delete(draft).status_code == 204
    assert author.get(draft).status_code == 404
