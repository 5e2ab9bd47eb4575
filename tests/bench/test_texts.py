"""The bench of texts runs from end to end; how fast is for people to read."""

from pathlib import Path
import re
import subprocess
import sys


RUN = Path(__file__).parents[2] / "bench" / "texts.py"


def test_a_tiny_run_prints_both_lines():
    command = [sys.executable, str(RUN), "--pages", "2", "--rounds", "1"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    assert "A text of 2 pages: 5 parts" in done.stdout
    for what in ("Check", "Compare"):
        assert re.search(rf"{what}\W+[\d.]+\W+[\d.]+\W+[\d.]+", done.stdout), done.stdout
