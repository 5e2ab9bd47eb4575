"""How a member hears of deadlines, through REST."""

from collective.conventions.deadlines.preferences import preferences_of
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
import pytest
import requests
import transaction


URL = "@my-deadlines"


def test_what_holds_before_anything_is_chosen(author):
    answer = author.get(URL)
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert answer.json() == {
        "@id": f"{author.root}/{URL}",
        "mails": "digest",
        "calendar": {"active": False, "created": None},
    }


def test_a_choice_is_kept_for_who_made_it(author, secretary):
    answer = author.patch(URL, {"mails": "none"})
    assert (answer.status_code, answer.content) == (204, b"")
    assert author.get(URL).json()["mails"] == "none"
    assert secretary.get(URL).json()["mails"] == "digest"
    assert author.patch(URL, {}).status_code == 204
    assert author.get(URL).json()["mails"] == "none"


@pytest.mark.parametrize(
    ("sent", "problems"),
    [
        ({"mails": "hourly"}, [("mails", "unknown_choice")]),
        ({"mails": None}, [("mails", "wrong_type")]),
        ({"mails": ["digest"]}, [("mails", "wrong_type")]),
        ({"mails": "\ud800"}, [("mails", "not_storable")]),
        ({"userid": "secretary"}, [("userid", "unknown_field")]),
        (
            {"calendar": {}, "mails": "no"},
            [("calendar", "unknown_field"), ("mails", "unknown_choice")],
        ),
    ],
)
def test_everything_wrong_is_named_and_nothing_changes(author, sent, problems):
    answer = author.patch(URL, sent)
    assert answer.status_code == 400
    assert [(one["field"], one["code"]) for one in answer.json()["errors"]] == problems
    transaction.begin()
    assert preferences_of("author").mails == "digest"


def test_an_address_is_told_once_renewed_and_revoked(author):
    answer = author.post(f"{URL}/calendar")
    assert answer.status_code == 201 and "no-store" in answer.headers["Cache-Control"]
    first = answer.json()["address"]
    assert requests.get(first).headers["Content-Type"].startswith("text/calendar")
    told = author.get(URL).json()["calendar"]
    assert told == {"active": True, "created": answer.json()["created"]}
    second = author.post(f"{URL}/calendar").json()["address"]
    assert [requests.get(one).status_code for one in (first, second)] == [404, 200]
    assert author.delete(f"{URL}/calendar").status_code == 204
    assert requests.get(second).status_code == 404
    assert author.get(URL).json()["calendar"] == {"active": False, "created": None}
    assert author.delete(f"{URL}/calendar").status_code == 204


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", URL),
        ("DELETE", URL),
        ("GET", f"{URL}/calendar"),
        ("PATCH", f"{URL}/calendar"),
        ("POST", f"{URL}/calendar/more"),
        ("POST", f"{URL}/other"),
    ],
)
def test_there_is_nothing_at_other_addresses(author, method, path):
    assert author(method, path, json={}).status_code == 404


@pytest.mark.parametrize(
    ("method", "path"),
    [("GET", URL), ("PATCH", URL), ("POST", f"{URL}/calendar"), ("DELETE", f"{URL}/calendar")],
)
def test_only_for_members_of_the_space(space, method, path):
    assert space.client()(method, path, json={}).status_code == 401
    admin = space.client()
    admin.session.auth = (SITE_OWNER_NAME, SITE_OWNER_PASSWORD)
    answer = admin(method, path, json={})
    assert answer.status_code == 403
    said = "Only a member of the space has reminders and a calendar here."
    assert answer.json()["message"] == said
