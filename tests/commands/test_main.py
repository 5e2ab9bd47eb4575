"""What the command line answers: help, lists, refusals, exit codes."""

from collective.conventions.commands.main import main
from collective.conventions.commands.main import parser
from pathlib import Path
from zc.lockfile import LockFile
from ZODB.POSException import ConflictError
import argparse
import pytest


DOCS = Path(__file__).parents[2] / "docs"


def actions(made, words=()):
    """Every command with its parser; the last ones are those that do something."""
    yield words, made
    for action in made._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name, inner in action.choices.items():
                yield from actions(inner, (*words, name))


ALL = dict(actions(parser()))
LEAVES = {words: made for words, made in ALL.items() if made.get_default("run")}


def test_the_commands_are_those_of_the_operations_manual():
    assert {" ".join(words) for words in LEAVES} == {
        "archive",
        "demo",
        "journal verify",
        "papers make",
        *(f"billing {name}" for name in ("preview", "run", "papers", "mail", "dunning", "verify")),
        *(
            f"billing {name}"
            for name in ("statement", "enrolments", "export", "issuers", "indexes")
        ),
        *(f"backup {name}" for name in ("save", "verify", "restore", "list")),
        *(f"deadlines {name}" for name in ("run", "preview")),
        *(f"decisions {name}" for name in ("send", "fetch")),
        *(f"text {name}" for name in ("read", "check")),
        *(f"spaces {name}" for name in ("list", "create", "refresh", "link")),
        *(f"spaces {name}" for name in ("suspend", "reinstate", "export", "import")),
        *(f"storage {name}" for name in ("count", "report", "limit")),
        *(f"team {name}" for name in ("list", "admit", "sign", "leave", "code")),
        *(f"tools {name}" for name in ("list", "upgrade")),
    }
    manual = (DOCS / "operations.rst").read_text(encoding="utf-8")
    missing = [" ".join(words) for words in LEAVES if f"``{' '.join(words)}``" not in manual]
    assert missing == []


@pytest.mark.parametrize("words", ALL, ids=" ".join)
def test_every_command_says_how_it_is_used_and_how_it_ends(words, capsys):
    with pytest.raises(SystemExit) as ended:
        parser().parse_args([*words, "--help"])
    assert ended.value.code == 0
    said = " ".join(capsys.readouterr().out.split())
    assert f"usage: {' '.join(['conventions', *words])}" in said
    assert "Exit codes: 0 when all is done; 1 when" in said
    made = ALL[words]
    assert made.description
    undocumented = [one.dest for one in made._actions if not one.help and one.choices is None]
    assert undocumented == []


@pytest.mark.parametrize("words", LEAVES, ids=" ".join)
def test_every_action_answers_programs_too(words):
    assert "--json" in LEAVES[words].format_help()


@pytest.mark.parametrize(
    "command", [[], ["nothing"], ["spaces"], ["spaces", "create", "--kind", "club"]]
)
def test_a_wrong_command_line_ends_with_2(command, capsys):
    with pytest.raises(SystemExit) as ended:
        main(command)
    assert ended.value.code == 2
    assert "usage:" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (KeyboardInterrupt(), "interrupted. What was done before is kept."),
        (ConflictError("record 7"), "somebody has written at the same moment. Please try again."),
        (
            FileNotFoundError(2, "No such file", "signed.pdf"),
            "[Errno 2] No such file: 'signed.pdf'",
        ),
    ],
)
def test_what_comes_in_between_is_told_in_a_line(error, said, monkeypatch, capsys):
    def run(options):
        raise error

    monkeypatch.setattr("collective.conventions.commands.journal.run_verify", run)
    assert main(["journal", "verify"]) == 1
    assert capsys.readouterr() == ("", f"conventions: {said}\n")


def test_a_missing_configuration_is_named(tmp_path, capsys):
    conf = tmp_path / "zope.conf"
    assert main(["--conf", str(conf), "spaces", "list"]) == 1
    assert str(conf) in capsys.readouterr().err


def test_a_space_that_is_there_is_refused_in_one_line(instance):
    run = instance.conventions("spaces", "create", "bruxelles", "Bruxelles")
    assert run.returncode == 1
    assert run.stderr == "conventions: “bruxelles” exists already.\n"


def test_a_database_in_use_is_left_alone(empty):
    lock = LockFile(str(empty.home / "filestorage" / "Data.fs.lock"))
    try:
        run = empty.conventions("spaces", "list")
    finally:
        lock.close()
    assert run.returncode == 1
    assert "another process uses the database" in run.stderr
