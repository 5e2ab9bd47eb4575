"""``conventions team``: from admission to the end, on the command line."""

from collective.conventions.commands import team as command
from collective.conventions.commands.main import main
from collective.conventions.server import team
from collective.conventions.server.journal import history
from contextlib import contextmanager
import json
import pytest


@pytest.fixture
def app(functional, monkeypatch):
    """The root that the command opens."""
    root = functional["app"]

    @contextmanager
    def opened(conf):
        yield root

    monkeypatch.setattr(command, "opened", opened)
    return root


def sign(document, path):
    options = ["--version", "2026-1", "--date", "2026-01-15"]
    return main(["team", "sign", "rita", document, str(path), *options])


def test_from_admission_to_the_end(app, tmp_path, capsys):
    copy = tmp_path / "signed.pdf"
    copy.write_bytes(b"%PDF-1.7 signed")
    assert main(["team", "admit", "rita", "Rita Lambert", "--organisation", "UVCW"]) == 0
    assert "Code to choose a password: " in capsys.readouterr().out
    assert sign("charter", copy) == 0
    assert "waits for undertaking" in capsys.readouterr().out
    assert sign("undertaking", copy) == 0
    assert "rights" in capsys.readouterr().out
    assert main(["team", "list", "--json"]) == 0
    (told,) = json.loads(capsys.readouterr().out)
    assert (told["login"], told["has_rights"]) == ("rita", True)
    assert main(["team", "leave", "rita", "--reason", "Retired."]) == 0
    capsys.readouterr()
    assert main(["team", "list"]) == 0
    assert "rita\tleft on " in capsys.readouterr().out
    assert not team.member(app, "rita").has_rights
    assert history(app)[-1].reason == "Retired."


def test_a_refusal_is_one_line_and_an_exit_code(app, capsys):
    assert main(["team", "leave", "nobody"]) == 1
    assert capsys.readouterr().err == "conventions: “nobody” does not belong to the team.\n"
    assert main(["team", "admit", "rita", " "]) == 1
    assert capsys.readouterr().err == "conventions: name: This is missing. Please fill it in.\n"
