"""Print what is installed where this script runs, in the form of `versions.cfg`."""

from importlib.metadata import distributions
import re


installed = {re.sub(r"[-_.]+", "-", dist.name).lower(): dist.version for dist in distributions()}
del installed["collective-conventions"]

for name, version in sorted(installed.items()):
    print(f"{name} = {version}")
