"""The journals of all spaces are verified; what was altered is named."""

from collective.conventions.commands import journal as command
from collective.conventions.commands.main import main
from collective.conventions.journal.storage import journals
from collective.conventions.server.spaces import entered
from contextlib import contextmanager
from plone import api
from plone.app.testing import login
from plone.app.testing import SITE_OWNER_NAME
import json
import pytest


@pytest.fixture
def app(functional, monkeypatch):
    """A server with one convention, in place of the one that a zope.conf names."""
    app, portal = functional["app"], functional["portal"]
    login(app, SITE_OWNER_NAME)
    api.content.create(portal.conventions, "Convention", "first", title="First", kind="other")

    @contextmanager
    def opened(conf):
        yield app

    monkeypatch.setattr(command, "opened", opened)
    return app


def alter(app):
    """Put somebody else's name into the first entry, past every rule."""
    with entered(app, "plone"):
        (journal,) = journals().values()
        journal.entries[1]["actor"] = "somebody-else"


def test_whole_journals(app, capsys):
    assert main(["journal", "verify"]) == 0
    assert capsys.readouterr().out == "1 journals verified, 0 entries do not hold.\n"


def test_an_altered_entry_is_named_and_the_exit_code_tells(app, capsys):
    alter(app)
    assert main(["journal", "verify"]) == 1
    first = capsys.readouterr().out.splitlines()[0]
    assert "plone: “First”" in first
    assert "entry 1: altered" in first


def test_as_json(app, capsys):
    alter(app)
    assert main(["journal", "verify", "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert told["journals"] == 1
    assert [(found["number"], found["kind"]) for found in told["breaks"]] == [(1, "altered")]


def test_the_journals_of_the_demo_hold(instance):
    run = instance.conventions("journal", "verify", "--json")
    assert run.returncode == 0, run.stderr
    told = json.loads(run.stdout)
    # Two more: the journal of the server, and that of the space which has reported an incident.
    assert told == {"journals": len(instance.told()["conventions"]) + 2, "breaks": []}
