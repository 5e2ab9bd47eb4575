"""A decree says what is known of its convention, and nothing of a closed annex but the title."""

from collective.conventions.documents.decree.drafting import draft
from collective.conventions.documents.decree.drafting import PARTS
from collective.conventions.interfaces import BadRequest
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.terms.texts.text import plain
from datetime import date
from decimal import Decimal
from factories import make_convention
from factories import make_partner
import pytest


def said(convention, language="fr"):
    return {row["part"]: plain(row["body"]) for row in draft(convention, language)}


def test_every_part_is_drafted_in_order(convention):
    rows = draft(convention, "fr")
    assert [row["part"] for row in rows] == list(PARTS)
    assert {row["language"] for row in rows} == {"fr"}
    assert all(row["body"] for row in rows)


def test_what_is_known_of_the_convention_stands_in_it(convention):
    parts = said(convention)
    assert "Plateforme d'idées" in parts["subject"]
    assert "Ville de Belval et Service public des outils" in parts["subject"]
    assert "article 117" in parts["legal_basis"]
    assert "Ouvrir aux habitants" in parts["considerations"]
    assert "19 mars 2020" in parts["proposal"].replace("\xa0", " ")
    assert "44" in parts["proposal"]
    assert "Collège des Bourgmestre et Échevins" in parts["proposal"]
    assert "Anne Exemple (Échevine) reçoit mandat de la signer" in parts["operative"]
    assert "Bert Voorbeeld" not in parts["operative"]


def test_b5_it_points_to_what_it_replaces(portal, city, service, convention, draft_values):
    assert "la plateforme louée en 2017" in said(convention)["considerations"]
    assert "la plateforme louée en 2017" in said(convention)["operative"]
    later = make_convention(
        portal, [city, service], **{**draft_values, "predecessor": convention.UID()}
    )
    assert "Plateforme d'idées" in said(later)["considerations"]
    convention.replaced_arrangement = None
    assert "remplace" not in said(convention)["operative"]
    assert len(said(convention)["operative"].splitlines()) == 3


def test_b6_what_is_free_of_charge_says_so(convention):
    assert "à titre gratuit" in said(convention)["considerations"]
    convention.free_of_charge = False
    assert "aucun paiement" in said(convention)["considerations"]
    convention.monetary = True
    assert "aucun paiement" not in said(convention)["considerations"]


def test_a_price_and_the_worth_of_the_commitments_are_told(convention, city, service):
    convention.free_of_charge, convention.monetary = False, True
    convention.prices = [
        {"description": "Accès", "amount": Decimal("82"), "basis": "monthly", "vat_rate": 21}
    ]
    convention.commitments = [
        {"partner": city.UID(), "description": "Profils", "amount": Decimal("800000")},
        {"partner": service.UID(), "description": "Outils", "amount": Decimal("940000")},
    ]
    told = said(convention)["considerations"].replace("\xa0", " ")
    assert "Accès, 82,00 € hors TVA par mois" in told
    assert "800.000,00 €" in told
    assert "940.000" not in told


def test_what_was_entered_ends_no_recital_with_two_stops(convention):
    assert "proposer des idées ;" in said(convention)["considerations"].replace("\xa0", " ")


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"duration_unit": "unlimited"}, "durée indéterminée"),
        (
            {"duration_unit": "years", "duration_count": 1, "renewal": "tacit"},
            "durée d’un an, reconductible",
        ),
        ({"duration_unit": "months", "duration_count": 18}, "18 mois"),
        ({"duration_unit": "until_date", "end_date": date(2027, 12, 31)}, "31 décembre 2027"),
    ],
)
def test_the_duration_is_told(convention, values, told):
    for name, value in values.items():
        setattr(convention, name, value)
    assert told in said(convention)["considerations"].replace("\xa0", " ")


def test_b3_of_a_closed_annex_only_the_title_stands_in_the_decree(convention):
    lines = said(convention)["annexes"].splitlines()
    assert lines == [
        "Convention en néerlandais (NL)",
        "Analyse des risques – à consulter au secrétariat",
    ]
    assert not any("Secret words" in row["body"] for row in draft(convention, "fr"))


def test_b7_every_language_of_the_country_says_the_same(convention):
    convention.language_versions = [{"language": "nl", "title": "", "authoritative": True}]
    told = {language: said(convention, language) for language in ("fr", "nl", "de")}
    for part in PARTS:
        counts = {len(told[language][part].splitlines()) for language in told}
        assert len(counts) == 1, part
    assert "artikel 117" in told["nl"]["legal_basis"]
    assert "19 maart 2020" in told["nl"]["proposal"].replace("\xa0", " ")
    assert "19. März 2020" in told["de"]["proposal"].replace("\xa0", " ")
    assert "te raadplegen op het secretariaat" in told["nl"]["annexes"]
    assert "im Sekretariat einzusehen" in told["de"]["annexes"]
    assert "Frans en Nederlands" in told["nl"]["considerations"]


def test_a_council_does_not_decide_in_english(convention):
    with pytest.raises(BadRequest):
        draft(convention, "en")


def test_who_decides_is_a_commune_or_a_cpas(portal, service, draft_values):
    other = make_partner(portal, "Association", entity_kind="association")
    values = {**draft_values, "signatories": []}
    made = make_convention(portal, [service, other], **values)
    with pytest.raises(UnprocessableEntity) as error:
        draft(made, "fr")
    assert [one.code for one in error.value.findings] == ["no_council"]


def test_of_two_councils_it_is_the_one_of_the_space(portal, city, draft_values):
    centre = make_partner(portal, "CPAS de Belval", entity_kind="cpas", postal_code="5000")
    made = make_convention(portal, [city, centre], **{**draft_values, "signatories": []})
    assert "117" in said(made)["legal_basis"]
    portal.title = "CPAS  de belval"
    assert "8 juillet 1976" in said(made)["legal_basis"]
    assert "Bureau permanent" in said(made)["proposal"]


def test_markup_in_the_data_stays_text(convention):
    convention.title = "<b>Bold</b> & {{ entity }}"
    (body,) = (row["body"] for row in draft(convention, "fr") if row["part"] == "subject")
    assert "&lt;b&gt;Bold&lt;/b&gt; &amp; {{ entity }}" in body
