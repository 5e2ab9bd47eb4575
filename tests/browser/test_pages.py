"""What the pages say, and to whom."""

from collective.conventions.access.groups import partner_group
from collective.conventions.browser.convention.force import period_end
from collective.conventions.clock import today
from collective.conventions.content.values import term_of
from collective.conventions.install import hide_landing_page
from collective.conventions.install import show_landing_page
from collective.conventions.journal.storage import find
from collective.conventions.lifecycle.steps import take
from collective.conventions.terms.duration import Facts
from collective.conventions.terms.term import force
from datetime import date
from datetime import timedelta
from decimal import Decimal
from examples import annex
from examples import city
from examples import collaboration
from examples import commitment
from examples import invoice
from examples import partner
from examples import region
from examples import signed
from plone import api
from plone.app.layout.viewlets.common import GlobalSectionsViewlet
from plone.app.testing import applyProfile
from plone.app.testing import logout
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from zExceptions import Unauthorized
import pytest


#: Login name → the group that gives it its role.
MEMBERS = {
    "author": "convention_authors",
    "secretary": "council_secretaries",
    "signer": "signature_officers",
    "accountant": "finance_officers",
    "reader": "convention_readers",
    "space-manager": "space_managers",
}
RENEWED = {
    "duration_unit": "years",
    "duration_count": 1,
    "renewal": "tacit",
    "renewal_months": 12,
}


@pytest.fixture
def portal(integration):
    portal = integration["portal"]
    setRoles(portal, TEST_USER_ID, ["Manager"])
    for name, group in MEMBERS.items():
        api.user.create(email=f"{name}@example.org", username=name, password="a password of tests")
        api.group.add_user(groupname=group, username=name)
    return portal


@pytest.fixture
def town(portal):
    return city(portal)


@pytest.fixture
def centre(portal):
    return region(portal)


@pytest.fixture
def draft(portal, town, centre):
    return collaboration(portal, town, centre)


@pytest.fixture
def contact(portal, centre):
    """The login name of a person of the regional body."""
    api.user.create(email="c@example.org", username="contact", password="a password of tests")
    api.group.add_user(groupname=partner_group(centre.UID()), username="contact")
    return "contact"


def view(context, name="view", user="space-manager", **form):
    """A page as ``user`` sees it; its ``page`` for what it holds."""
    request = context.REQUEST
    request.form.clear()
    request.form.update(form)
    request["LANGUAGE"] = "en"
    with api.env.adopt_user(username=user):
        found = api.content.get_view(name, context, request)
        return found, found()


def html(*args, **options):
    return view(*args, **options)[1].replace("\u00a0", " ")


