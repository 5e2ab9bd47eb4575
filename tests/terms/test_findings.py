"""Findings: every code declared once."""

from collective.conventions.terms.findings import CODES
from collective.conventions.terms.findings import Finding
import ast
import collective.conventions as package
import pathlib
import pytest


def test_an_undeclared_code_is_refused_at_once():
    with pytest.raises(ValueError):
        Finding("no_such_code", "title")


def test_a_finding_can_be_kept_in_a_set():
    assert len({Finding("required", "title"), Finding("required", "title", {})}) == 1


def test_every_declared_code_is_used_somewhere():
    """In ``terms/`` or in a capability; its sentence is no use."""
    (folder,) = package.__path__
    used = {
        node.value
        for path in pathlib.Path(folder).rglob("*.py")
        if path.name not in ("findings.py", "messages.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert set(CODES) - used == set()
