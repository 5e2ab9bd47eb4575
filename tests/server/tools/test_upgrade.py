"""Spaces are brought up to the software one by one; a failing one stays as it was (C5)."""

from collective.conventions.progress import Progress
from collective.conventions.server.journal import history
from collective.conventions.server.spaces import entered
from collective.conventions.server.tools.upgrade import failures
from collective.conventions.server.tools.upgrade import upgrade
from collective.conventions.server.tools.versions import pending_of
from collective.conventions.server.tools.versions import versions
from toolset import description
from toolset import make_space
from toolset import PROFILE
from toolset import version
from ZODB.POSException import ConflictError
import pytest
import toolbox
import transaction


OURS = "collective.conventions:default"
PLONE = "Products.CMFPlone:plone"


class Told(Progress):
    """Remembers what it was told, and stops after so many spaces."""

    def __init__(self, most=99):
        self.said = []
        self.most = most

    @property
    def stopped(self):
        return len(self.said) - 1 >= self.most

    def begin(self, work, total):
        self.said.append((work, total))

    def done(self, work, about):
        self.said.append(("done", about))

    def failed(self, work, failure):
        self.said.append(("failed", failure.about))


@pytest.fixture
def three(server):
    """Three spaces with a tool of two versions ago."""
    for name in ("arlon", "namur", "dinant"):
        make_space(server, name, version="1000")
    transaction.commit()
    return server


def run(app, *names, progress=None):
    return upgrade(app, names, progress, actor="olga")


def test_a_space_tells_its_versions_and_what_waits(three):
    with entered(three, "namur") as portal:
        found = {one.profile: one for one in versions(portal)}
    tool = found[PROFILE]
    assert (tool.installed, tool.available, tool.pending) == ("1000", "1002", 2)
    assert found[PLONE].title == "Plone"
    assert found[PLONE].package.startswith("Products.CMFPlone 6.")
    assert found[PLONE].installed == found[PLONE].available
    assert found[OURS].package.startswith("collective.conventions 1")
    assert (found[OURS].pending, found[PLONE].pending) == (0, 0)


def test_all_are_upgraded_and_the_journal_says_from_what_to_what(three):
    told = Told()
    outcomes = run(three, "arlon", "namur", progress=told)
    assert [(one.space, one.failure) for one in outcomes] == [("arlon", ""), ("namur", "")]
    assert told.said == [("upgrade", 2), ("done", "arlon"), ("done", "namur")]
    assert description(three, "namur") == "made first second"
    assert "from-the-toolbox" in three["namur"]
    assert [version(three, name) for name in ("arlon", "namur", "dinant")] == [
        "1002",
        "1002",
        "1000",
    ]
    entry = [one for one in history(three) if one.subject == "namur"][-1]
    assert (entry.action, entry.actor) == ("space_upgraded", "olga")
    assert (entry.before[PROFILE], entry.after[PROFILE]) == ("1000", "1002")


def test_what_an_upgrade_made_is_found_in_its_own_space(three):
    run(three, "arlon", "namur")
    for name in ("arlon", "namur"):
        with entered(three, name) as portal:
            found = portal.portal_catalog.unrestrictedSearchResults(Title="From the toolbox")
            assert [one.getPath() for one in found] == [f"/{name}/from-the-toolbox"]


def test_a_failing_space_is_left_as_it_was_and_the_others_are_upgraded(three):
    toolbox.TROUBLE["namur"] = RuntimeError("the disk is full")
    told = Told()
    outcomes = run(three, "arlon", "namur", "dinant", progress=told)
    assert [one.failure for one in outcomes] == ["", "RuntimeError: the disk is full", ""]
    assert told.said[1:] == [("done", "arlon"), ("failed", "namur"), ("done", "dinant")]
    assert description(three, "namur") == "made"
    assert "from-the-toolbox" not in three["namur"]
    assert version(three, "namur") == "1000"
    assert version(three, "dinant") == "1002"
    failed = failures(three)["namur"]
    assert failed.why == "RuntimeError: the disk is full"
    entry = history(three)[-2]
    assert (entry.action, entry.subject) == ("upgrade_failed", "namur")


def test_the_next_run_does_what_is_left_and_forgets_the_failure(three):
    toolbox.TROUBLE["namur"] = RuntimeError("the disk is full")
    names = ("arlon", "namur", "dinant")
    run(three, *names)
    left = pending_of(three, names)
    assert [name for name in names if left[name]] == ["namur"]
    toolbox.TROUBLE.clear()
    outcomes = run(three, *names)
    assert [sorted(one.after) for one in outcomes] == [[], [PROFILE], []]
    assert description(three, "namur") == "made first second"
    assert failures(three) == {}


def test_what_needs_nothing_leaves_no_entry(three):
    run(three, "arlon")
    before = len(history(three))
    run(three, "arlon")
    assert len(history(three)) == before


def test_stopped_between_two_spaces(three):
    outcomes = run(three, "arlon", "namur", progress=Told(most=1))
    assert [one.space for one in outcomes] == ["arlon"]
    assert (version(three, "arlon"), version(three, "namur")) == ("1002", "1000")


def test_a_step_cannot_keep_half_of_an_upgrade(three):
    toolbox.TROUBLE["namur"] = transaction.commit
    outcomes = run(three, "namur", "arlon")
    assert outcomes[0].failure.startswith("KeptHalf: ")
    assert description(three, "namur") == "made"
    assert version(three, "arlon") == "1002"


def test_a_space_in_which_people_write_is_tried_again(three):
    tries = []

    def conflict():
        tries.append(1)
        if len(tries) < 3:
            raise ConflictError("somebody was quicker")

    toolbox.TROUBLE["namur"] = conflict
    assert [one.failure for one in run(three, "namur")] == [""]
    assert len(tries) == 3
    assert description(three, "namur") == "made first second"


def test_our_own_package_and_plone_are_upgraded_by_their_steps(three, monkeypatch):
    with entered(three, "namur") as portal:
        portal.portal_setup.setLastVersionForProfile(PLONE, "6200")
    transaction.commit()
    waiting = {one.profile: one for one in pending_of(three, ["namur"])["namur"]}
    assert waiting[PLONE].installed == "6200"
    (outcome,) = run(three, "namur")
    assert outcome.failure == ""
    assert version(three, "namur", PLONE) == waiting[PLONE].available


def test_a_space_that_is_none_is_reported(three):
    (outcome,) = run(three, "nowhere")
    assert outcome.failure.startswith("KeyError")
