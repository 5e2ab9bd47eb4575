"""@notices: letters are recorded, completed and told with what follows from them."""

from base64 import b64encode
from collective.conventions.clock import today
from datetime import timedelta
from factories import make_annex
from factories import make_convention
from plone import api
import pytest
import transaction


def ago(days):
    return (today() - timedelta(days=days)).isoformat()


FILE = {
    "data": b64encode(b"%PDF the letter").decode(),
    "encoding": "base64",
    "filename": "letter.pdf",
    "content-type": "application/pdf",
}


@pytest.fixture
def signed(space):
    """A signed convention that gives notice and a time to make a breach good."""
    with api.env.adopt_roles(["Manager"]):
        partners = [api.content.get(UID=uid) for uid in (space.city, space.region)]
        made = make_convention(
            space.portal,
            partners,
            "signed",
            notice_count=3,
            breach_count=8,
            breach_basis="presentation",
            clauses=[{"topic": "notice", "clause": "art. 8"}],
        )
    transaction.commit()
    return made.absolute_url()


@pytest.fixture
def notice(space):
    return {"kind": "termination", "partner": space.city, "sent": ago(10), "means": "registered"}


def codes(answer):
    return [(e["code"], e["field"], e["row"], e["column"]) for e in answer.json()["errors"]]


def way(answer, code):
    return {one["route"]: one for one in answer.json()["routes"]}[code]


def test_before_any_letter(signed, secretary):
    answer = secretary.get(f"{signed}/@notices")
    assert answer.json()["items"] == []
    notice = way(answer, "notice")
    assert (notice["open"], notice["ready"], notice["supposed"]) == (True, False, True)
    assert "art. 8" in notice["effective"]["reason"]
    assert [(n["code"], n["met"]) for n in notice["needs"]] == [
        ("letter", False),
        ("day", False),
        ("proof", False),
    ]
    closed = way(answer, "non_renewal")
    assert (closed["open"], closed["needs"], closed["effective"]) == (False, [], None)
    assert closed["closed_because"] == "The convention is not renewed by itself."


def test_a_letter_with_its_file(space, signed, secretary, notice):
    answer = secretary.post(f"{signed}/@notices", {**notice, "note": "By post", "file": FILE})
    assert answer.status_code == 201, answer.text
    letter = answer.json()
    assert answer.headers["Location"] == letter["@id"] == f"{signed}/@notices/0"
    assert letter["kind"] == {"token": "termination", "title": "Termination with notice"}
    assert letter["partner"] == {"token": space.city, "title": "City"}
    assert (letter["standing"], letter["effective"]) == (True, ago(10))
    assert letter["end"]["rule"] == "end_after_notice"
    assert letter["end"]["reason"] in letter["follows"]
    download = secretary.get(letter["file"]["download"])
    assert download.content == b"%PDF the letter"
    told = secretary.get(f"{signed}/@notices")
    assert told.json()["items"] == [letter]
    assert way(told, "notice")["ready"] is True
    assert way(told, "notice")["effective"]["day"] == letter["end"]["day"]
    assert secretary.get(signed).json()["computed"]["in_force"]["end"] == letter["end"]["day"]


def test_the_same_letter_again(space, signed, secretary, notice):
    first = secretary.post(f"{signed}/@notices", {**notice, "file": FILE})
    before = space.record(signed)
    again = secretary.post(f"{signed}/@notices", {**notice, "file": FILE})
    assert (again.status_code, again.json()) == (200, first.json())
    other = secretary.post(f"{signed}/@notices", {**notice, "note": "Another"})
    assert other.status_code == 409
    assert space.record(signed) == before


def test_a_letter_is_completed(space, signed, secretary, notice):
    secretary.post(f"{signed}/@notices", {**notice, "kind": "formal_notice"})
    told = secretary.get(f"{signed}/@notices")
    waiting = {need["code"]: need for need in way(told, "breach")["needs"]}
    assert (waiting["day"]["field"], waiting["day"]["row"]) == ("notices", 0)
    answer = secretary.patch(f"{signed}/@notices/0", {"presented": ago(9), "file": FILE})
    assert answer.status_code == 200, answer.text
    letter = answer.json()
    assert (letter["presented"], letter["effective"]) == (ago(9), ago(9))
    assert letter["file"]["filename"] == "letter.pdf"
    assert letter["cure_until"]["day"] < letter["right_from"]["day"]
    before = space.record(signed)
    again = secretary.patch(f"{signed}/@notices/0", {"presented": ago(9), "file": FILE})
    assert (again.status_code, again.json()) == (200, letter)
    assert secretary.patch(f"{signed}/@notices/0", {"presented": ago(8)}).status_code == 409
    assert space.record(signed) == before