class TestConvention:
    def test_says_what_it_is_and_how_it_stands(self, draft):
        signed(draft, date(2024, 9, 2))
        page = html(draft)
        assert "Collaboration au programme WePulse" in page
        assert "GRC/2024/017" in page
        assert "In force since 2 September 2024, without an end." in page

    def test_tells_the_running_period_from_the_last_one(self, draft):
        term = term_of({"start_rule": "next_month", **RENEWED, "renewal_cap_months": 48})
        span = force(term, Facts(signed_dates=(date(2025, 3, 12),)))
        assert period_end(term, span, date(2026, 11, 1)) == date(2027, 3, 31)
        assert period_end(term, span, date(2025, 4, 1)) == date(2026, 3, 31)
        # After the last renewal nothing follows, and before the start nothing runs.
        assert period_end(term, span, date(2028, 4, 1)) is None
        assert period_end(term, span, date(2025, 3, 31)) is None

    @pytest.mark.parametrize(
        ("signed_on", "term", "expected"),
        [
            (-30, {}, "In force since"),
            (-30, {"duration_unit": "months", "duration_count": 12}, "In force from"),
            (-90, {"duration_unit": "months", "duration_count": 1}, "Was in force from"),
            (-30, {"start_rule": "condition"}, "Signed, but not in force."),
            (-30, {"start_rule": "next_month"} | RENEWED, "renewed by itself after"),
        ],
    )
    def test_says_whether_it_is_in_force(self, draft, signed_on, term, expected):
        for name, value in term.items():
            setattr(draft, name, value)
        draft.council_date = draft.college_date = date(2020, 1, 1)
        signed(draft, today() + timedelta(days=signed_on))
        assert expected in view(draft)[0].in_force

    def test_a_draft_says_all_that_its_next_step_lacks(self, draft, town):
        draft.council_date = None
        draft.parties = []
        _found, page = view(draft, user="secretary")
        assert "Date of the Council&#x27;s decision:" in page.replace("'", "&#x27;")
        assert "two different parties" in page
        assert "@@step?step=approve" in page

    def test_names_the_party_that_has_nobody_to_sign(self, draft, town):
        draft.signatories = [row for row in draft.signatories if row["partner"] != town.UID()]
        take(draft, "approve", today())
        found, _page = view(draft, user="signer")
        (step,) = [step for step in found.steps if step.name == "sign"]
        assert any("Ville de Bruxelles has nobody" in lack.text for lack in step.missing)
        assert any(lack.place == "Signatories, Karim Wouters: Date signed" for lack in step.missing)

    def test_what_is_given_with_a_step_is_not_missing_before(self, draft):
        signed(draft)
        found, _page = view(draft)
        assert [(step.name, step.missing) for step in found.steps] == [("terminate", ())]

    def test_who_may_take_no_step_is_offered_none(self, draft):
        page = html(draft, user="reader")
        assert "@@step" not in page
        assert "still to approve" in page

    def test_totals_per_party(self, draft, town, centre):
        found, page = view(draft)
        totals = {owed.partner.title: owed.total for owed in found.owed}
        assert totals[town.title].overdue == 1
        assert totals[centre.title].amount == Decimal(1740000)
        assert dict(totals[centre.title].quantities)["jours-homme"] == 750
        assert "1,740,000.00" in page

    def test_amounts_are_written_for_the_reader(self, draft):
        draft.REQUEST["LANGUAGE"] = "fr"
        found = api.content.get_view("view", draft, draft.REQUEST)
        assert found.money(Decimal("12345.67")) == "12.345,67\u00a0€"
        assert found.day(date(2026, 4, 1)) == "1er\u00a0avril\u00a02026"

    def test_a_commitment_kept_in_time_is_not_overdue(self, draft, centre):
        draft.commitments = [
            commitment(centre, "Kept", due=date(2024, 1, 1), done=date(2024, 1, 1)),
        ]
        assert "cv-overdue" not in html(draft)

    def test_term_in_words(self, draft):
        for name, value in {
            "start_rule": "next_month",
            **RENEWED,
            "renewal_cap_months": 48,
            "notice_count": 1,
            "notice_means": "letter",
        }.items():
            setattr(draft, name, value)
        found, _page = view(draft)
        term = dict(found.fact_sections["term"])
        assert term["Duration"] == "1 year."
        assert term["Renewal"] == (
            "Each time for 1 year, by itself, unless notice is given. "
            "At most 4 years, counted from the start."
        )
        assert term["Notice"].startswith("1 month; given by: Letter; counted from:")

    @pytest.mark.parametrize("name", ["cv-consents", "cv-notices", "cv-undertakings", "cv-remarks"])
    def test_an_empty_section_is_not_there(self, draft, name):
        assert f'id="{name}"' not in html(draft)

    def test_who_may_fill_a_section_is_shown_how(self, draft):
        draft.parties = draft.commitments = draft.signatories = draft.contacts = []
        assert "Add the parties" in html(draft, user="author")
        assert "Add the parties" not in html(draft, user="reader")

    def test_nothing_is_invoiced_for_a_non_monetary_convention(self, draft):
        signed(draft)
        assert "Add an invoice" in html(draft, user="accountant")
        draft.monetary = False
        assert "Add an invoice" not in html(draft, user="accountant")

    def test_invoices_are_added_up_and_credit_notes_deducted(self, draft, town, centre):
        signed(draft)
        invoice(draft, town, centre)
        invoice(draft, town, centre, title="Back", document_kind="credit_note")
        invoice(draft, town, centre)
        found, _page = view(draft, user="accountant")
        assert found.invoiced == "595.32\u00a0€"

    def test_a_replaced_convention_leads_to_the_next(self, draft, portal, town, centre):
        later = collaboration(portal, town, centre, title="Later", predecessor=draft.UID())
        assert "To be replaced by" in html(draft)
        assert draft.absolute_url() in html(later)

    def test_history_is_short(self, draft):
        for number in range(7):
            annex(draft, f"Annex {number}")
        found, _page = view(draft)
        assert [line.what for line in found.history] == [
            f"Added: “Annex {number}”" for number in (6, 5, 4, 3, 2)
        ]


