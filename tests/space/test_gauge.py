"""Two writers at once: what they add is added up, unless it is too much together."""

from collective.conventions.space.gauge import DEFAULT_LIMIT
from collective.conventions.space.gauge import Gauge
from collective.conventions.space.gauge import level_of
from collective.conventions.space.ledger import Ledger
from concurrent.futures import ThreadPoolExecutor
from space.conftest import encoded
from space.conftest import octets
from ZODB.DB import DB
from ZODB.FileStorage import FileStorage
from ZODB.POSException import ConflictError
from ZODB.POSException import UndoError
import pytest
import requests
import transaction


def test_three_gigabytes_are_decimal():
    assert DEFAULT_LIMIT == 3_000_000_000
    assert Gauge().limit == DEFAULT_LIMIT


@pytest.mark.parametrize(
    ("used", "level"), [(0, 0), (799, 0), (800, 80), (949, 80), (950, 95), (1000, 95), (2000, 95)]
)
def test_levels(used, level):
    assert level_of(used, 1000) == level


@pytest.fixture
def database(tmp_path):
    """A database on the disk, with a ledger in it."""
    found = DB(FileStorage(str(tmp_path / "Data.fs"), blob_dir=str(tmp_path / "blobs")))
    with found.transaction() as connection:
        connection.root.ledger = Ledger()
        connection.root.ledger.gauge.limit = 1000
    yield found
    found.close()


def grow(database, *growths, ceiling=1000):
    """Let writers who began at the same moment commit one after the other."""
    connections = []
    for growth in growths:
        manager = transaction.TransactionManager()
        ledger = database.open(manager).root.ledger
        ledger.gauge.move(growth, ceiling, day=1)
        connections.append(manager)
    for manager in connections:
        manager.commit()


def used(database):
    with database.transaction() as connection:
        return connection.root.ledger.gauge.used


def test_two_that_fit_are_added_up(database):
    grow(database, 300, 400)
    assert used(database) == 700


def test_two_may_take_the_very_last_byte(database):
    grow(database, 300, 300)
    grow(database, 150, 40)
    assert used(database) == 790


def test_two_cannot_take_the_last_bytes_together(database):
    with pytest.raises(ConflictError):
        grow(database, 600, 500)
    assert used(database) == 600


def test_what_shrinks_is_never_in_the_way(database):
    grow(database, 700)
    grow(database, 100, -300, -200)
    assert used(database) == 300


def test_who_is_never_refused_is_not_refused_by_another_either(database):
    grow(database, 500)
    grow(database, 400, 300, ceiling=None)
    assert used(database) == 1200


def test_a_warning_that_both_reach_together_is_given_with_the_next_write(database):
    grow(database, 400, 450)
    with database.transaction() as connection:
        gauge = connection.root.ledger.gauge
        assert (gauge.used, gauge.level) == (850, 0)


def test_a_new_limit_and_an_upload_at_once(database):
    upload, operator = transaction.TransactionManager(), transaction.TransactionManager()
    database.open(upload).root.ledger.gauge.move(100, 1000, day=1)
    database.open(operator).root.ledger.gauge.limit = 5000
    operator.commit()
    upload.commit()
    with database.transaction() as connection:
        gauge = connection.root.ledger.gauge
        assert (gauge.used, gauge.limit) == (100, 5000)


def last(database):
    return database.undoLog(0, 1)[0]["id"]


def test_an_undone_write_is_taken_off_the_ledger(database):
    with database.transaction() as connection:
        ledger = connection.root.ledger
        ledger.gauge.move(ledger.hold(("item", 1), {10: 300}), 1000, 1)
    with database.transaction() as connection:
        ledger = connection.root.ledger
        ledger.gauge.move(ledger.hold(("item", 1), {}), 1000, 1)
    database.undo(last(database), transaction.get())
    transaction.commit()
    with database.transaction() as connection:
        ledger = connection.root.ledger
        assert ledger.gauge.used == 300
        assert dict(ledger.blobs) == {10: (300, 1)}


@pytest.mark.parametrize(("filled", "undone"), [(699, True), (700, True), (701, False)])
def test_a_deletion_is_undone_only_where_there_is_room_again(database, filled, undone):
    """What was deleted cannot come back on top of what has taken its place."""
    with database.transaction() as connection:
        ledger = connection.root.ledger
        ledger.gauge.move(ledger.hold(("item", 1), {10: 300}), 1000, 1)
    with database.transaction() as connection:
        ledger = connection.root.ledger
        ledger.gauge.move(ledger.hold(("item", 1), {}), 1000, 1)
    deletion = last(database)
    with database.transaction() as connection:
        connection.root.ledger.gauge.move(filled, 1000, 1)
    manager = transaction.TransactionManager()
    database.undo(deletion, manager.begin())
    if undone:
        manager.commit()
        assert used(database) == filled + 300
    else:
        with pytest.raises(UndoError):
            manager.commit()
        manager.abort()
        assert used(database) == filled


@pytest.mark.parametrize(("free", "taken"), [(10000, 2), (9999, 1), (5000, 1), (4999, 0)])
def test_two_uploads_cannot_both_take_the_last_bytes(place, free, taken):
    place.leave(free)
    before = place.used
    url = f"{place.url}/files"

    def upload(number):
        data = {"@type": "File", "id": f"upload-{number}", "file": encoded(octets(5000))}
        headers = {"Accept": "application/json"}
        answer = requests.post(url, json=data, auth=place.member, headers=headers, timeout=60)
        return answer.status_code

    with ThreadPoolExecutor(2) as pool:
        statuses = sorted(pool.map(upload, range(2)))
    assert statuses == [201] * taken + [507] * (2 - taken)
    assert place.used == place.scan() == before + 5000 * taken
