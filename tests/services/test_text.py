"""@text, @text-import, @text-proposals: a text read, sent, taken from a file, made data of."""

from base64 import b64encode
from factories import make_convention
from plone import api
import pytest
import transaction


DOCUMENT = """Accord de prêt

ENTRE

La City, représentée par Mme Anne Dupré, Bourgmestre, ci-après « la Ville »

ET

La Region, représentée par Monsieur Jean Petit, Directeur, ci-après « la Région »

Article 1 – Durée

La convention est conclue pour une durée de deux ans.

Fait à Neuville, en deux exemplaires.
"""
FILE = {
    "data": b64encode(DOCUMENT.encode()).decode(),
    "encoding": "base64",
    "filename": "accord.txt",
    "content-type": "text/plain",
}


@pytest.fixture
def draft(space):
    return _made(space, "draft")


@pytest.fixture
def signed(space):
    return _made(space, "signed")


def _made(space, state):
    with api.env.adopt_roles(["Manager"]):
        partners = [api.content.get(UID=uid) for uid in (space.city, space.region)]
        made = make_convention(space.portal, partners, state)
    transaction.commit()
    return made.absolute_url()


def by_field(answer):
    return {one["field"]: one for one in answer.json()["proposals"]}


def test_a_text_is_sent_and_read(draft, author):
    rows = [{"part": "article", "number": "1", "title": "Objet", "body": "<p>Un <b>prêt</b>.</p>"}]
    answer = author.patch(f"{draft}/@text", {"text": rows})
    assert answer.status_code == 200
    (part,) = author.get(f"{draft}/@text").json()["text"]
    assert part == {**rows[0], "body": "<p>Un <strong>prêt</strong>.</p>", "clause": ""}


def test_a_malformed_text_is_refused(draft, author):
    answer = author.patch(f"{draft}/@text", {"text": [{"part": "poem"}], "more": 1})
    assert answer.status_code == 400
    assert {one["field"] for one in answer.json()["errors"]} == {"text", "more"}


def test_a_file_is_read_without_being_written(draft, author):
    answer = author.post(f"{draft}/@text-import", {"file": FILE})
    assert answer.status_code == 200
    assert answer.json()["written"] is False
    assert [one["part"] for one in answer.json()["text"]] == [
        "heading",
        "parties",
        "article",
        "signatures",
    ]
    found = by_field(answer)["duration_count"]
    assert (found["value"], found["state"]) == (2, "open")
    passage = found["passage"]
    assert (passage["kind"], passage["number"], passage["quoted"]) == ("article", "1", "deux ans")
    assert author.get(f"{draft}/@text").json()["text"] == []


def test_a_file_is_written_and_its_data_accepted(draft, author, space):
    answer = author.post(f"{draft}/@text-import", {"file": FILE, "write": True})
    assert answer.json()["written"] is True
    assert answer.json()["partners"] == {"0": space.city, "1": space.region}
    found = by_field(author.get(f"{draft}/@text-proposals"))
    wanted = [found[name]["key"] for name in ("duration_unit", "duration_count")]
    turned_down = found["originals"]["key"]
    answer = author.post(
        f"{draft}/@text-proposals",
        {"accept": wanted, "reject": [turned_down], "partners": {"0": space.city}},
    )
    assert answer.status_code == 200
    after = by_field(answer)
    assert after["duration_count"]["state"] == "agrees"
    assert after["originals"]["state"] == "rejected"
    assert author.get(draft).json()["duration_count"] == 2


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        ({"accept": ["nothing"]}, 404),
        ({"accept": "nothing"}, 400),
        ({"partners": ["x"]}, 400),
        ({"other": []}, 400),
    ],
)
def test_decisions_that_cannot_be_understood(draft, author, sent, status):
    assert author.post(f"{draft}/@text-proposals", sent).status_code == status


def test_a_file_that_is_no_document_is_refused(draft, author):
    picture = {**FILE, "data": b64encode(b"\x89PNG\r\n\0\0").decode()}
    answer = author.post(f"{draft}/@text-import", {"file": picture})
    assert answer.status_code == 400
    assert "DOCX" in answer.json()["message"]


def test_a_signed_convention_keeps_its_text(signed, author):
    assert author.patch(f"{signed}/@text", {"text": []}).status_code == 409
    assert author.post(f"{signed}/@text-import", {"file": FILE}).status_code == 409
    assert author.get(f"{signed}/@text").status_code == 200


def test_a_reader_reads_and_changes_nothing(draft, reader):
    assert reader.get(f"{draft}/@text").status_code == 200
    assert reader.patch(f"{draft}/@text", {"text": []}).status_code == 403
    assert reader.post(f"{draft}/@text-import", {"file": FILE}).status_code == 403
    assert reader.get(f"{draft}/@text-proposals").status_code == 403