class TestPartnerContact:
    """What the people of a partner see of its convention, and what they do not."""

    def test_sees_the_parties_without_a_way_to_the_others(self, draft, contact, town, centre):
        signed(draft)
        page = html(draft, user=contact)
        assert town.title in page
        assert town.absolute_url() not in page
        assert centre.absolute_url() in page

    def test_knows_nothing_of_what_is_closed_to_it(self, draft, contact, portal, town):
        older = collaboration(portal, town, town, title="Secret predecessor")
        draft.predecessor = older.UID()
        draft.remarks = "Internal remark"
        draft.responsible = ["secretary"]
        annex(draft, "Closed estimate", "secretariat")
        signed(draft)
        page = html(draft, user=contact)
        for hidden in ("Secret predecessor", "Internal remark", "Closed estimate", "Responsible"):
            assert hidden not in page
        assert "Next step" not in page

    def test_sees_no_history(self, draft, contact):
        signed(draft)
        assert "@@journal" not in html(draft, user=contact)

    def test_has_its_conventions_on_its_landing_page(self, draft, contact, portal, town):
        signed(draft)
        collaboration(portal, town, partner(portal, "Other"), title="Of others")
        page = html(portal, "space", user=contact)
        assert draft.title in page
        assert "Of others" not in page


def test_insiders_know_of_an_annex_that_only_the_secretariat_shows(draft):
    annex(draft, "Closed estimate", "secretariat", "1")
    signed(draft)
    found, page = view(draft, user="signer")
    assert [closed.title for closed in found.closed_annexes] == ["Closed estimate"]
    assert found.annexes == []
    assert "@@download" not in page
    assert view(draft, user="secretary")[0].closed_annexes == []


class TestPartner:
    def test_identifiers_as_people_write_them(self, town):
        page = html(town)
        assert "0207.373.429" in page
        assert "BE68 5390 0754 7034" in page

    def test_a_cpas_and_its_commune_lead_to_each_other(self, portal, town):
        centre = partner(portal, "CPAS de Bruxelles", "cpas", commune=town.UID())
        assert centre.absolute_url() in html(town)
        assert town.absolute_url() in html(centre)

    def test_lists_only_what_the_reader_may_see(self, draft, town):
        assert draft.absolute_url() in html(town, user="reader")
        assert draft.absolute_url() not in html(town, user="signer")

    def test_lists_so_many_and_no_more(self, portal, town, centre, monkeypatch):
        monkeypatch.setattr("collective.conventions.browser.partner.view.MOST", 2)
        for number in range(3):
            collaboration(portal, town, centre, title=f"Number {number}")
        found, page = view(town)
        assert (found.total, len(found.conventions)) == (3, 2)
        assert f"/conventions?partner={town.UID()}" in page


class TestInvoice:
    def test_is_a_draft_with_its_totals(self, draft, town, centre):
        signed(draft)
        page = html(invoice(draft, town, centre), user="accountant")
        assert "DRAFT" in page
        for amount in ("492.00 €", "103.32 €", "595.32 €"):
            assert amount in page
        assert "BE68 5390 0754 7034" in page

    def test_without_lines_has_no_totals(self, draft, town, centre):
        signed(draft)
        page = html(invoice(draft, town, centre, lines=[]), user="accountant")
        assert "There is no line yet." in page


