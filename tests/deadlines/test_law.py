"""A delay that a law sets is changed for every date that follows from it."""

from collective.conventions.deadlines import law
from collective.conventions.deadlines.delays import delays
from collective.conventions.deadlines.search import Asked
from collective.conventions.deadlines.search import find
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.journal.storage import find as find_journal
from collective.conventions.terms.statute import DELAYS
from datetime import date
from factories import make_convention
from factories import make_partner
from plone.app.testing import applyProfile
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from plone.uuid.interfaces import IUUID
import pytest


CODE = "supervision_wallonia"
TODAY = date(2026, 3, 1)


@pytest.fixture
def portal(integration):
    setRoles(integration["portal"], TEST_USER_ID, ["Manager"])
    return integration["portal"]


@pytest.fixture
def supervised(portal):
    partners = [make_partner(portal, "City"), make_partner(portal, "Centre")]
    return make_convention(
        portal,
        partners,
        "signed",
        supervision_received=date(2026, 3, 2),
        supervision_regime=CODE,
        supervision_outcome="pending",
    )


def days():
    found = find(Asked(kinds=("supervision_until",)), TODAY)
    return [one.fact.day for one in found.all()]


def test_the_defaults_are_those_of_the_law(portal):
    assert delays() == DELAYS


def test_a_change_moves_every_date_that_follows_from_it(portal, supervised):
    assert days() == [date(2026, 4, 1)]
    law.change(CODE, " 45 ", "Décret du 1er\nmars 2026,  art. 2 ")
    assert (delays()[CODE].days, delays()[CODE].source) == (45, "Décret du 1er mars 2026, art. 2")
    assert delays()[CODE].holidays == DELAYS[CODE].holidays
    assert delays()["supervision_brussels"] == DELAYS["supervision_brussels"]
    assert days() == [date(2026, 4, 16)]
    (told,) = find(Asked(), TODAY).all()
    assert told.fact.clause == "Décret du 1er mars 2026, art. 2"


def test_a_change_is_in_the_journal_of_the_space(portal):
    law.change(CODE, "45", DELAYS[CODE].source)
    law.change(CODE, "45", DELAYS[CODE].source)
    law.change(CODE, "40", "Another law")
    journal = find_journal(IUUID(portal))
    assert (journal.title, journal.length, journal.breaks()) == (portal.title, 2, ())
    latest, first = law.latest_changes()
    assert (first.actor, first.before, first.after) == (TEST_USER_ID, {"days": 30}, {"days": 45})
    assert latest.before == {"days": 45, "source": DELAYS[CODE].source}
    assert latest.after == {"days": 40, "source": "Another law"}


@pytest.mark.parametrize(
    ("number", "source", "faults"),
    [
        ("", "", {"days": "required", "source": "required"}),
        ("thirty", "Law", {"days": "not_a_number"}),
        ("٣", "Law", {"days": "not_a_number"}),
        ("-3", "Law", {"days": "not_a_number"}),
        ("0", "  ", {"days": "not_positive", "source": "required"}),
        ("3661", "Law", {"days": "too_large"}),
    ],
)
def test_what_cannot_be_is_refused_all_at_once(portal, number, source, faults):
    with pytest.raises(UnprocessableEntity) as refused:
        law.change(CODE, number, source)
    assert {one.field: one.code for one in refused.value.findings} == faults
    assert delays() == DELAYS
    assert law.latest_changes() == ()


def test_the_records_go_with_the_package(portal):
    law.change(CODE, "45", "Law")
    applyProfile(portal, "collective.conventions:uninstall")
    registry = portal.portal_registry
    assert [name for name in registry.records if "conventions.delay" in name] == []
