"""Billing over all spaces: one that breaks stops no other, under one id, on one record."""

from billing.conftest import TODAY
from billing.many import agree_with_many
from collective.conventions.billing import everywhere
from collective.conventions.billing import issuers
from collective.conventions.billing import plan
from collective.conventions.billing import server_runs
from collective.conventions.billing.prospect import preview
from collective.conventions.billing.runs import runs
from collective.conventions.interfaces import NotFound
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.progress import Progress
from collective.conventions.server.journal import history
from collective.conventions.server.provision import create_space
from collective.conventions.server.spaces import entered
from collective.conventions.server.suspension import suspend
from plone import api
from plone.app.testing import login
from plone.app.testing import SITE_OWNER_NAME
import pytest
import transaction


@pytest.fixture
def app(functional):
    """A server with three spaces, of two, one and two conventions; the last lacks something."""
    app = functional["app"]
    login(app, SITE_OWNER_NAME)
    create_space(app, "arlon", "Arlon", language="en")
    create_space(app, "namur", "Namur", language="en")
    transaction.commit()
    for name, count, poisoned in (("arlon", 2, ()), ("namur", 1, ()), ("plone", 2, {0})):
        with entered(app, name) as portal:
            agree_with_many(app, portal, count, poisoned)
    transaction.commit()
    return app


@pytest.fixture
def broken(monkeypatch):
    """Let one space break."""
    whole = plan.candidates

    def candidates():
        if api.portal.get().getId() == "namur":
            raise RuntimeError("the catalog is gone")
        return whole()

    for module in ("run", "prospect"):
        monkeypatch.setattr(f"collective.conventions.billing.{module}.candidates", candidates)


class Once(Progress):
    """Stops after one convention."""

    seen = 0

    @property
    def stopped(self):
        return self.seen > 0

    def done(self, work, about):
        self.seen += 1


def run(app, **options):
    return everywhere.run(app, TODAY, TODAY, by="rita", **options)


def shares(done):
    return [(one.space, one.issued, len(one.failures)) for one in done.shares]


def test_every_space_is_billed_with_numbers_that_run_through(app):
    done = run(app)
    assert shares(done) == [("arlon", 2, 0), ("namur", 1, 0), ("plone", 1, 1)]
    assert (done.issued, done.failures, done.left) == (4, 1, ()) and done.ended
    found = []
    for name in done.names:
        with entered(app, name):
            (kept,) = runs()
            assert (kept.id, kept.actor) == (done.id, "rita")
            found += kept.issued
    assert found == ["2026-0001", "2026-0002", "2026-0003", "2026-0004"]
    assert server_runs.runs(app) == (done,)
    assert [entry.action for entry in history(app)][-2:] == ["billing_begun", "billing_ended"]
    assert run(app).issued == 0


def test_a_broken_space_stops_no_other(app, broken):
    done = run(app)
    assert shares(done) == [("arlon", 2, 0), ("namur", 0, 1), ("plone", 1, 1)]
    assert done.shares[1].failures[0].why == "the catalog is gone"
    found = list(preview(app, TODAY, TODAY, done.names))
    assert [(one.space, len(one.prospects), len(one.failures)) for one in found] == [
        ("arlon", 0, 0),
        ("namur", 0, 1),
        ("plone", 1, 0),
    ]


def test_a_suspended_space_is_billed_too(app):
    suspend(app, "arlon", reason="Unpaid.", actor="rita")
    transaction.commit()
    assert shares(run(app, names=["arlon"])) == [("arlon", 2, 0)]


def test_a_stopped_run_goes_on_under_its_id(app):
    once = Once()
    first = run(app, shown=lambda name: once)
    assert shares(first) == [("arlon", 1, 0)]
    assert first.left == ("arlon", "namur", "plone") and not first.ended
    second = run(app, run_id=first.id)
    assert shares(second) == [("arlon", 2, 0), ("namur", 1, 0), ("plone", 1, 1)]
    assert second.id == first.id and second.ended


def test_a_preview_tells_everything_and_writes_nothing(app):
    transaction.commit()
    before = app._p_jar.db().lastTransaction()
    arlon, namur, plone = preview(app, TODAY, TODAY, everywhere.chosen(app, ()))
    assert (len(arlon.prospects), arlon.held, plone.held) == (2, 0, 1)
    (one,) = namur.prospects
    (line,) = one.document.lines
    assert (one.path, line.net) == ("/namur/conventions/access-00000", one.document.net)
    assert "full month(s) in force" in line.explanation
    assert "Hauteville" in plone.prospects[0].lacks[0]
    transaction.commit()
    assert app._p_jar.db().lastTransaction() == before


def test_papers_are_made_everywhere(app):
    run(app, names=["namur"])
    done = everywhere.papers(app)
    assert [(one.space, one.made, one.failures) for one in done] == [
        ("arlon", 0, ()),
        ("namur", 1, ()),
        ("plone", 0, ()),
    ]


def test_what_is_not_there_is_refused(app):
    with pytest.raises(NotFound):
        run(app, names=["nowhere"])
    with pytest.raises(NotFound):
        run(app, run_id="never")
    assert server_runs.runs(app) == ()


class TestIssuers:
    def test_the_operator_says_who_issues(self, app):
        assert issuers.give(app, "BE 0451.461.655", "namur", "rita") == "0451461655"
        assert issuers.keepers(app) == {"0451461655": "namur"}
        entry = history(app)[-1]
        assert (entry.action, entry.actor, entry.subject) == ("issuer_given", "rita", "0451461655")

    @pytest.mark.parametrize(
        "number, space, field",
        [("0451461650", "namur", "issuer"), ("0451461655", "nowhere", "space")],
    )
    def test_what_makes_no_sense_is_refused(self, app, number, space, field):
        with pytest.raises(UnprocessableEntity) as refused:
            issuers.give(app, number, space, "rita")
        assert [one.field for one in refused.value.findings] == [field]
        assert issuers.keepers(app) == {}
