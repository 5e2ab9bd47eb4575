"""Reasons: every code declared once, with its parameters, and used."""

from collective.conventions.terms.charges import Reason
from collective.conventions.terms.charges import REASONS
import ast
import collective.conventions.terms as ground
import pathlib
import pytest


@pytest.mark.parametrize(
    ("code", "params"), [("no_such_reason", {}), ("beyond_end", {}), ("index_unset", {"end": "x"})]
)
def test_an_undeclared_reason_is_refused_at_once(code, params):
    with pytest.raises(ValueError):
        Reason(code, params)


def test_every_declared_reason_is_used():
    (folder,) = ground.__path__
    used = {
        node.value
        for path in pathlib.Path(folder).glob("*.py")
        if path.name not in ("charges.py", "findings.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert set(REASONS) - used == set()
