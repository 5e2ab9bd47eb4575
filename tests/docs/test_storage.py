"""What the page on the storage claims is proved by the tests that it names."""

from pathlib import Path
import re


TOP = Path(__file__).resolve().parents[2]
STORAGE = (TOP / "docs" / "storage.md").read_text(encoding="utf-8")


def test_every_test_that_is_named_is_there():
    named = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", STORAGE)
    assert len(named) == STORAGE.count("::") > 5
    for path, name in named:
        assert f"\ndef {name}(" in (TOP / path).read_text(encoding="utf-8"), name
