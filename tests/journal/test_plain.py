"""Values as the journal keeps them."""

from collective.conventions.journal import plain as module
from collective.conventions.journal.plain import file_digest
from collective.conventions.journal.plain import plain
from datetime import date
from datetime import datetime
from datetime import UTC
from decimal import Decimal
from hashlib import sha256
from plone.namedfile.file import NamedBlobFile
from plone.namedfile.file import NamedFile
from ZODB.blob import BlobStorage
from ZODB.DB import DB
from ZODB.MappingStorage import MappingStorage
import json
import pytest
import transaction


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, None),
        (True, True),
        (3, 3),
        ("text", "text"),
        (date(2024, 2, 29), "2024-02-29"),
        (datetime(2024, 2, 29, 10, tzinfo=UTC), "2024-02-29T10:00:00+00:00"),
        (Decimal("1.50"), "1.5"),
        (Decimal("940000.00"), "940000"),
        (Decimal("1E+3"), "1000"),
        ({"due": date(2024, 1, 1)}, {"due": "2024-01-01"}),
        ((1, [Decimal("2.0")]), [1, ["2"]]),
        ({"b", "a"}, ["a", "b"]),
    ],
)
def test_plain(value, expected):
    assert plain(value) == expected
    assert plain(plain(value)) == expected
    json.dumps(plain(value))


def test_a_file_is_its_name_size_and_digest():
    data = b"x" * 3_000_000
    for kind in (NamedFile, NamedBlobFile):
        assert plain(kind(data=data, filename="a.txt")) == {
            "filename": "a.txt",
            "size": len(data),
            "sha256": sha256(data).hexdigest(),
        }


@pytest.fixture
def root(tmp_path):
    database = DB(BlobStorage(str(tmp_path), MappingStorage()))
    connection = database.open()
    yield connection.root()
    transaction.abort()
    connection.close()
    database.close()


@pytest.fixture
def readings(monkeypatch):
    """The files that were read, one item for each time."""
    found, streamed = [], module._streamed
    monkeypatch.setattr(module, "_streamed", lambda file: found.append(file) or streamed(file))
    return found


def test_a_stored_file_is_read_once(root, readings):
    root["file"] = NamedBlobFile(data=b"one", filename="a.txt")
    transaction.commit()
    for _ in range(3):
        assert file_digest(root["file"]) == sha256(b"one").hexdigest()
    assert len(readings) == 1


def test_a_rewritten_file_is_read_again(root, readings):
    root["file"] = file = NamedBlobFile(data=b"one", filename="a.txt")
    transaction.commit()
    assert file_digest(file) == sha256(b"one").hexdigest()
    file.data = b"two"
    assert file_digest(file) == sha256(b"two").hexdigest()
    transaction.commit()
    assert file_digest(file) == sha256(b"two").hexdigest()
    file.data = b"three"
    assert file_digest(file) == sha256(b"three").hexdigest()
    transaction.abort()
    assert file_digest(file) == sha256(b"two").hexdigest()
