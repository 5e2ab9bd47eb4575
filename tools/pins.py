"""Print `versions.cfg` for the environment this script runs in."""

from importlib.metadata import distributions


HEADER = """\
# Every package that running, testing, linting, documenting and building out needs: the one list of
# pins. pip and uv read it as constraints (derived by the Makefile), buildout.cfg extends it.
# `make pins` resolves anew and writes it.
[versions]
"""

PROJECT = "collective.conventions"

pins = {dist.name: dist.version for dist in distributions() if dist.name != PROJECT}

print(HEADER, end="")
for name in sorted(pins, key=str.lower):
    print(f"{name} = {pins[name]}")