class TestAnnex:
    def test_offers_its_file_and_says_who_may_read_it(self, draft):
        page = html(annex(draft, "Processus", "public", "1"), user="reader")
        assert "Public" in page
        assert "@@download/file" in page
        assert "48 KB" in page


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

    def test_in_force_and_ending_soon(self, portal, draft, town, centre):
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
        assert [row.title for row in found.ending.rows] == ["Ends"] * still

    def test_every_list_is_bounded(self, portal, town, centre, monkeypatch):
        monkeypatch.setattr("collective.conventions.lifecycle.agenda.MOST", 2)
        for number in range(4):
            signed(collaboration(portal, town, centre, title=f"Number {number}"))
        found, page = view(portal, "space")
        assert (found.in_force.total, len(found.in_force.rows)) == (4, 2)
        assert f"?in_force_on={today().isoformat()}" in page


class TestJournal:
    def test_speaks_of_fields_and_partners_by_their_names(self, draft, town, centre):
        take(draft, "approve", today())
        take(draft, "withdraw", today(), reason="Error in the annex")
        found, page = view(draft, "journal")
        assert "Error in the annex" in page
        assert town.UID() not in page
        withdrawn = found.lines[0]
        changed = {change.label: (change.before, change.after) for change in withdrawn.changes}
        assert changed["Date of the Council's decision"] == ("24\u00a0June\u00a02024", "")

    def test_shows_the_cell_of_a_row_that_changed(self, draft):
        signed(draft, date(2024, 9, 2))
        found, _page = view(draft, "journal")
        labels = {change.label: change.after for change in found.lines[0].changes}
        assert labels["Signatories, row 1: Date signed"] == "2\u00a0September\u00a02024"

    def test_says_that_nothing_was_altered_or_what_was(self, draft):
        assert "No entry was altered" in html(draft, "journal")
        take(draft, "approve", today())
        journal = find(draft.UID())
        journal.entries[1] = {**journal.entries[1], "after": {"council_date": "garbled"}}
        found, page = view(draft, "journal")
        assert any("Entry 1 was altered" in broken for broken in found.breaks)
        assert "garbled" in page

    def test_is_read_in_batches(self, draft, monkeypatch):
        monkeypatch.setattr("collective.conventions.browser.journal.view.SIZE", 2)
        for number in range(4):
            annex(draft, f"Annex {number}")
        numbers = [
            [line.number for line in view(draft, "journal", page=page)[0].lines]
            for page in ("1", "2", "3", "99", "-1", "x")
        ]
        assert numbers == [[5, 4], [3, 2], [1], [1], [5, 4], [5, 4]]

    @pytest.mark.parametrize("name", ["journal", "historyview", "contenthistory"])
    def test_is_closed_to_who_may_not_read_it(self, draft, contact, name):
        signed(draft)
        with api.env.adopt_user(username=contact), pytest.raises(Unauthorized):
            draft.restrictedTraverse(f"@@{name}")
        with api.env.adopt_user(username="secretary"):
            assert draft.restrictedTraverse(f"@@{name}")

    def test_parts_have_no_history_of_their_own(self, draft, contact):
        paper = annex(draft, "Processus")
        signed(draft)
        with api.env.adopt_user(username=contact), pytest.raises(Unauthorized):
            paper.restrictedTraverse("@@contenthistory")


class TestJournalsOfASpace:
    def test_keep_what_was_deleted(self, portal, draft):
        uid = draft.UID()
        api.content.delete(draft)
        found, page = view(portal, "journals", deleted="1")
        assert [journal.uid for journal in found.shown] == [uid]
        assert "deleted" in page
        assert "Deleted" in html(portal, "journals", uid=uid)

    def test_are_for_who_keeps_the_space(self, portal):
        assert "@@journals" in html(portal, "space")
        assert "@@journals" not in html(portal, "space", user="secretary")
        with api.env.adopt_user(username="secretary"), pytest.raises(Unauthorized):
            portal.restrictedTraverse("@@journals")


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
