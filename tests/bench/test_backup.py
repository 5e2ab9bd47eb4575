"""The bench of the copies runs from end to end; how fast is for people to read."""

from pathlib import Path
import subprocess
import sys


BENCH = Path(__file__).parents[2] / "bench" / "backup.py"


def test_every_work_is_measured():
    command = [sys.executable, BENCH, "--megabytes", "2"]
    run = subprocess.run(command, capture_output=True, text=True, timeout=300)
    assert run.returncode == 0, run.stderr
    works = [line.split("|")[1].strip() for line in run.stdout.splitlines()[2:]]
    assert works == [
        "save, the first time",
        "save, nothing new",
        "verify",
        "restore, verified",
    ]
