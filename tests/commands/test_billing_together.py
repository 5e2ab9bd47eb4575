"""1,000 conventions, one of them poisoned, and two commands at once over ZEO (C12)."""

from collections import Counter
from collective.conventions.clock import today
from commands.conftest import BIN
from commands.served import served
import json
import os
import pytest
import subprocess
import sys


COUNT, POISONED = 1000, 417
RUN = ("billing", "run", "--date", "2026-01-15", "--json")


@pytest.fixture
def instance(tmp_path):
    """A ZEO server with a space of many conventions."""
    with served(tmp_path / "zeo") as made:
        many(made, COUNT, POISONED)
        yield made


def many(instance, *numbers):
    """Make many conventions; without numbers, what has been issued for them."""
    conf = instance.home / "instance" / "etc" / "zope.conf"
    command = [sys.executable, "-m", "billing.many", conf, "namur", *numbers]
    done = subprocess.run(
        [str(part) for part in command],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def begin(instance):
    """Begin a run in a process of its own."""
    conf = instance.home / "instance" / "etc" / "zope.conf"
    command = [str(part) for part in (BIN / "conventions", "--conf", conf, *RUN)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def told(process):
    """What a run has told, once it has ended."""
    output, errors = process.communicate(timeout=3600)
    assert process.returncode == 1, errors
    return json.loads(output)


def issued(instance):
    """The number of each issued document, with the path of its convention."""
    return json.loads(many(instance).splitlines()[-1])


def test_two_processes_issue_999_documents_with_the_numbers_1_to_999(instance):
    both = [told(one) for one in [begin(instance), begin(instance)]]
    found = issued(instance)
    wanted = [f"{today().year}-{number:04}" for number in range(1, COUNT)]
    assert sorted(number for number, _path in found) == wanted
    assert set(Counter(path for _number, path in found).values()) == {1}
    assert not [path for _number, path in found if path.endswith(f"{POISONED:05}")]
    assert sum(one["shares"][0]["issued"] for one in both) == COUNT - 1
    assert all(one["shares"][0]["issued"] for one in both)
    for one in both:
        (failure,) = one["shares"][0]["failures"]
        assert f"access-{POISONED:05}" in failure["about"]
    again = told(begin(instance))
    assert again["shares"][0]["issued"] == 0
    assert len(issued(instance)) == COUNT - 1
