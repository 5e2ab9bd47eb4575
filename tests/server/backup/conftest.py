"""A small database, and a folder for its copies."""

from storages import Server
import pytest
import transaction


@pytest.fixture
def server(tmp_path):
    made = Server(tmp_path / "server")
    made.write("first", b"one")
    made.write("second", b"two")
    made.write("first", b"one again")
    yield made
    transaction.abort()
    made.close()


@pytest.fixture
def store(tmp_path):
    return tmp_path / "copies"
