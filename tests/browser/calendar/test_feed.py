"""A calendar program fetches a member's deadlines over HTTP, without logging in."""

from browsing import PASSWORD
from collective.conventions.deadlines.calendar import addresses
from collective.conventions.deadlines.calendar.member import url_of
from factories import make_convention
from factories import make_partner
from plone import api
from plone.app.testing import setRoles
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from plone.app.testing import TEST_USER_ID
import pytest
import requests
import transaction
import vobject


@pytest.fixture
def convention(functional):
    """Something of it is overdue, whatever day it is."""
    portal = functional["portal"]
    setRoles(portal, TEST_USER_ID, ["Manager"])
    partners = [make_partner(portal), make_partner(portal, "Centre", entity_kind="cpas")]
    made = make_convention(portal, partners, "signed", title="Orchard", contacts_days=15)
    transaction.commit()
    return made


@pytest.fixture
def address(convention, people):
    """The address of a reader's calendar."""
    made = url_of(addresses.make("reader"))
    transaction.commit()
    return made


def parsed(content):
    """What a library that did not write it reads."""
    return vobject.readOne(content.decode("utf-8"))


def test_it_answers_without_a_login(address):
    answer = requests.get(address)
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert int(answer.headers["Content-Length"]) == len(answer.content)
    assert "private" in answer.headers["Cache-Control"]
    assert "noindex" in answer.headers["X-Robots-Tag"]
    assert "Set-Cookie" not in answer.headers
    summaries = {event.summary.value for event in parsed(answer.content).vevent_list}
    assert summaries == {"Contact persons to be named – Orchard"}


def test_what_has_not_changed_is_not_sent_again(address, convention):
    etag = requests.get(address).headers["ETag"]
    for known in (etag, etag.removeprefix("W/"), f'"other", {etag}'):
        again = requests.get(address, headers={"If-None-Match": known})
        assert (again.status_code, again.content, again.headers["ETag"]) == (304, b"", etag)
    convention.contacts_days = 20
    convention.reindexObject()
    transaction.commit()
    changed = requests.get(address, headers={"If-None-Match": etag})
    assert changed.status_code == 200 and changed.headers["ETag"] != etag


def test_its_head_can_be_asked_for(address):
    head, whole = requests.head(address), requests.get(address)
    assert head.status_code == 200 and head.content == b""
    for name in ("Content-Type", "ETag", "Cache-Control", "X-Robots-Tag"):
        assert head.headers[name] == whole.headers[name]


def test_asking_writes_nothing(address, functional):
    before = functional["app"]._p_jar.db().lastTransaction()
    requests.get(address)
    assert functional["app"]._p_jar.db().lastTransaction() == before


def test_every_wrong_address_has_the_same_answer(address, functional):
    """One that was revoked, one of somebody who has gone, and one that never was."""
    revoked = url_of(addresses.make("author"))
    addresses.revoke("author")
    gone = url_of(addresses.make("signer"))
    functional["portal"].acl_users.source_users.removeUser("signer")
    transaction.commit()
    secret = address.split("/")[-2]
    wrong = [
        revoked,
        gone,
        address.replace(secret, "x" * len(secret)),
        address.replace(secret, secret[:-1]),
        address.replace(secret, "%C3%A9"),
        address.replace("deadlines.ics", ""),
        address.replace("deadlines.ics", "other.ics"),
        f"{address}/more",
        address.split("/@@calendar-feed")[0] + "/@@calendar-feed",
    ]
    kept = ("Content-Type", "Cache-Control", "X-Robots-Tag")
    answers = [requests.get(one) for one in wrong]
    said = {(a.status_code, a.content, *(a.headers[name] for name in kept)) for a in answers}
    assert {status for status, *_rest in said} == {404}
    assert len(said) == 1
    assert requests.get(address).status_code == 200


def test_who_is_logged_in_elsewhere_sees_the_same(address, functional):
    api.group.remove_user(groupname="convention_readers", username="reader")
    transaction.commit()
    answer = requests.get(address, auth=(SITE_OWNER_NAME, SITE_OWNER_PASSWORD))
    assert b"VEVENT" not in answer.content


def test_a_convention_can_be_downloaded(convention, people):
    url = f"{convention.absolute_url()}/@@calendar.ics"
    answer = requests.get(url, auth=("reader", PASSWORD))
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer.headers["Content-Disposition"] == "attachment; filename*=UTF-8''orchard.ics"
    assert "no-store" in answer.headers["Cache-Control"]
    uids = {event.uid.value for event in parsed(answer.content).vevent_list}
    assert f"starts@{convention.UID()}" in uids
    assert requests.get(url, allow_redirects=False).status_code in (302, 401)
