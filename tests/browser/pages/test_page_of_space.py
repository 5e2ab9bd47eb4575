"""What the landing page shows to whom, and that it is the front page."""

from AccessControl import Unauthorized
from browser.examples import collaboration
from browser.examples import commitment
from browser.examples import signed
from browser.pages.reading import html
from browser.pages.reading import view
from collective.conventions.browser.space.ways import HELP
from collective.conventions.browser.space.ways import KEEPING
from collective.conventions.browser.space.ways import MONEY
from collective.conventions.browser.space.ways import TEXTS
from collective.conventions.clock import today
from collective.conventions.install import hide_landing_page
from collective.conventions.install import show_landing_page
from collective.conventions.lifecycle.steps import take
from datetime import timedelta
from plone import api
from plone.app.layout.viewlets.common import GlobalSectionsViewlet
from plone.app.testing import applyProfile
from plone.app.testing import logout
import pytest


class TestSpace:
    def test_is_closed_to_the_public(self, portal, draft):
        signed(draft)
        logout()
        page = api.content.get_view("space", portal, portal.REQUEST)()
        assert "closed to the public" in page
        assert draft.title not in page

    def test_an_empty_space_shows_the_first_step(self, portal):
        assert "++add++Partner" in html(portal, "space", user="author")
        assert "++add++Partner" not in html(portal, "space", user="reader")

    def test_what_waits_for_whom(self, portal, draft, town, centre):
        approved = collaboration(portal, town, centre, title="Approved")
        take(approved, "approve", today())
        waiting = {
            name: [(tasks.title, [task.row.title for task in tasks.tasks]) for tasks in found]
            for name in ("author", "secretary", "signer")
            for found in [view(portal, "space", user=name)[0].waiting]
        }
        assert waiting == {
            "author": [],
            "secretary": [("To be approved by the Council", [draft.title])],
            "signer": [("To be signed", ["Approved"])],
        }

    def test_says_how_much_a_step_still_lacks(self, portal, draft):
        draft.council_number = ""
        found, _page = view(portal, "space", user="secretary")
        assert found.waiting[0].tasks[0].missing == 1

    @pytest.mark.parametrize("responsible", ["reader", "convention_readers"])
    def test_what_is_entrusted_to_me(self, portal, draft, responsible):
        draft.responsible = [responsible]
        draft.reindexObject()
        assert [row.title for row in view(portal, "space", user="reader")[0].entrusted.rows] == [
            draft.title
        ]
        assert view(portal, "space", user="author")[0].entrusted.rows == []

    def test_nobody_is_entrusted_by_being_of_a_party(self, portal, draft, contact):
        signed(draft)
        assert view(portal, "space", user=contact)[0].entrusted.rows == []

    def test_in_force(self, portal, draft, town, centre):
        signed(draft)
        ends = collaboration(
            portal,
            town,
            centre,
            title="Ends",
            duration_unit="until_date",
            end_date=today().replace(day=28),
        )
        signed(ends)
        over = collaboration(
            portal, town, centre, title="Over", duration_unit="months", duration_count=1
        )
        signed(over)
        found, _page = view(portal, "space")
        still = today() <= ends.end_date
        assert {row.title for row in found.in_force.rows} == {draft.title, *(["Ends"] * still)}

    def test_some_of_what_is_overdue_and_what_comes_next(self, portal, town, centre):
        for number, days in enumerate((-50, -40, -30, -20, -10, 0, 10, 20, 400)):
            due = today() + timedelta(days=days)
            owed = [commitment(town, "A report", due=due)]
            signed(collaboration(portal, town, centre, title=f"No. {number}", commitments=owed))
        found, page = view(portal, "space")
        assert [(line.title, line.overdue) for line in found.next_deadlines] == [
            *((f"No. {number}", True) for number in range(3)),
            *((f"No. {number}", False) for number in range(5, 8)),
        ]
        assert (found.deadlines.total, found.deadlines.overdue) == (8, 5)
        assert "deadlines?overdue=1" in page

    def test_every_list_is_bounded(self, portal, town, centre, monkeypatch):
        monkeypatch.setattr("collective.conventions.lifecycle.agenda.MOST", 2)
        for number in range(4):
            signed(collaboration(portal, town, centre, title=f"Number {number}"))
        found, page = view(portal, "space")
        assert (found.in_force.total, len(found.in_force.rows)) == (4, 2)
        assert f"?in_force_on={today().isoformat()}" in page


def opens(portal, name):
    try:
        portal.restrictedTraverse(f"@@{name}")
    except Unauthorized:
        return False
    return True


class TestWays:
    @pytest.mark.parametrize(
        "user", ["author", "secretary", "signer", "accountant", "reader", "space-manager"]
    )
    def test_lead_to_every_page_that_opens_and_to_no_other(self, portal, user):
        found, page = view(portal, "space", user=user)
        shown = {way.view for part in found.ways for way in part.ways}
        with api.env.adopt_user(username=user):
            every = (*TEXTS, *MONEY, *KEEPING, *HELP)
            assert shown == {way.view for way in every if opens(portal, way.view)}
        assert all(f'/@@{name}"' in page for name in shown)


class TestFrontPage:
    def test_is_ours(self, portal):
        assert portal.getLayout() == "space"

    def test_navigation_leads_to_conventions_and_partners(self, portal):
        viewlet = GlobalSectionsViewlet(portal, portal.REQUEST, None, None)
        viewlet.update()
        tabs = [entry["id"] for entry in viewlet.navtree[viewlet.navtree_path]]
        assert {"conventions", "partners"} <= set(tabs)

    def test_both_are_given_back(self, portal):
        applyProfile(portal, "collective.conventions:uninstall")
        assert portal.getLayout() == portal.getTypeInfo().default_view
        assert "space" not in portal.getTypeInfo().view_methods
        shown = api.portal.get_registry_record("plone.displayed_types")
        assert "Document" in shown
        assert "ConventionFolder" not in shown

    def test_a_chosen_one_stays(self, portal):
        portal.setLayout("summary_view")
        show_landing_page(portal)
        hide_landing_page(portal)
        assert portal.getLayout() == "summary_view"
