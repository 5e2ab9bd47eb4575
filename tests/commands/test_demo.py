"""The demo is made once, kept, finished when it was interrupted, and never with fixed passwords."""

from collective.conventions.commands.demo import command
from collective.conventions.commands.demo.build import Builder
from collective.conventions.commands.demo.people import GROUPS_OF
from collective.conventions.commands.demo.spaces import demos_on
from collective.conventions.server.spaces import has_space
from dataclasses import replace
from factories import TODAY
from hashlib import sha256
from pathlib import Path
from plone.app.testing import login
from plone.app.testing import SITE_OWNER_NAME
from rich.console import Console
import io
import json
import pytest
import re
import stat
import transaction


SOURCE = Path(command.__file__).parent

#: Who is named in the source documents, as digests: nobody of them belongs into this project.
REAL_NAMES = {
    "572474a493d10f42",
    "fde5225bc96b58a2",
    "1f43ca92e76ab25c",
    "e69067fc456e65f2",
    "37a3b38dc169119e",
    "cbbb199baac80d80",
    "45de79df276f25ce",
}


def database(instance):
    return (instance.home / "filestorage" / "Data.fs").stat().st_size


def test_it_tells_spaces_accounts_and_conventions(instance):
    told = instance.told()
    assert told["url"] == instance.url
    assert [space["id"] for space in told["spaces"]] == [demo.id for demo in demos_on(TODAY)]
    for space in told["spaces"]:
        assert space["url"] == f"{instance.url}/{space['id']}"
        roles = {a["role"] for a in told["accounts"] if a["space"] == space["id"]}
        assert roles == set(GROUPS_OF)
    assert [a["role"] for a in told["accounts"] if a["space"] is None] == ["operator"]
    documents = {c["document"] for c in told["conventions"]} - {None}
    assert documents == {"communesplone", "ouvrir_ma_ville", "wepulse", "digit123", "bosa"}
    for convention in told["conventions"]:
        assert convention["url"] == instance.url + convention["path"]


def test_only_its_owner_reads_the_passwords(instance):
    assert stat.S_IMODE(instance.out.stat().st_mode) == 0o600


def test_passwords_are_drawn_by_lot(instance):
    drawn = list(passwords(instance.told()).values())
    assert len(set(drawn)) == len(drawn)
    assert min(map(len, drawn)) >= 16
    source = "".join(path.read_text(encoding="utf-8") for path in SOURCE.glob("*.py"))
    assert not [password for password in drawn if password in source]


def test_a_second_run_changes_nothing(instance):
    before = database(instance), instance.out.stat().st_mtime_ns, instance.told()
    run = instance.demo()
    assert run.returncode == 0, run.stderr
    assert (database(instance), instance.out.stat().st_mtime_ns, instance.told()) == before


def names_in(folder, pattern="*"):
    """The digests of all words with a capital in all files below a folder."""
    texts = (p.read_bytes().decode(errors="ignore") for p in folder.rglob(pattern) if p.is_file())
    words = {word for text in texts for word in re.findall(r"[A-ZÀ-Þ][a-zß-ÿ]+", text)}
    return {sha256(word.encode()).hexdigest()[:16] for word in words}


def test_no_person_of_the_documents_is_named(instance):
    stored = names_in(instance.home)
    assert sha256(b"Calbrecht").hexdigest()[:16] in stored
    assert not REAL_NAMES & stored
    assert not REAL_NAMES & names_in(SOURCE, "*.py")


@pytest.fixture
def app(functional):
    app = functional["app"]
    login(app, SITE_OWNER_NAME)
    return app


@pytest.fixture
def demos():
    """The last two spaces, each with its first convention only; their commune is not there."""
    return [
        replace(demo, agreements=demo.agreements[:1], facts={**demo.facts, "commune": ""})
        for demo in demos_on(TODAY)[2:]
    ]


@pytest.fixture
def make(app, demos, tmp_path):
    """A function that makes the small demo and returns what was written about it."""
    out = tmp_path / "var" / "demo.json"

    def made(url="http://localhost:8080"):
        told = command.make(app, demos, url, out, Console(file=io.StringIO()))
        assert json.loads(out.read_text(encoding="utf-8")) == told
        return told

    made.out = out
    return made


def passwords(told):
    return {(a["space"], a["login"]): a["password"] for a in told["accounts"]}


def works(app, space, login, password):
    users = app[space].acl_users.source_users if space else app.acl_users.users
    return bool(users.authenticateCredentials({"login": login, "password": password}))


def test_another_address_changes_addresses_only(make):
    before = make()
    after = make("http://localhost:9999/")
    assert after["accounts"] == before["accounts"]
    assert [space["url"] for space in after["spaces"]] == [
        "http://localhost:9999/cpas-hauteville",
        "http://localhost:9999/futurocite",
    ]


def test_without_the_file_everybody_gets_a_new_password(app, make):
    old = passwords(make())
    make.out.unlink()
    new = passwords(make())
    assert old.keys() == new.keys()
    for key, password in new.items():
        assert works(app, *key, password)
        assert not works(app, *key, old[key])


def test_a_space_that_is_made_again_gets_new_passwords(app, make, demos):
    old = passwords(make())
    lost, kept = (demo.id for demo in demos)
    app.manage_delObjects([lost])
    new = passwords(make())
    for key, password in new.items():
        assert works(app, *key, password)
        assert (password == old[key]) is (key[0] != lost)
    assert app[kept].conventions.objectIds()


def test_an_interrupted_run_goes_on_where_it_stopped(app, make, demos, monkeypatch):
    first, second = (demo.id for demo in demos)
    whole = Builder.fill

    def interrupted(self):
        for convention in whole(self):
            yield convention
            if self.demo.id == second:
                raise KeyboardInterrupt

    monkeypatch.setattr(Builder, "fill", interrupted)
    with pytest.raises(KeyboardInterrupt):
        make()
    transaction.abort()
    assert has_space(app, first)
    assert second not in app.objectIds()
    assert not make.out.exists()

    monkeypatch.undo()
    kept = app[first].conventions.objectValues()[0].UID()
    told = make()
    assert app[first].conventions.objectValues()[0].UID() == kept
    assert has_space(app, second)
    assert all(works(app, *key, password) for key, password in passwords(told).items())
