"""Check that everything installed where this script runs is pinned at its version."""

from configparser import ConfigParser
from importlib.metadata import distributions
from pathlib import Path
import re
import sys


PROJECT = "collective-conventions"
VERSIONS = Path(__file__).parent.parent / "versions.cfg"


def canonical(name: str) -> str:
    """Return the one spelling that all spellings of a package's name share."""
    return re.sub(r"[-_.]+", "-", name).lower()


def pinned() -> dict[str, str]:
    """Return the pins: canonical name to version."""
    parser = ConfigParser(interpolation=None, delimiters=["="])
    parser.read(VERSIONS, encoding="utf-8")
    return {canonical(name): version for name, version in parser["versions"].items()}


def differences() -> list[str]:
    """Say in a line each what is installed at a version that is not the pinned one."""
    pins = pinned()
    installed = {canonical(dist.name): dist.version for dist in distributions()}
    return [
        f"{name} {version} is installed, the pin is {pins.get(name, 'missing')}"
        for name, version in sorted(installed.items())
        if name != PROJECT and version != pins.get(name)
    ]


if __name__ == "__main__":
    sys.exit("\n".join(differences()) or 0)
