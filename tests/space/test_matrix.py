"""Every road into a space, with a byte to spare, with just enough room, and with a byte too few."""

from collective.conventions.space.cleaning import clean_revisions
from space.roads import OWNERS
from space.roads import ROADS
import pytest
import transaction


SIZE = 5000
CASES = {"under": SIZE + 1, "exactly at": SIZE, "over": SIZE - 1}


def name_of(road):
    return road.__name__


def things(place):
    """All that is there, and when it changed: a refusal leaves nothing half-written."""
    transaction.begin()
    catalog = place.portal.portal_catalog
    return sorted(
        (brain.getPath(), brain.modified) for brain in catalog.unrestrictedSearchResults()
    )


def empty(place):
    """Delete everything."""
    for folder in ("files", "conventions", "partners"):
        inside = place.portal[folder]
        # The youngest first: a working copy before its original.
        for name in reversed(list(inside.objectIds())):
            inside._delObject(name)
    for name in list(place.portal.objectIds()):
        if name.startswith("made-"):
            place.portal._delObject(name)
    transaction.commit()
    clean_revisions()
    transaction.commit()


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("road", ROADS, ids=name_of)
def test_a_member(place, road, case):
    steps = road(place, SIZE)
    next(steps)
    before, there = place.used, things(place)
    place.leave(CASES[case])
    granted = next(steps)
    steps.close()
    assert granted is (case != "over")
    assert place.used == before + (SIZE if granted else 0)
    assert granted or things(place) == there
    assert place.scan() + partial(place) == place.used
    empty(place)
    assert place.scan() == place.used - partial(place) == 0


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("road", OWNERS, ids=name_of)
def test_the_maintenance_team(place, road, case, caplog):
    steps = road(place, SIZE)
    next(steps)
    before = place.used
    place.leave(CASES[case])
    assert next(steps) is True
    steps.close()
    assert place.used == place.scan() == before + SIZE
    assert ("beyond the limit" in caplog.text) is (case == "over")
    empty(place)
    assert place.used == place.scan() == 0


def partial(place):
    """What has come of uploads that are not finished lies outside the database."""
    return sum(octets for octets, _expires in place.ledger.uploads.values())
