"""`versions.cfg` is the one list of pins: pip, buildout and what runs here agree with it."""

from configparser import ConfigParser
from importlib.metadata import distributions
from pathlib import Path
import re
import subprocess


TOP = Path(__file__).parents[2]


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def read(name: str) -> ConfigParser:
    parser = ConfigParser(interpolation=None, delimiters=["="])
    parser.read(TOP / name, encoding="utf-8")
    return parser


def pins() -> dict[str, str]:
    return {canonical(name): version for name, version in read("versions.cfg")["versions"].items()}


def test_everything_installed_is_pinned_at_its_version():
    installed = {canonical(dist.name): dist.version for dist in distributions()}
    del installed["collective-conventions"]
    pinned = pins()
    assert {name: (version, pinned.get(name)) for name, version in installed.items()} == {
        name: (version, version) for name, version in installed.items()
    }


def test_constraints_are_the_pins():
    target = ".cache/constraints.txt"
    subprocess.run(["make", "--silent", "--always-make", target], cwd=TOP, check=True)
    lines = (TOP / target).read_text(encoding="utf-8").splitlines()
    constraints = dict(line.split("==") for line in lines)
    assert {canonical(name): version for name, version in constraints.items()} == pins()


def test_buildout_takes_its_versions_from_nowhere_else():
    buildout = read("buildout.cfg")
    assert buildout["buildout"]["extends"].split() == ["versions.cfg"]
    assert buildout["buildout"]["allow-picked-versions"] == "false"
    assert "versions" not in buildout


def test_the_list_is_sorted_and_names_nothing_twice():
    names = [line.split(" = ")[0] for line in (TOP / "versions.cfg").open() if " = " in line]
    assert names == sorted(names, key=str.lower)
    assert len({canonical(name) for name in names}) == len(names)
