"""Uploads in pieces: counted from the first byte, bounded by what was declared, of one space."""

from collective.conventions.server.provision import create_space
from collective.conventions.server.spaces import entered
from collective.conventions.space.ledger import ledger_of
from plone import api
from space.conftest import encoded
from space.conftest import octets
from space.conftest import PASSWORD
from webdav.NullResource import NullResource
from ZPublisher import zpublish
import pytest
import requests
import transaction


BINARY = {"Content-Type": "application/octet-stream"}
TUS = {"Tus-Resumable": "1.0.0", "Accept": "application/json"}


def begin(place, length):
    return place.ask("POST", "files/@tus-upload", headers={**TUS, "Upload-Length": str(length)})


def send(place, location, data, offset, auth=None):
    sent = {"Upload-Offset": str(offset), "Content-Type": "application/offset+octet-stream"}
    return place.ask("PATCH", location, auth, headers={**TUS, **sent}, data=data)


def begun(place, length):
    answer = begin(place, length)
    assert answer.status_code == 201
    return answer.headers["Location"]


@pytest.mark.parametrize(("free", "status"), [(1001, 201), (1000, 201), (999, 507)])
def test_the_declared_length_is_refused_early(place, free, status):
    place.leave(free)
    assert begin(place, 1000).status_code == status
    assert place.used == 0


def test_what_has_come_is_counted(place):
    location = begun(place, 1000)
    assert send(place, location, octets(400), 0).status_code == 204
    assert place.used == 400
    assert place.scan() == 0
    assert send(place, location, octets(600), 400).status_code == 204
    assert place.used == place.scan() == 1000
    assert len(place.ledger.uploads) == 0


def test_the_last_piece_may_fill_the_space_to_the_byte(place):
    location = begun(place, 1000)
    assert send(place, location, octets(900), 0).status_code == 204
    place.leave(100)
    assert send(place, location, octets(100), 900).status_code == 204
    assert place.used == place.scan() == 1000


@pytest.mark.parametrize("piece", [500, 1000])
def test_what_arrives_is_refused_where_others_have_filled_the_space(place, piece):
    location = begun(place, 1000)
    place.leave(piece - 1)
    assert send(place, location, octets(piece), 0).status_code == 507
    assert place.used == place.scan() == 0
    assert place.folder.objectIds() == []


def test_no_more_is_taken_than_was_declared(place):
    location = begun(place, 1000)
    assert send(place, location, octets(1001), 0).status_code == 413
    assert send(place, location, octets(500), 0).status_code == 204
    assert send(place, location, octets(501), 500).status_code == 413
    assert send(place, location, octets(500), 0).status_code == 409
    assert place.used == 500


def test_an_upload_that_is_given_up_gives_its_room_back(place, monkeypatch):
    location = begun(place, 1000)
    assert send(place, location, octets(600), 0).status_code == 204
    place.leave(0)
    upload = location.rpartition("/")[2]
    place.ledger.uploads[upload] = (600, 0.0)
    transaction.commit()
    answer = place.rest("POST", "files", {"@type": "File", "file": encoded(octets(600))})
    assert answer.status_code == 201
    assert place.used == place.scan() == 600
    assert len(place.ledger.uploads) == 0


def test_an_upload_of_one_space_is_unknown_in_another(place):
    create_space(place.app, "elsewhere", "Another space")
    with entered(place.app, "elsewhere") as other:
        roles = ["Member", "Contributor", "Editor", "Reader"]
        api.user.create(email="s@example.be", username="stranger", password=PASSWORD, roles=roles)
        api.content.create(other, "Folder", id="files", title="Files")
    location = begun(place, 1000)
    assert send(place, location, octets(400), 0).status_code == 204
    stolen = location.replace("/plone/", "/elsewhere/")
    stranger = ("stranger", PASSWORD)
    assert send(place, stolen, octets(600), 400, stranger).status_code == 404
    assert place.ask("HEAD", stolen, stranger, headers=TUS).status_code == 404
    transaction.begin()
    assert ledger_of(place.app["elsewhere"]).gauge.used == 0
    assert place.used == 400


@pytest.mark.parametrize("name", ["new.bin", "there"])
def test_who_may_not_write_does_not_learn_how_much_room_there_is(place, name):
    place.make(size=1000, name="there")
    place.leave(10)
    url = f"{place.url}/files/{name}"
    answer = requests.put(url, data=octets(5000), headers=BINARY, allow_redirects=False, timeout=60)
    assert answer.status_code in (302, 401)
    assert "room" not in answer.text


def test_a_put_is_refused_before_it_is_read(place, monkeypatch):
    """By the length that it announces; nobody looks at what came."""
    read = []

    @zpublish
    def put(self, REQUEST, RESPONSE):
        read.append(self.__name__)

    monkeypatch.setattr(NullResource, "PUT", put)
    place.leave(5000)
    assert place.ask("PUT", "files/a.bin", data=octets(5000), headers=BINARY).status_code < 300
    assert place.ask("PUT", "files/b.bin", data=octets(5001), headers=BINARY).status_code == 507
    assert read == ["a.bin"]
