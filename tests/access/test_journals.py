"""A journal tells no more of an annex than the annex itself would."""

from collective.conventions.access.journals import telling
from collective.conventions.journal.storage import find
from collective.conventions.lifecycle.restricting import restrict
from factories import make_annex
from factories import make_convention
from plone import api
import pytest


@pytest.fixture
def convention(portal, partners):
    made = make_convention(portal, partners, "signed")
    make_annex(made, "Open", "public")
    closed = make_annex(made, "Closed", "parties")
    restrict(closed, "secretariat", "It names a child.")
    make_annex(made, "Twin", "secretariat")
    make_annex(made, "Twin", "public")
    gone = make_annex(made, "Gone", "public")
    api.content.delete(gone)
    return made


def told(convention, uid=None):
    """(title, whether its values and reason are told) of each entry about an annex."""
    journal = find(uid or convention.UID())
    tell = telling(journal.uid)
    entries = [tell(entry) for entry in journal if entry.action.startswith("part_")]
    return [(one.subject, bool(one.before or one.after), bool(one.reason)) for one in entries]


def test_who_may_read_all_annexes_is_told_all(convention, people):
    for group in ("council_secretaries", "convention_authors", "space_managers"):
        with api.env.adopt_user(username=people(f"of-{group}", group)):
            assert told(convention)[:3] == [
                ("Open", True, False),
                ("Closed", True, False),
                ("Closed", True, True),
            ]


@pytest.mark.parametrize("group", ["signature_officers", "finance_officers"])
def test_of_a_closed_annex_others_learn_the_title(convention, people, group):
    with api.env.adopt_user(username=people("somebody", group)):
        assert told(convention) == [
            ("Open", True, False),
            ("Closed", False, False),
            ("Closed", False, False),
            # Two of one title cannot be told apart: then nothing is said of either.
            ("Twin", False, False),
            ("Twin", False, False),
            ("Gone", False, False),
            ("Gone", False, False),
        ]


def test_what_is_not_about_an_annex_is_told_as_it_is(convention, people):
    journal = find(convention.UID())
    with api.env.adopt_user(username=people("signer", "signature_officers")):
        tell = telling(journal.uid)
        own = [entry for entry in journal if not entry.action.startswith("part_")]
        assert own
        assert [tell(entry) for entry in own] == own


def test_of_a_convention_that_is_gone_no_annex_is_told(portal, partners, people):
    draft = make_convention(portal, partners)
    make_annex(draft, "Open", "public")
    uid = draft.UID()
    api.content.delete(draft)
    with api.env.adopt_user(username=people("signer", "signature_officers")):
        assert told(draft, uid) == [("Open", False, False)]
    with api.env.adopt_user(username=people("manager", "space_managers")):
        assert told(draft, uid) == [("Open", True, False)]