def test_a_withdrawn_letter_says_so(signed, secretary, notice):
    secretary.post(f"{signed}/@notices", notice)
    secretary.post(f"{signed}/@notices", {**notice, "kind": "withdrawal", "sent": ago(2)})
    first, second = secretary.get(f"{signed}/@notices").json()["items"]
    assert (first["standing"], first["effective"], first["end"]) == (False, None, None)
    assert first["follows"] == ["It was withdrawn."]
    assert second["follows"] == []


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"sent": "soon"}, ("not_a_date", "notices", 0, "sent")),
        ({"sent": None}, ("required", "notices", 0, "sent")),
        ({"kind": "love"}, ("unknown_choice", "notices", 0, "kind")),
        ({"annex": "x"}, ("unknown_field", "annex", None, None)),
        ({"file": {"data": "%"}}, ("not_base64", "file", None, None)),
        ({"file": "text"}, ("wrong_type", "file", None, None)),
    ],
)
def test_what_is_malformed(space, signed, secretary, notice, change, problem):
    before = space.record(signed)
    answer = secretary.post(f"{signed}/@notices", {**notice, **change})
    assert (answer.status_code, codes(answer)) == (400, [problem])
    assert space.record(signed) == before


def test_what_breaks_a_rule(space, signed, secretary, notice):
    before = space.record(signed)
    wrong = {**notice, "sent": ago(-9), "received": ago(3), "file": FILE}
    answer = secretary.post(f"{signed}/@notices", wrong)
    assert answer.status_code == 422
    assert codes(answer) == [
        ("received_before_sent", "notices", 0, "received"),
        ("in_future", "notices", 0, "sent"),
    ]
    assert space.record(signed) == before


def test_what_breaks_a_rule_when_it_is_completed(space, signed, secretary, notice):
    secretary.post(f"{signed}/@notices", notice)
    before = space.record(signed)
    for days, status in (({"received": ago(11)}, 422), ({"sent": ago(1)}, 400)):
        answer = secretary.patch(f"{signed}/@notices/0", {**days, "file": FILE})
        assert answer.status_code == status
    assert space.record(signed) == before


def test_letters_that_are_not_there(signed, secretary):
    for path in ("", "/0", "/-1", "/x", "/0/1", "/99999"):
        assert secretary.patch(f"{signed}/@notices{path}", {}).status_code == 404


def test_who_may_not(space, signed, secretary, notice):
    assert space.client().get(f"{signed}/@notices").status_code == 401
    assert space.client().post(f"{signed}/@notices", notice).status_code == 401
    for role in ("reader", "finance"):
        client = space.client(role)
        assert client.get(f"{signed}/@notices").status_code == 200
        assert client.post(f"{signed}/@notices", notice).status_code == 403
    secretary.post(f"{signed}/@notices", notice)
    refused = space.client("reader").patch(f"{signed}/@notices/0", {"received": ago(3)})
    assert refused.status_code == 403


def test_nothing_is_recorded_once_it_is_terminated(signed, secretary, notice):
    secretary.post(f"{signed}/@notices", notice)
    end = {"termination_date": ago(1), "termination_reason": "By agreement"}
    assert secretary.post(f"{signed}/@workflow/terminate", end).status_code == 200
    other = {**notice, "sent": ago(5)}
    answer = secretary.post(f"{signed}/@notices", other)
    assert (answer.status_code, codes(answer)) == (409, [("locked", "notices", None, None)])
    assert secretary.patch(f"{signed}/@notices/0", {"received": ago(3)}).status_code == 409
    assert len(secretary.get(f"{signed}/@notices").json()["items"]) == 1


def test_a_file_that_the_reader_may_not_see_is_not_told(space, signed, secretary, notice):
    secretary.post(f"{signed}/@notices", {**notice, "file": FILE})
    transaction.begin()
    with api.env.adopt_roles(["Manager"]):
        convention = space.portal["conventions"]["agreement"]
        closed = make_annex(convention, "Closed", "secretariat")
        (row,) = convention.notices
        convention.notices = [{**row, "annex": closed.UID()}]
    transaction.commit()
    assert secretary.get(f"{signed}/@notices").json()["items"][0]["file"]["title"] == "Closed"
    told = space.client("finance").get(f"{signed}/@notices")
    assert told.json()["items"][0]["file"] is None
    assert "Closed" not in told.text
