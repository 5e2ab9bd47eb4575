"""The bench runs from end to end; how fast is for people to read."""

from pathlib import Path
import re
import subprocess
import sys


RUN = Path(__file__).parents[2] / "bench" / "run.py"


def test_a_tiny_run_prints_every_line():
    command = [sys.executable, str(RUN), "--sizes", "3", "6", "--rounds", "2"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=600)
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    for what in (
        "POST, all fields",
        "GET",
        "PATCH, all fields",
        "PATCH, one field",
        "Transition",
        "Page",
        "Page, filtered",
        "Page, by words",
        "REST @conventions",
        "Deadlines",
        "Deadlines, filtered",
        "Year of deadlines",
        "REST @deadlines",
        "Reminder run",
        "POST without a file",
        "POST with a file of 100 KB",
    ):
        # A line of the table: what, two times, their ratio.
        (numbers,) = [line.split(what, 1)[1].split() for line in lines if _is_row(line, what)]
        base, other, ratio = map(float, numbers[:3])
        assert base > 0 and other > 0 and ratio > 0
    assert re.search(r"Timelines, .*: [1-9][0-9,]* a second", done.stdout)
    assert "3 conventions" in done.stdout and "6 conventions" in done.stdout


def test_full_counts_are_measured():
    command = [sys.executable, str(RUN.with_name("counting.py")), "--sizes", "2", "3"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=600)
    assert done.returncode == 0, done.stderr
    told = re.findall(
        r"Full count of (\d) files, the (\w+): [\d,]+ records, (\d) put right, [\d.]+ s, \d+ MB",
        done.stdout,
    )
    assert told == [
        ("2", "first", "2"),
        ("3", "first", "3"),
        ("2", "second", "0"),
        ("3", "second", "0"),
    ]


def test_the_console_and_new_spaces_are_measured():
    script = RUN.with_name("console.py")
    command = [sys.executable, str(script), "--made", "1", "--sizes", "2", "4", "--rounds", "1"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=600)
    assert done.returncode == 0, done.stderr
    assert re.search(r"A new space: [0-9.]+ s \(median of 1\)", done.stdout)
    whats = ("Console", "Console, sorted by storage", "Console as CSV", "REST @spaces", "Upgrades")
    for what in whats:
        for total in (2, 4):
            assert re.search(rf"^{what}, {total} spaces: [0-9.]+ ms$", done.stdout, re.M)


def _is_row(line, what):
    rest = line.strip().removeprefix(what)
    return line.strip().startswith(what) and rest.strip()[:1].isdigit()
