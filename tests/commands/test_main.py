"""What the command line answers: help, lists, refusals, exit codes."""

from collective.conventions.commands.main import main
from collective.conventions.commands.main import parser
from zc.lockfile import LockFile
import pytest


@pytest.mark.parametrize(
    "command", [[], ["demo"], ["spaces"], ["spaces", "create"], ["spaces", "link"], ["journal"]]
)
def test_every_command_says_how_it_is_used(command, capsys):
    with pytest.raises(SystemExit) as ended:
        parser().parse_args([*command, "--help"])
    assert ended.value.code == 0
    assert "usage: conventions" in capsys.readouterr().out


@pytest.mark.parametrize(
    "command", [[], ["nothing"], ["spaces"], ["spaces", "create", "--kind", "club"]]
)
def test_a_wrong_command_line_ends_with_2(command, capsys):
    with pytest.raises(SystemExit) as ended:
        main(command)
    assert ended.value.code == 2
    assert "usage:" in capsys.readouterr().err


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
