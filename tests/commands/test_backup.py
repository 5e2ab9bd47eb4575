"""The drill: a server that works is saved, verified and restored, and compared to the last byte."""

from base64 import b64encode
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from storages import everything
from storages import place_of
from threading import Event
from threading import Thread
from typing import Any
from ZODB.FileStorage import FileStorage
import json
import pytest
import requests
import shutil
import subprocess
import sys


BIN = Path(sys.executable).parent


@dataclass
class Work:
    """A server on which somebody works, and what it has answered him."""

    server: Any
    answers: list[int]
    enough: Event


@pytest.fixture(scope="module")
def manager(instance):
    """Somebody who may do everything, added before the server starts."""
    auth = ("drill", "A-long-password-1")
    conf = instance.home / "instance" / "etc" / "zope.conf"
    command = [BIN / "addzopeuser", "--configuration", conf, *auth]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return auth


@pytest.fixture
def work(manager, server):
    """Somebody adds files and edits a page with versions, until the test has enough."""
    space = f"{server.url}/hauteville"
    session = requests.Session()
    session.auth, session.headers["Accept"] = manager, "application/json"
    made = session.post(space, json={"@type": "Document", "title": "Work"}, timeout=60)
    assert made.status_code == 201, made.text
    page, enough, begun, answers = made.json()["@id"], Event(), Event(), []

    def writing():
        number = 0
        while not enough.is_set():
            number += 1
            data = {
                "data": b64encode(b"%d" % number * 5000).decode(),
                "encoding": "base64",
                "filename": f"{number}.txt",
                "content-type": "text/plain",
            }
            body = {"@type": "File", "title": f"File {number}", "file": data}
            answers.append(session.post(space, json=body, timeout=60).status_code)
            body = {"title": f"Edit {number}", "changeNote": f"Edit {number}"}
            answers.append(session.patch(page, json=body, timeout=60).status_code)
            if number == 3:
                begun.set()

    writer = Thread(target=writing)
    writer.start()
    assert begun.wait(120)
    yield Work(server, answers, enough)
    enough.set()
    writer.join()
    for item in session.get(space, params={"b_size": 1000}, timeout=60).json()["items"]:
        if item["@type"] in ("File", "Document"):
            session.delete(item["@id"], timeout=60)


def test_the_drill(work, empty, tmp_path):
    server, store = work.server, tmp_path / "copies"
    saved = [server.conventions("backup", "save", store, "--json") for _number in range(2)]
    written = len(work.answers)
    work.enough.set()
    assert [run.returncode for run in saved] == [0, 0], saved
    first, second = (json.loads(run.stdout) for run in saved)
    assert first["tid"] < second["tid"]
    assert second["new_blobs"] < second["blobs"]

    verified = server.conventions("backup", "verify", store, "--json")
    assert verified.returncode == 0, verified
    told = json.loads(verified.stdout)
    assert (told["findings"], told["inherited"]) == ([], [])

    restored = empty.conventions("backup", "restore", store)
    assert restored.returncode == 0, restored
    assert len(work.answers) >= written > 4
    assert set(work.answers) == {201, 204}

    here, there = place_of(server.home), place_of(empty.home)
    until = bytes.fromhex(second["tid"])
    assert everything(there) == everything(here, until)
    assert objects(there) == objects(here, until)
    listed = empty.conventions("spaces", "list", "--json")
    assert "hauteville" in [space["id"] for space in json.loads(listed.stdout)]
    journals = empty.conventions("journal", "verify")
    assert journals.returncode == 0, journals

    again = empty.conventions("backup", "restore", store)
    assert (again.returncode, "There is a database already" in again.stderr) == (1, True)


def objects(place, until=None):
    """The state of every object after a transaction."""
    found = {}
    # The transaction named is the first that is not read.
    stop = until and (int.from_bytes(until, "big") + 1).to_bytes(8, "big")
    with closing(FileStorage(str(place.data), read_only=True, stop=stop)) as storage:
        following = None
        while True:
            oid, tid, state, following = storage.record_iternext(following)
            found[oid] = (tid, state)
            if following is None:
                return found


def test_one_space_leaves_a_server_that_works_and_comes_back_from_a_copy(work, empty, tmp_path):
    server = work.server
    file, store = tmp_path / "hauteville.space", tmp_path / "copies"
    run = server.conventions("spaces", "export", "hauteville", file, "--json")
    assert run.returncode == 0, run
    label = json.loads(run.stdout)
    assert (label["id"], label["lacking"]) == ("hauteville", [])

    assert server.conventions("backup", "save", store).returncode == 0
    work.enough.set()
    old = tmp_path / "old.space"
    run = server.conventions("spaces", "export", "hauteville", old, "--copy", store)
    assert run.returncode == 0, run

    for source, name in ((file, "hauteville"), (old, "back-again")):
        run = empty.conventions("spaces", "import", source, "--id", name, "--json")
        assert run.returncode == 0, run
    listed = json.loads(empty.conventions("spaces", "list", "--json").stdout)
    assert [space["id"] for space in listed] == ["back-again", "hauteville"]
    assert empty.conventions("journal", "verify").returncode == 0
    refused = empty.conventions("spaces", "import", file)
    assert (refused.returncode, "exists already" in refused.stderr) == (1, True)


def test_damage_is_told_by_the_exit_code(server, tmp_path):
    store = tmp_path / "copies"
    assert server.conventions("backup", "save", store, "--keep", "1").returncode == 0
    (copy,) = (path for path in store.iterdir() if path.is_dir())
    next(copy.rglob("*.blob")).unlink()
    run = server.conventions("backup", "verify", copy)
    assert run.returncode == 1
    assert "  missing: blobs/" in run.stdout
    (line,) = server.conventions("backup", "list", store).stdout.splitlines()
    assert line.startswith(copy.name)
    shutil.rmtree(copy)
    run = server.conventions("backup", "verify", store)
    assert (run.returncode, run.stderr) == (1, f"conventions: There is no copy in {store}.\n")


def test_a_count_of_copies_is_a_count(empty, tmp_path):
    run = empty.conventions("backup", "save", tmp_path, "--keep", "0")
    assert (run.returncode, "keep one copy at least" in run.stderr) == (2, True)
