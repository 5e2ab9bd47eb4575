"""`versions.cfg` is the one list of pins: pip, buildout and what runs here agree with it."""

from configparser import ConfigParser
from pathlib import Path
import pins
import subprocess


TOP = Path(__file__).parents[2]


def test_everything_installed_is_pinned_at_its_version():
    assert pins.differences() == []


def test_constraints_are_the_pins():
    target = ".cache/constraints.txt"
    subprocess.run(["make", "--silent", "--always-make", target], cwd=TOP, check=True)
    lines = (TOP / target).read_text(encoding="utf-8").splitlines()
    constraints = dict(line.split("==") for line in lines)
    assert {pins.canonical(name): at for name, at in constraints.items()} == pins.pinned()


def test_buildout_takes_its_versions_from_nowhere_else():
    buildout = ConfigParser(interpolation=None, delimiters=["="])
    buildout.read(TOP / "buildout.cfg", encoding="utf-8")
    assert buildout["buildout"]["extends"].split() == ["versions.cfg"]
    assert buildout["buildout"]["allow-picked-versions"] == "false"
    assert "versions" not in buildout


def test_the_list_is_sorted_and_names_nothing_twice():
    lines = (TOP / "versions.cfg").read_text(encoding="utf-8").splitlines()
    names = [pins.canonical(line.split(" = ")[0]) for line in lines if " = " in line]
    assert names == sorted(set(names))
