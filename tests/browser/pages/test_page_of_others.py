"""What the pages of partners, invoices and annexes say, and to whom."""

from browser.examples import annex
from browser.examples import collaboration
from browser.examples import invoice
from browser.examples import partner
from browser.examples import signed
from browser.pages.reading import html
from browser.pages.reading import view


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
