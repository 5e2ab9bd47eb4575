"""The wheel, not the checkout: built, installed beside Plone alone, used and uninstalled."""

from pathlib import Path
from zipfile import ZipFile
import pytest
import shutil
import subprocess
import sys


TOP = Path(__file__).parents[2]
PACKAGE = TOP / "src" / "collective" / "conventions"
LEFT_BEHIND = shutil.ignore_patterns("*.egg-info", "__pycache__", "*.mo")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    """Build from a copy: what an earlier build left in the checkout must not help."""
    source = tmp_path_factory.mktemp("source")
    for name in ("setup.py", "pyproject.toml", "MANIFEST.in", "README.rst", "CHANGES.rst"):
        shutil.copy(TOP / name, source)
    shutil.copytree(TOP / "src", source / "src", ignore=LEFT_BEHIND)
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", "dist"]
    subprocess.run(build, cwd=source, check=True)
    (built,) = (source / "dist").iterdir()
    return built


def test_the_wheel_holds_every_file_of_the_package(wheel):
    ours = {
        path.relative_to(TOP / "src").as_posix()
        for path in PACKAGE.rglob("*")
        if path.is_file() and path.suffix not in (".pyc", ".mo")
    }
    assert not ours - set(ZipFile(wheel).namelist())


def test_the_wheel_adds_a_convention_and_leaves_no_residue(wheel, tmp_path):
    uv = Path(sys.executable).with_name("uv")
    python = tmp_path / "env" / "bin" / "python"
    constraints = tmp_path / "constraints.txt"
    pins = (TOP / "versions.cfg").read_text(encoding="utf-8").partition("[versions]\n")[2]
    constraints.write_text(pins.replace(" = ", "=="), encoding="utf-8")
    subprocess.run([uv, "venv", "--python", sys.executable, tmp_path / "env"], check=True)
    install = [uv, "pip", "install", "--python", python, "--constraints", constraints]
    subprocess.run([*install, wheel, "Plone"], check=True)
    script = Path(__file__).with_name("life_of_a_site.py")
    subprocess.run([python, "-I", script, tmp_path, TOP / "instance"], cwd=tmp_path, check=True)
