"""The full count: finds every difference, says why, mends it, goes on after a stop."""

from collective.conventions.interfaces import Forbidden
from collective.conventions.space import census
from collective.conventions.space.census import count
from collective.conventions.space.ledger import KEY
from collective.conventions.space.ledger import Ledger
from collective.conventions.space.walk import Walk
from plone import api
from plone.namedfile.file import NamedBlobFile
from space.conftest import octets
from zope.annotation.interfaces import IAnnotations
import os
import pytest
import transaction


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    """Where a count keeps what it has found so far."""
    monkeypatch.setattr(census, "place_of", lambda site: tmp_path / "count.sqlite")
    return tmp_path / "count.sqlite"


def differences(place):
    transaction.commit()
    found = list(count(place.portal))
    transaction.begin()
    return [(one.reason, one.counted, one.found, one.holders) for one in found]


def true(place):
    """The ledger says what the disk says, and a second count finds nothing more."""
    assert place.used == place.scan()
    assert sum(size for size, _holders in place.ledger.blobs.values()) == place.used
    return differences(place) == []


def test_a_true_ledger_has_no_difference(place):
    place.version_files()
    place.make(size=1000)
    image = place.make("Image")
    place.ask("GET", f"files/{image.getId()}/@@images/image/mini")
    assert differences(place) == []
    told = place.ledger.count
    assert told["differences"] == told["drift"] == 0
    assert told["blob_bytes"] == place.used
    assert told["blobs"] == 3
    assert told["record_bytes"] > 100_000
    assert told["records"] > 1000


def test_a_file_that_came_without_an_event(place):
    made = place.make(size=1000)
    made.file = NamedBlobFile(octets(3000), filename="b.bin")
    name = f"files/{made.getId()}"
    assert differences(place) == [("unheld", 1000, 0, (name,)), ("unseen", 0, 3000, (name,))]
    assert place.used == 3000
    assert true(place)
    api.content.delete(made)
    transaction.commit()
    assert place.used == place.scan() == 0


def test_a_file_that_was_written_to_without_an_event(place):
    made = place.make(size=1000)
    made.file._setData(octets(400))
    assert differences(place) == [("resized", 1000, 400, (f"files/{made.getId()}",))]
    assert true(place)


def test_a_file_that_went_without_an_event(place):
    made = place.make(size=1000)
    made.file = None
    assert differences(place) == [("unheld", 1000, 0, (f"files/{made.getId()}",))]
    assert true(place)


def test_a_file_that_nobody_answers_for(place):
    """On a tool, say: it is counted under its own number until it goes again."""
    place.portal.portal_url.file = NamedBlobFile(octets(600), filename="b.bin")
    ((reason, _counted, found, _holders),) = differences(place)
    assert (reason, found) == ("unseen", 600)
    assert true(place)
    del place.portal.portal_url.file
    ((reason, counted, _found, _holders),) = differences(place)
    assert (reason, counted) == ("unheld", 600)
    assert true(place)


def test_a_space_that_never_had_a_ledger(place):
    """As after an import of a whole site, or where the add-on comes to an older site."""
    place.version_files()
    first, second = place.make(size=1000), place.make(size=50)
    second.file = first.file
    first.file = NamedBlobFile(octets(2000), filename="b.bin")
    image = place.make("Image")
    place.ask("GET", f"files/{image.getId()}/@@images/image/mini")
    IAnnotations(place.portal)[KEY] = Ledger()
    transaction.commit()
    assert place.used == 0
    assert {reason for reason, *_rest in differences(place)} == {"unseen"}
    assert true(place)
    for content in (first, second, image):
        api.content.delete(content)
        transaction.commit()
        assert place.used == place.scan()
    assert place.used == 0


def test_what_people_do_meanwhile_stays_as_they_did_it(place):
    lost, kept, gone = (place.make(size=size) for size in (1000, 2000, 4000))
    lost.file = NamedBlobFile(octets(1500), filename="b.bin")
    gone.file = NamedBlobFile(octets(4500), filename="b.bin")
    transaction.commit()
    counting = count(place.portal, progress=meanwhile(place, kept, gone))
    assert {one.reason for one in counting} == {"unseen", "unheld"}
    assert true(place)
    assert place.used == 1500 + 2000 + 700


def meanwhile(place, kept, gone):
    """Somebody adds and deletes while the records are read."""
    todo = [lambda: place.make(size=700), lambda: api.content.delete(gone)]

    def act(_records):
        while todo:
            todo.pop()()
            transaction.commit()

    return act


def test_an_interrupted_count_goes_on_where_it_was(place, home, monkeypatch):
    monkeypatch.setattr("collective.conventions.space.walk.PORTION", 100)
    made = place.make(size=1000)
    made.file = NamedBlobFile(octets(1500), filename="b.bin")
    transaction.commit()
    read = []

    def stop(records):
        read.append(records)
        if sum(read) >= 1000:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(count(place.portal, stop))
    assert home.exists()
    before, read[:] = sum(read), []
    found = list(count(place.portal, read.append))
    assert {one.reason for one in found} == {"unseen", "unheld"}
    assert not home.exists()
    transaction.begin()
    assert before + sum(read) == place.ledger.count["records"]
    assert true(place)


def test_a_stale_count_begins_again(place, home):
    with Walk(home, place.portal) as walk:
        next(walk.run())
        began = walk.before
    old = home.stat().st_mtime - census.STALE - 60
    os.utime(home, (old, old))
    place.make(size=1000)
    assert differences(place) == []
    with Walk(home, place.portal) as walk:
        assert walk.before > began


def test_memory_does_not_grow_with_the_space(place, home, monkeypatch):
    """At no time are more references in hand than those of one portion."""
    monkeypatch.setattr("collective.conventions.space.walk.PORTION", 50)
    place.make(size=10)
    with Walk(home, place.portal) as walk:
        assert max(walk.run()) <= 50
        assert not any(isinstance(value, dict | list) for value in vars(walk).values())


def test_no_other_space_is_walked_into(place, home):
    with Walk(home, place.portal) as walk:
        for _records in walk.run():
            pass
        oids = {oid for (oid,) in walk.file.execute("SELECT oid FROM record")}
    assert walk.site in oids
    assert oids.isdisjoint(walk.beyond)


@pytest.mark.parametrize("name", ["officer", "manager"])
def test_only_the_maintenance_team_counts(place, name):
    with api.env.adopt_user(username=name), pytest.raises(Forbidden):
        list(count(place.portal))
