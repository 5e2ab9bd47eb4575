"""The bench of issuing runs from end to end; how fast is for people to read."""

from pathlib import Path
import os
import pytest
import re
import subprocess
import sys


BENCH = Path(__file__).parents[2] / "bench" / "issuing.py"
#: What each space of the turns takes: five conventions for each of three things.
TURN = 15
#: The console breaks no line of a table that is read here.
WIDE = {**os.environ, "COLUMNS": "160"}
#: A line of a table: what, two times, their ratio, and the goal if there is one.
ROW = (
    r" +(?P<what>[SI][\w, ]+?) {2,}(?P<base>[\d.]+) +(?P<other>[\d.]+) +(?P<ratio>[\d.]+)"
    r"(?: +≤ (?P<goal>[\d.]+))?"
)


def ask(*options):
    command = [sys.executable, BENCH, *options]
    return subprocess.run(command, capture_output=True, text=True, timeout=600, env=WIDE)


@pytest.fixture(scope="module")
def lines():
    done = ask("--sizes", "16", "18", "--turns", "1")
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_both_spaces_are_billed_but_for_what_the_turns_take(lines):
    (few, many) = [line for line in lines if line.startswith("A run over")]
    assert few.startswith(f"A run over {16 - TURN} of 16 conventions: ")
    assert many.startswith(f"A run over {18 - TURN} of 18 conventions: ")
    for line in (few, many):
        assert len(re.findall(r"[1-9]\d* MB", line)) == 3


def test_documents_stand_beside_stock_items_and_few_beside_many(lines):
    rows = [row for line in lines if (row := re.match(ROW, line))]
    told = [(row["what"].strip(), row["goal"]) for row in rows]
    over_floor = [
        ("Issued", "1.5"),
        ("Issued, processor", "1.5"),
        ("Issued, with its PDF", None),
        ("Issued, with its PDF, processor", None),
    ]
    growth = [("Stock item", None), ("Stock item, processor", None), *over_floor]
    growth = [(what, goal and "1.2") for what, goal in growth]
    assert told == [*over_floor, *over_floor, *growth]
    for row in rows:
        base, other, ratio = (float(row[name]) for name in ("base", "other", "ratio"))
        assert ratio == pytest.approx(other / base, rel=0.1)


def test_every_thing_is_told_by_the_second(lines):
    assert len([line for line in lines if re.search(r": [\d.]+ a second$", line)]) == 12


def test_too_few_conventions_are_refused():
    refused = ask("--sizes", str(TURN), "100", "--turns", "1")
    assert refused.returncode == 2 and "too few conventions" in refused.stderr
