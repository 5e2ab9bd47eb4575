"""The managers of a space are warned once at each mark; limits are read as people write them."""

from collective.conventions.interfaces import BadRequest
from collective.conventions.interfaces import Forbidden
from collective.conventions.journal.storage import find
from collective.conventions.space import alarm
from collective.conventions.space.cleaning import clean_scales
from collective.conventions.space.limit import read_limit
from collective.conventions.space.limit import set_limit
from collective.conventions.space.room import Room
from plone import api
from plone.uuid.interfaces import IUUID
from space.conftest import encoded
from space.conftest import octets
import pytest
import transaction


@pytest.fixture
def sender(place):
    """The space sends mails."""
    for name, value in (("smtp_host", "localhost"), ("email_from_address", "space@example.be")):
        api.portal.set_registry_record(f"plone.{name}", value)
    transaction.commit()


@pytest.fixture
def mailbox(sender, post):
    """The mails that the space sends."""
    return post.mails


def upload(place, size):
    answer = place.rest("POST", "files", {"@type": "File", "file": encoded(octets(size))})
    transaction.begin()
    return answer.status_code


def test_a_mail_at_each_mark_and_only_there(place, mailbox, post):
    place.leave(10_000)
    for size, mails in ((7999, 0), (1, 1), (1000, 1), (499, 1), (1, 2), (500, 2)):
        assert upload(place, size) == 201
        assert len(mailbox) == mails, size
    assert upload(place, 1) == 507
    assert len(mailbox) == 2
    assert ["80 %" in mail["subject"] for mail in mailbox] == [True, False]
    assert "95 %" in mailbox[1]["subject"]
    assert set(post.to) == {"manager@example.be"}
    assert f"{place.url}/@@storage" in post.text(0)


@pytest.mark.parametrize("size", [810, 960])
def test_a_mail_server_that_is_away_costs_no_upload(place, sender, caplog, size):
    place.portal.MailHost.smtp_port = 1
    place.leave(1000)
    assert upload(place, size) == 201
    assert "A mail could not be sent: ConnectionRefusedError" in caplog.text
    assert [action for action, _who in told(place)] == ["storage_warned"]


@pytest.mark.parametrize(
    ("size", "state"),
    [(790, ""), (810, "The space fills up."), (960, "The space is almost full.")],
)
def test_the_page_says_how_full_the_space_is(place, size, state):
    place.gauge.limit = 1_000_000
    transaction.commit()
    place.make(size=1000 * size - place.used)
    page = place.ask("GET", "@@storage", ("manager", place.member[1])).text
    said = [one for one in ("The space fills up.", "The space is almost full.") if one in page]
    assert said == [state] * bool(state)
    answer = place.rest("GET", "@storage", auth=("manager", place.member[1]))
    assert answer.json()["warning"] == {790: 0, 810: 80, 960: 95}[size]


def told(place):
    """What the journal of the space says of its storage."""
    journal = find(IUUID(place.portal))
    return [] if journal is None else [(one.action, one.actor) for one in journal]


def test_the_journal_of_the_space_tells_each_mark_once(place):
    place.leave(1000)
    for size in (700, 120, 10, 130):
        assert upload(place, size) == 201
    warned = [one for one in find(IUUID(place.portal)) if one.action == "storage_warned"]
    assert [one.subject for one in warned] == ["80", "95"]
    assert warned[0].after == {"used": place.used - 140, "limit": place.gauge.limit}
    assert {one.actor for one in warned} == {"officer"}


def test_a_write_that_is_refused_warns_nobody(place, mailbox):
    place.leave(1000)
    assert upload(place, 1001) == 507
    assert not mailbox
    assert not told(place)


def test_a_limit_that_comes_close_warns_at_once(place, mailbox):
    place.make(size=900)
    set_limit(place.portal, place.used * 10 // 9)
    transaction.commit()
    assert ["80 %" in mail["subject"] for mail in mailbox] == [True]
    me = "server/" + api.user.get_current().getId()
    assert told(place) == [("storage_limited", me), ("storage_warned", me)]
    set_limit(place.portal, place.gauge.limit)
    assert len(told(place)) == 2


def test_a_clean_up_is_in_the_journal(place):
    image = place.make("Image")
    place.ask("GET", f"files/{image.getId()}/@@images/image/mini")
    freed = clean_scales()
    assert freed
    last = list(find(IUUID(place.portal)))[-1]
    assert (last.action, last.after) == ("scales_dropped", {"freed": freed})


def test_who_falls_below_a_mark_is_warned_again(place, mailbox):
    place.leave(1000)
    assert upload(place, 800) == 201
    place.folder.manage_delObjects(list(place.folder.objectIds()))
    transaction.commit()
    assert upload(place, 850) == 201
    assert len(mailbox) == 2


def test_a_space_that_sends_no_mail_warns_in_the_log(place, caplog):
    place.leave(1000)
    assert upload(place, 900) == 201
    assert "80 % of the storage are used" in caplog.text


def test_the_letter_is_in_the_language_of_the_space(place):
    api.portal.set_registry_record("plone.available_languages", ["fr", "en"])
    api.portal.set_registry_record("plone.default_language", "fr")
    (letter,) = alarm.letters(80, Room(2_400_000_000, 3_000_000_000))
    assert (letter.email, letter.language) == ("manager@example.be", "fr")
    assert "80 % du stockage" in " ".join(letter.subject.split())
    assert "2,4" in letter.body


@pytest.mark.parametrize(
    ("raw", "limit"),
    [
        (3_000_000_000, 3_000_000_000),
        ("3000000000", 3_000_000_000),
        ("3 GB", 3_000_000_000),
        ("2,5gb", 2_500_000_000),
        ("2,5\u00a0Go", 2_500_000_000),
        ("1 500 Mo", 1_500_000_000),
        ("0", 0),
        ("10 MB", 10_000_000),
    ],
)
def test_limits(raw, limit):
    assert read_limit(raw) == limit


@pytest.mark.parametrize(
    "raw", ["", "much", "-1", "3 GiB", "NaN", "Infinity", True, None, [3], "1e30", "9999 TB"]
)
def test_no_limits(raw):
    with pytest.raises(BadRequest):
        read_limit(raw)


@pytest.mark.parametrize("name", ["officer", "manager"])
def test_only_the_maintenance_team_sets_it(place, name):
    with api.env.adopt_user(username=name), pytest.raises(Forbidden):
        set_limit(place.portal, 1)
    assert place.rest("PATCH", "@storage", {"limit": 1}, (name, place.member[1])).status_code == 401


def test_a_part_of_nothing():
    assert Room(0, 0).percent == 100
    assert Room(10, 5).free == 0
    assert Room(10, 5).holds(0) and not Room(10, 5).holds(1)
