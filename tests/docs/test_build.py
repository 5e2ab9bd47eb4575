"""The documentation builds without a warning."""

from pathlib import Path
import subprocess
import sys


DOCS = Path(__file__).resolve().parents[2] / "docs"


def test_the_documentation_builds_without_a_warning(tmp_path):
    command = [sys.executable, "-m", "sphinx", "-W", "-q", "-b", "html", "-d", tmp_path / "read"]
    built = subprocess.run(
        [*command, DOCS, tmp_path / "html"], check=False, capture_output=True, text=True
    )
    assert built.returncode == 0, built.stderr
    assert (tmp_path / "html" / "_downloads").is_dir()
