"""The archives of a space from the command line: written, gone on with, told."""

from collective.conventions.commands import archive as command
from collective.conventions.commands.main import main
from collective.conventions.server.spaces import entered
from contextlib import contextmanager
from plone import api
from plone.app.testing import login
from plone.app.testing import SITE_OWNER_NAME
from zipfile import ZipFile
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent
import json
import pytest
import transaction


@pytest.fixture
def app(functional, monkeypatch):
    """A server with two conventions, in place of the one that a zope.conf names."""
    app, portal = functional["app"], functional["portal"]
    login(app, SITE_OWNER_NAME)
    for title in ("First", "Second"):
        api.content.create(portal.conventions, "Convention", title=title, kind="other")
    transaction.commit()

    @contextmanager
    def opened(conf):
        yield app

    monkeypatch.setattr(command, "opened", opened)
    return app


def test_every_convention_is_written_once(app, tmp_path, capsys):
    folder = tmp_path / "new" / "folder"
    assert main(["archive", "plone", "--out", str(folder)]) == 0
    assert capsys.readouterr().out == "2 written, 0 as before, 0 failed.\n"
    zips = sorted(folder.glob("*.zip"))
    assert [path.name.partition("-")[0] for path in zips] == ["First", "Second"]
    titles = {json.loads(ZipFile(path).read("manifest.json"))["title"] for path in zips}
    assert titles == {"First", "Second"}
    assert main(["archive", "plone", "--out", str(folder)]) == 0
    assert capsys.readouterr().out == "0 written, 2 as before, 0 failed.\n"


def test_what_has_changed_is_written_anew(app, tmp_path, capsys):
    main(["archive", "plone", "--out", str(tmp_path)])
    with entered(app, "plone") as portal:
        portal.conventions["first"].title = "Renamed"
        notify(ObjectModifiedEvent(portal.conventions["first"]))
        transaction.commit()
    capsys.readouterr()
    assert main(["archive", "plone", "--out", str(tmp_path), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["made"], told["kept"], told["failures"]) == (1, 1, [])
    names = [path.name.partition("-")[0] for path in sorted(tmp_path.glob("*.zip"))]
    assert names == ["Renamed", "Second"]


def test_a_space_that_is_none_is_refused(app, tmp_path, capsys):
    assert main(["archive", "nowhere", "--out", str(tmp_path)]) == 1
    assert "there is no space “nowhere”" in capsys.readouterr().err


def test_the_conventions_of_the_demo(instance, tmp_path):
    """As the system itself, from a database on disk."""
    run = instance.conventions("archive", "hauteville", "--out", str(tmp_path), "--json")
    assert run.returncode == 0, run.stderr
    told = json.loads(run.stdout)
    assert told["made"] == len(list(tmp_path.glob("*.zip"))) > 0
    for path in tmp_path.glob("*.zip"):
        assert ZipFile(path).testzip() is None
