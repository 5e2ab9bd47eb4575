"""The conventions of spaces are printed into folders, and what is there is kept."""

from collective.conventions.commands import papers as command
from collective.conventions.commands.main import main
from collective.conventions.documents.rendering import batch
from contextlib import contextmanager
from plone import api
from plone.app.testing import login
from plone.app.testing import SITE_OWNER_NAME
import json
import pytest


TEXT = [{"part": "article", "number": "1", "title": "Objet", "body": "<p>Une salle.</p>"}]


@pytest.fixture
def app(functional, monkeypatch):
    """A server with two conventions and one without a text."""
    app, portal = functional["app"], functional["portal"]
    login(app, SITE_OWNER_NAME)
    for name, text in (("first", TEXT), ("second", TEXT), ("third", [])):
        values = {"title": name.title(), "kind": "other", "text": text}
        api.content.create(portal.conventions, "Convention", name, **values)

    @contextmanager
    def opened(conf):
        yield app

    monkeypatch.setattr(command, "opened", opened)
    return app


def names(folder):
    return {path.name for path in (folder / "plone").iterdir()}


def test_all_that_have_a_text_are_printed_once(app, tmp_path, capsys):
    asked = ["papers", "make", "--out", str(tmp_path)]
    assert main(asked) == 0
    told = capsys.readouterr().out
    assert told == (
        "plone: 2 papers made, 0 kept as they were, 1 conventions without a text, 0 failed.\n"
    )
    assert names(tmp_path) == {"first.pdf", "second.pdf", "papers.jsonl"}
    assert main(asked) == 0
    assert "0 papers made, 2 kept as they were" in capsys.readouterr().out


def test_those_that_are_asked_for_in_the_formats_that_are_asked_for(app, tmp_path, capsys):
    asked = ["--convention", "second", "--format", "html", "--format", "docx", "--space", "plone"]
    assert main(["papers", "make", "--out", str(tmp_path), *asked, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told == {"plone": {"made": 2, "kept": 0, "without_text": 0, "left": 0, "failures": []}}
    assert names(tmp_path) == {"second.html", "second.docx", "papers.jsonl"}


def test_a_failure_is_named_and_the_exit_code_tells(app, tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(batch, "print_page", lambda paper: 1 / 0)
    assert main(["papers", "make", "--out", str(tmp_path)]) == 1
    told = capsys.readouterr().out
    assert "2 failed" in told and "FAILED: first: division by zero" in told


def test_an_unknown_space_is_refused(app, tmp_path, capsys):
    assert main(["papers", "make", "--out", str(tmp_path), "--space", "nowhere"]) == 1
    assert "there is no space" in capsys.readouterr().err
