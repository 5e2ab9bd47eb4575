"""What is over ends by itself: with its last day and its reason, each by itself, and once."""

from collective.conventions.deadlines.expiry import expire
from collective.conventions.journal.storage import journal_of
from collective.conventions.progress import Failure
from collective.conventions.progress import Progress
from datetime import date
from datetime import timedelta
from factories import make_convention
from factories import make_partner
from plone import api
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
import pytest
import transaction


LAST = date(2025, 6, 30)
DAY = timedelta(days=1)


@pytest.fixture
def portal(functional):
    """An expiry commits, so each test has a database of its own."""
    setRoles(functional["portal"], TEST_USER_ID, ["Manager"])
    api.portal.set_registry_record("plone.default_language", "fr")
    return functional["portal"]


@pytest.fixture
def partners(portal):
    return [make_partner(portal, "City"), make_partner(portal, "Centre", entity_kind="cpas")]


@pytest.fixture
def agree(portal, partners):
    """A convention of one year, from 1 July 2024."""

    def make(title="Agreement", state="signed", **values):
        values = {"duration_unit": "years", "duration_count": 1, **values}
        made = make_convention(portal, partners, state, title=title, **values)
        transaction.commit()
        return made

    return make


class Told(Progress):
    """Keeps what it is told, and stops after so many records."""

    def __init__(self, most=1000):
        self.most, self.lines = most, []

    @property
    def stopped(self):
        return len(self.lines) - 1 >= self.most

    def begin(self, work, total):
        self.lines.append((work, total))

    def done(self, work, about):
        self.lines.append((work, "done"))

    def failed(self, work, failure):
        self.lines.append((work, "failed"))


def test_the_day_after_its_last_day_it_ends(agree):
    convention = agree()
    assert expire(LAST).ended == 0
    assert api.content.get_state(convention) == "signed"
    assert expire(LAST + DAY).ended == 1
    assert api.content.get_state(convention) == "terminated"
    assert convention.termination_date == LAST
    assert "1er\xa0juillet\xa02024" in convention.termination_reason
    entry = list(journal_of(convention.UID()))[-1]
    assert (entry.action, entry.after["termination_date"]) == ("terminate", "2025-06-30")
    assert expire(LAST + DAY).ended == 0


@pytest.mark.parametrize(
    "values",
    [
        {"duration_unit": "unlimited", "duration_count": None},
        {"renewal": "tacit", "renewal_months": 12},
        {"state": "draft"},
        {"state": "council_approved", "duration_unit": "until_date", "end_date": LAST},
    ],
    ids=["no end", "renewed", "draft", "not signed"],
)
def test_what_is_not_over_goes_on(agree, values):
    convention = agree(**values)
    before = api.content.get_state(convention)
    assert expire(LAST + DAY).ended == 0
    assert api.content.get_state(convention) == before


def test_one_bad_record_stops_no_other(agree):
    first, bad, last = (agree(title) for title in ("First", "Bad", "Last"))
    bad.signatories = [{**row, "date_signed": "yesterday"} for row in bad.signatories]
    transaction.commit()
    told = Told()
    done = expire(LAST + DAY, told)
    assert done.ended == 2
    (failure,) = done.failures
    assert isinstance(failure, Failure) and failure.about.startswith("Bad (/plone/") and failure.why
    states = [api.content.get_state(one) for one in (first, bad, last)]
    assert states == ["terminated", "signed", "terminated"]
    assert told.lines[0] == ("expiry", 3)
    assert sorted(told.lines[1:]) == [("expiry", "done")] * 2 + [("expiry", "failed")]


def test_a_refused_step_is_named_with_its_findings(agree):
    convention = agree()
    convention.signatories = [
        {**row, "date_signed": date(2025, 1, 1)} for row in convention.signatories
    ]
    convention.start_rule, convention.start_date = "fixed_date", date(2023, 7, 1)
    convention.reindexObject(idxs=["force_end"])
    transaction.commit()
    (failure,) = expire(LAST + DAY).failures
    assert "2025-01-01" in failure.why
    assert api.content.get_state(convention) == "signed"
    assert convention.termination_date is None


def test_stopped_it_keeps_what_is_done_and_goes_on_next_time(agree):
    for title in ("One", "Two", "Three"):
        agree(title)
    assert expire(LAST + DAY, Told(most=1)).ended == 1
    transaction.abort()
    assert expire(LAST + DAY).ended == 2
