"""The bench of papers from end to end; how fast is for people to read."""

from pathlib import Path
import os
import pytest
import re
import subprocess
import sys


BENCH = Path(__file__).parents[2] / "bench" / "papers.py"
#: The console breaks no line of a table that is read here.
WIDE = {**os.environ, "COLUMNS": "160"}
#: A line of a table: what, two times, their ratio and the goal.
ROW = (
    r" +(?P<what>[CDO][\w, ]+?) {2,}(?P<base>[\d.]+) +(?P<other>[\d.]+) +(?P<ratio>[\d.]+)"
    r" +≤ (?P<goal>[\d.]+)"
)


@pytest.fixture(scope="module")
def lines():
    command = [sys.executable, BENCH, "--size", "2", "--rounds", "1"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=900, env=WIDE)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_each_paper_stands_beside_the_bare_layout_of_its_page(lines):
    rows = [row for line in lines if (row := re.match(ROW, line))]
    assert [row["what"].strip() for row in rows] == [
        "Convention, 5 pages",
        "Convention, 5 pages, processor",
        "Decree",
        "Decree, processor",
        "One of a batch",
        "One of a batch, processor",
    ]
    for row in rows:
        base, other, ratio = (float(row[name]) for name in ("base", "other", "ratio"))
        assert ratio == pytest.approx(other / base, rel=0.1)
        assert row["goal"] == "1.3"


def test_a_batch_tells_how_fast_it_was_and_its_memory(lines):
    (batch,) = [line for line in lines if line.startswith("A batch of 2 papers: ")]
    assert len(re.findall(r"[1-9]\d* MB", batch)) == 3
    assert any(line.startswith("Once more, nothing changed: ") for line in lines)
