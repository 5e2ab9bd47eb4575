"""``conventions storage``: on a real database, where there is an undo and a pack, too."""

from collective.conventions.commands import storage as command
from collective.conventions.commands.main import main
from collective.conventions.server.spaces import entered
from collective.conventions.space.ledger import ledger_of
from contextlib import contextmanager
from pathlib import Path
from plone import api
from plone.app.testing import login
from plone.app.testing import SITE_OWNER_NAME
from plone.namedfile.file import NamedBlobFile
import json
import pytest
import subprocess
import sys
import transaction


@pytest.fixture
def app(functional, monkeypatch, tmp_path):
    """A space with a file, in reach of the command."""
    app, portal = functional["app"], functional["portal"]
    login(app, SITE_OWNER_NAME)
    file = NamedBlobFile(b"x" * 1000, filename="a.bin")
    api.content.create(portal, "File", id="a.bin", file=file)
    transaction.commit()

    @contextmanager
    def opened(conf):
        yield app

    monkeypatch.setattr(command, "opened", opened)
    monkeypatch.setattr(
        "collective.conventions.space.census.place_of", lambda site: tmp_path / "count.sqlite"
    )
    return app


def spoil(app):
    """Replace the file behind the back of every event."""
    app.plone["a.bin"].file = NamedBlobFile(b"y" * 1500, filename="a.bin")
    transaction.commit()


def test_a_true_ledger(app, capsys):
    assert main(["storage", "count"]) == 0
    assert capsys.readouterr().out == "plone: 0 differences.\n"


def test_every_difference_is_told_and_the_exit_code_tells(app, capsys):
    spoil(app)
    assert main(["storage", "count", "--space", "plone"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("plone: -1000 bytes, a.bin: ")
    assert lines[1].startswith("plone: +1500 bytes, a.bin: ")
    assert lines[2:] == ["plone: 2 differences."]
    assert main(["storage", "count"]) == 0


def test_as_json(app, capsys):
    spoil(app)
    assert main(["storage", "count", "--json"]) == 1
    told = json.loads(capsys.readouterr().out)["plone"]
    assert [(one["reason"], one["found"] - one["counted"]) for one in told] == [
        ("unheld", -1000),
        ("unseen", 1500),
    ]
    assert all(one["why"] for one in told)


def test_a_report(app, capsys):
    assert main(["storage", "report"]) == 0
    assert capsys.readouterr().out == "plone\t1000\t3000000000\t0 %\n"
    assert main(["storage", "report", "--space", "plone", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)["plone"]
    assert told["used"] == told["kinds"]["item"] == 1000


def test_a_limit(app, capsys):
    assert main(["storage", "limit", "plone", "2.5 GB"]) == 0
    with entered(app, "plone") as site:
        assert ledger_of(site).gauge.limit == 2_500_000_000
    assert main(["storage", "limit", "plone", "much"]) == 1
    assert "as in 3 GB" in capsys.readouterr().err


def test_a_space_that_is_not_there(app, capsys):
    assert main(["storage", "report", "--space", "nowhere"]) == 1
    assert "There is no space “nowhere”." in capsys.readouterr().err


def test_undo_pack_and_restore_on_a_real_database(empty):
    """In a process of its own, for the databases of tests know no undo."""
    script = Path(__file__).with_name("storage_on_disk.py")
    conf = empty.home / "instance" / "etc" / "zope.conf"
    run = subprocess.run(
        [sys.executable, script, conf], capture_output=True, text=True, timeout=300
    )
    assert run.returncode == 0, run.stderr
    told = json.loads(run.stdout.splitlines()[-1])
    for step, facts in told.items():
        assert facts["used"] == facts["scan"] == facts["expected"], (step, facts)
    assert told["packed"]["files"] == 0
    assert told["lived"]["kinds"] == ["comment", "item", "revision", "scales"]
    assert told["lived"]["used"] > 0
    left, foreseen, freed = told["emptied"]["purged"]
    assert left == foreseen == freed > 0
    cases = ("under", "exactly at", "over")
    assert set(told) == {
        *(f"{what} {case}" for what in ("undone", "restored") for case in cases),
        "undone upload",
        "lived",
        "emptied",
        "packed",
    }
