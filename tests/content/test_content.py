"""Conventions, partners and invoices on a real site."""

from collective.conventions.content.indexers import ENDLESS
from collective.conventions.content.invoice import Invoice
from collective.conventions.content.sources import CatalogVocabulary
from collective.conventions.content.values import snapshot
from collective.conventions.content.values import span_of
from collective.conventions.content.values import texts_of
from datetime import date
from decimal import Decimal
from plone import api
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
import pytest


@pytest.fixture
def portal(integration):
    setRoles(integration["portal"], TEST_USER_ID, ["Manager"])
    return integration["portal"]


@pytest.fixture
def commune(portal):
    return api.content.create(
        portal["partners"],
        "Partner",
        title="Commune de Hauteville",
        entity_kind="commune",
        enterprise_number="0207373429",
        nis_code="21004",
    )


@pytest.fixture
def union(portal):
    return api.content.create(
        portal["partners"], "Partner", title="Union des communes", entity_kind="association"
    )


@pytest.fixture
def convention(portal, commune, union):
    rows = [{"partner": commune.UID(), "role": "user"}, {"partner": union.UID(), "role": "partner"}]
    return api.content.create(
        portal["conventions"],
        "Convention",
        title="Accès au serveur",
        kind="access",
        parties=rows,
        signatories=[
            {"partner": row["partner"], "name": "A. B.", "date_signed": date(2026, 3, 9)}
            for row in rows
        ],
        start_rule="next_month",
        duration_unit="years",
        duration_count=1,
        renewal="tacit",
        renewal_months=12,
        renewal_cap_months=48,
    )


def test_the_term_of_the_access_convention_c13(convention):
    span = span_of(snapshot(convention))
    assert (span.start, span.end) == (date(2026, 4, 1), date(2030, 3, 31))


def test_a_draft_is_not_in_force(portal, convention):
    brain = portal.portal_catalog(UID=convention.UID())[0]
    assert (brain.force_start, brain.force_end) == (None, None)


def test_endless_is_found_as_ending_after_any_day():
    assert date(2200, 12, 31) < ENDLESS


def test_a_search_finds_a_convention_by_the_name_of_a_party(portal, convention):
    found = portal.portal_catalog(SearchableText="Hauteville", portal_type="Convention")
    assert [brain.UID for brain in found] == [convention.UID()]


def test_what_a_convention_refers_to_is_indexed(portal, convention, union):
    found = portal.portal_catalog(convention_uses=union.UID())
    assert [brain.UID for brain in found] == [convention.UID()]


def test_texts_hold_what_a_person_wrote_and_nothing_else(convention):
    texts = texts_of(snapshot(convention))
    assert texts["title"] == "Accès au serveur"
    assert "A. B." in texts["signatories"]
    assert "remarks" not in texts


def test_containers_are_unordered(portal, convention, commune):
    for container in (portal["conventions"], portal["partners"], convention, commune):
        assert container.getOrdering().__class__.__name__ == "UnorderedOrdering"


def test_our_types_keep_no_versions(portal):
    repository = api.portal.get_tool("portal_repository")
    ours = {"Convention", "Partner", "Invoice", "Annex"}
    assert ours.isdisjoint(repository.getVersionableContentTypes())
    assert ours.isdisjoint(api.portal.get_registry_record("plone.displayed_types"))


def test_the_totals_of_a_semester_c11():
    line = {
        "description": "Accès",
        "quantity": Decimal(6),
        "unit_price": Decimal("82.00"),
        "vat_rate": Decimal(21),
    }
    totals = Invoice("s1", lines=[line]).totals()
    assert (totals.net, totals.vat, totals.gross) == (
        Decimal("492.00"),
        Decimal("103.32"),
        Decimal("595.32"),
    )


def test_a_vocabulary_of_partners(portal, commune, convention):
    partners = CatalogVocabulary(portal_type="Partner")
    assert commune.UID() in partners
    assert convention.UID() not in partners
    assert partners.getTerm(commune.UID()).title == "Commune de Hauteville"
    assert len(partners) == len(list(partners)) == 2


@pytest.mark.parametrize("value", [None, "", "nobody", 12, {"UID": "x"}, ["x"]])
def test_a_vocabulary_refuses_what_is_no_uid(portal, commune, value):
    assert value not in CatalogVocabulary(portal_type="Partner")
