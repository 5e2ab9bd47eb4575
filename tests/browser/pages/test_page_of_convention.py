"""What the page of a convention says, and to whom."""

from browser.examples import annex
from browser.examples import collaboration
from browser.examples import commitment
from browser.examples import invoice
from browser.examples import partner
from browser.examples import signed
from browser.pages.reading import html
from browser.pages.reading import view
from collective.conventions.browser.convention.force import period_end
from collective.conventions.clock import today
from collective.conventions.content.values import term_of
from collective.conventions.lifecycle.steps import take
from collective.conventions.terms.duration import Facts
from collective.conventions.terms.term import force
from datetime import date
from datetime import timedelta
from decimal import Decimal
from plone import api
import pytest


RENEWED = {
    "duration_unit": "years",
    "duration_count": 1,
    "renewal": "tacit",
    "renewal_months": 12,
}


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
        assert "Date of the Council&#x27;s decision</strong>:" in page.replace("'", "&#x27;")
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

    def test_a_draft_invoice_is_shown_and_not_added_up(self, draft, town, centre):
        signed(draft)
        invoice(draft, town, centre)
        found, page = view(draft, user="accountant")
        assert [one.state for one in found.invoices] == ["draft"] and "595.32" in page
        assert found.invoiced == "0.00\u00a0€"

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
