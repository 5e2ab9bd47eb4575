"""@decree, @deliberation and @exchange: from the draft to the decision that comes back."""

from collective.conventions.clock import today
from datetime import timedelta
from factories import make_annex
from io import BytesIO
from plone import api
from zipfile import ZipFile
import json
import pytest
import transaction


def ago(days):
    return (today() - timedelta(days=days)).isoformat()


@pytest.fixture
def url(space, secretary):
    """A convention that waits for the Council."""
    values = {**space.complete(council_sitting=ago(2)), "council_date": None}
    values["council_number"] = None
    answer = secretary.post("conventions", values)
    assert answer.status_code == 201, answer.text
    return answer.json()["@id"]


@pytest.fixture
def drafted(url, secretary):
    answer = secretary.post(f"{url}/@decree", {"language": "fr"})
    assert answer.status_code == 200, answer.text
    return url


def codes(answer):
    return [(one["code"], one["field"]) for one in answer.json()["errors"]]


def test_a_decree_is_drafted_read_and_changed(drafted, secretary):
    told = secretary.get(f"{drafted}/@decree").json()
    assert told["adopted"] is False
    assert told["may_change"] is True
    (version,) = told["items"]
    assert version["language"] == {"token": "fr", "title": "French"}
    assert set(version["parts"]) == {
        "subject",
        "legal_basis",
        "considerations",
        "proposal",
        "operative",
        "annexes",
    }
    sent = {"language": "fr", "parts": {"subject": "<p onclick='x'>Objet</p>", "proposal": None}}
    changed = secretary.patch(f"{drafted}/@decree", sent)
    assert changed.status_code == 200, changed.text
    parts = changed.json()["items"][0]["parts"]
    assert parts["subject"] == "<p>Objet</p>"
    assert "proposal" not in parts
    assert parts["operative"] == version["parts"]["operative"]


@pytest.mark.parametrize(
    ("method", "sent", "found"),
    [
        ("POST", {}, ("required", "language")),
        ("POST", {"language": "en"}, ("unknown_choice", "language")),
        ("POST", {"language": "fr", "more": 1}, ("unknown_field", "more")),
        ("PATCH", {"language": "fr"}, ("wrong_type", "parts")),
        ("PATCH", {"language": "fr", "parts": {"preface": "x"}}, ("unknown_field", "preface")),
        ("PATCH", {"language": "fr", "parts": {"subject": 7}}, ("wrong_type", "subject")),
    ],
)
def test_what_is_wrong_is_named(drafted, secretary, method, sent, found):
    answer = secretary(method, f"{drafted}/@decree", json=sent)
    assert (answer.status_code, codes(answer)) == (400, [found])


@pytest.mark.parametrize(
    ("ending", "begins"), [("html", b"<!DOCTYPE"), ("pdf", b"%PDF-"), ("docx", b"PK")]
)
def test_the_decree_as_a_file(drafted, reader, ending, begins):
    address = reader.get(f"{drafted}/@decree").json()["files"][ending]
    answer = reader.get(address)
    assert answer.status_code == 200
    assert answer.content.startswith(begins)
    again = reader.get(address, headers={"If-None-Match": answer.headers["ETag"]})
    assert again.status_code == 304


def test_nothing_can_be_downloaded_before_it_is_drafted(url, reader):
    assert reader.get(f"{url}/@decree").json()["files"] == {}
    assert reader.get(f"{url}/@decree/pdf").status_code == 404
    assert reader.get(f"{url}/@exchange").status_code == 404


def test_who_may_not_decide_may_not_write_the_decree(drafted, author, reader):
    for client in (author, reader):
        assert client.post(f"{drafted}/@decree", {"language": "nl"}).status_code == 403
        assert client.post(f"{drafted}/@deliberation", refused()).status_code == 403


def refused(**values):
    return {"body": "council", "sitting": ago(2), "outcome": "refused", **values}


def test_deliberations_are_recorded_once_and_the_adoption_approves(drafted, secretary):
    first = secretary.post(f"{drafted}/@deliberation", refused(sitting=ago(5), remark="Unclear"))
    assert first.status_code == 201, first.text
    again = secretary.post(f"{drafted}/@deliberation", refused(sitting=ago(5)))
    assert again.status_code == 200
    adopted = {"body": "council", "sitting": ago(2), "outcome": "adopted", "number": "17"}
    done = secretary.post(f"{drafted}/@deliberation", adopted)
    assert done.status_code == 201, done.text
    assert done.json()["state"]["id"] == "council_approved"
    items = secretary.get(f"{drafted}/@deliberation").json()["items"]
    assert [(one["outcome"]["token"], one["standing"]) for one in items] == [
        ("refused", False),
        ("adopted", True),
    ]
    assert secretary.post(f"{drafted}/@deliberation", adopted).status_code == 200
    read = secretary.get(drafted).json()
    assert (read["council_date"], read["council_number"]) == (ago(2), "17")
    assert secretary.post(f"{drafted}/@decree", {"language": "fr"}).status_code == 409


def test_what_the_step_lacks_is_told_and_nothing_is_recorded(space, drafted, secretary):
    before = space.record(drafted)
    answer = secretary.post(
        f"{drafted}/@deliberation", {**refused(), "outcome": "adopted", "number": ""}
    )
    assert answer.status_code == 422
    assert ("required", "council_number") in codes(answer)
    assert space.record(drafted) == before


def test_the_package_goes_out_and_the_decision_comes_back(space, drafted, secretary):
    transaction.begin()
    with api.env.adopt_roles(["Manager"]):
        uid = secretary.get(drafted).json()["UID"]
        make_annex(api.content.get(UID=uid), "Risks", "secretariat", data=b"Hidden words")
    transaction.commit()
    answer = secretary.get(f"{drafted}/@exchange")
    assert answer.headers["Content-Type"] == "application/zip"
    with ZipFile(BytesIO(answer.content)) as archive:
        folder = json.loads(archive.read("convention.json"))
        assert not any(b"Hidden words" in archive.read(name) for name in archive.namelist())
    decision = {
        "format": "collective.conventions/decision",
        "version": 1,
        "id": folder["id"],
        "fingerprint": folder["fingerprint"],
        "body": "council",
        "sitting": ago(2),
        "outcome": "adopted",
        "number": "17",
    }
    other = {**decision, "fingerprint": "0" * 64}
    assert secretary.post(f"{drafted}/@exchange", other).status_code == 409
    done = secretary.post(f"{drafted}/@exchange", decision)
    assert done.status_code == 201, done.text
    assert done.json()["state"]["id"] == "council_approved"
    assert secretary.post(f"{drafted}/@exchange", decision).status_code == 200
    bad = secretary.post(f"{drafted}/@exchange", {**decision, "vote": 1, "outcome": "kept"})
    assert bad.status_code == 400
    assert set(codes(bad)) == {("unknown_member", "vote"), ("unknown_choice", "outcome")}


@pytest.mark.parametrize("service", ["@decree", "@deliberation", "@exchange"])
def test_who_does_not_see_the_draft_sees_nothing_of_it(space, drafted, signer, service):
    for client in (signer, space.client()):
        assert client.get(f"{drafted}/{service}").status_code in (401, 403, 404)
