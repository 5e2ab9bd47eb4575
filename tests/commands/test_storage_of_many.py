"""Counting many spaces: one that fails stops no other, Ctrl-C loses nothing; limits are kept."""

from collective.conventions.commands import storage as command
from collective.conventions.commands.main import main
from collective.conventions.server import journal
from collective.conventions.server.provision import create_space
from collective.conventions.server.register import entry
from collective.conventions.server.spaces import entered
from collective.conventions.space.ledger import ledger_of
from contextlib import contextmanager
from plone.app.testing import login
from plone.app.testing import SITE_OWNER_NAME
from rich.progress import Progress
import json
import pytest
import transaction


@pytest.fixture
def app(functional, monkeypatch, tmp_path):
    """Two spaces in reach of the command."""
    app = functional["app"]
    login(app, SITE_OWNER_NAME)
    create_space(app, "namur", "Namur")
    transaction.commit()

    @contextmanager
    def opened(conf):
        yield app
        transaction.abort()

    monkeypatch.setattr(command, "opened", opened)
    monkeypatch.setattr(
        "collective.conventions.space.census.place_of",
        lambda site: tmp_path / f"{site.getId()}.sqlite",
    )
    return app


def test_a_space_that_fails_stops_no_other_and_is_named(app, monkeypatch, capsys):
    whole = command.count

    def broken(site, progress):
        if site.getId() == "namur":
            raise RuntimeError("the disk is gone")
        return whole(site, progress)

    monkeypatch.setattr(command, "count", broken)
    assert main(["storage", "count", "--json"]) == 1
    told = capsys.readouterr()
    assert json.loads(told.out) == {"plone": []}
    assert "conventions: not counted: namur: RuntimeError: the disk is gone" in told.err


def test_interrupted_it_goes_on_where_it_was(app, monkeypatch, capsys, tmp_path):
    read = []

    def advance(self, task, records=1):
        read.append(records)
        if len(read) == 1:
            raise KeyboardInterrupt

    monkeypatch.setattr(Progress, "advance", advance)
    assert main(["storage", "count", "--space", "namur"]) == 1
    assert "interrupted. What was done before is kept." in capsys.readouterr().err
    assert (tmp_path / "namur.sqlite").exists()
    assert main(["storage", "count", "--space", "namur"]) == 0
    assert not (tmp_path / "namur.sqlite").exists()
    again = sum(read[1:])
    read.clear()
    read.append(0)
    assert main(["storage", "count", "--space", "namur"]) == 0
    assert again < sum(read)


def test_a_limit_is_in_the_space_in_the_register_and_in_the_journal(app, capsys):
    run = ["storage", "limit", "namur", "5 GB", "--reason", "They have many plans.", "--json"]
    assert main(run) == 0
    assert json.loads(capsys.readouterr().out) == {"space": "namur", "limit": 5_000_000_000}
    with entered(app, "namur") as site:
        assert ledger_of(site).gauge.limit == 5_000_000_000
    assert entry(app, "namur").limit == 5_000_000_000
    last = journal.history(app)[-1]
    assert (last.action, last.subject, last.reason) == (
        "entry_changed",
        "namur",
        "They have many plans.",
    )
    assert main(["storage", "limit", "nowhere", "5 GB"]) == 1
    assert "There is no such space in the register." in capsys.readouterr().err
