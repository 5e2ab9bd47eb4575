"""The decree on paper: what it is filed under, who decides, and that it is a draft until then."""

from collective.conventions.documents.decree.keeping import redraft
from collective.conventions.documents.decree.page import html
from collective.conventions.documents.decree.sheet import sheets_of
from datetime import date
from factories import bring
from factories import TODAY
from lxml.html import document_fromstring
import pytest


@pytest.fixture
def bilingual(convention):
    redraft(convention, "fr", TODAY)
    redraft(convention, "nl", TODAY)
    return convention


def texts(page, selector):
    return [
        " ".join(one.text_content().split())
        for one in document_fromstring(page).find_class(selector)
    ]


def test_a_draft_says_so_and_is_signed_by_nobody(bilingual):
    page = html(sheets_of(bilingual), "Plateforme")
    assert texts(page, "watermark") == ["PROJET"]
    assert texts(page, "mark") == ["Projet de délibération / Ontwerp van beslissing"]
    assert texts(page, "closing") == []
    assert texts(page, "sitting")[0] == "Séance du 19 octobre 2020"
    assert texts(page, "filed")[0] == "Réf. du dossier : 2367107N° de l’ordre du jour : 123"


def test_what_was_adopted_bears_its_number_and_date(bilingual):
    bilingual.council_date, bilingual.council_number = date(2020, 10, 20), "77"
    bring(bilingual, "council_approved")
    page = html(sheets_of(bilingual), "Plateforme")
    assert texts(page, "watermark") == []
    assert "Délibération n° : 77" in texts(page, "filed")[0]
    assert "20 octobre 2020" in texts(page, "closing")[0]
    assert "Le Secrétaire communal" in texts(page, "closing")[0]


def test_one_language_after_the_other_or_both_beside_each_other(bilingual):
    after = html(sheets_of(bilingual), "Plateforme")
    assert texts(after, "council") == [
        "LE CONSEIL COMMUNAL, siégeant en séance publique,",
        "DE GEMEENTERAAD, in openbare zitting vergaderd,",
    ]
    assert [one.get("lang") for one in document_fromstring(after).find_class("sheet")] == [
        "fr",
        "nl",
    ]
    beside = html(sheets_of(bilingual), "Plateforme", beside=True)
    (table,) = document_fromstring(beside).find_class("beside")
    rows = table.xpath("./tbody/tr")
    assert all([cell.get("lang") for cell in row] == ["fr", "nl"] for row in rows)
    paired = [row for row in rows if row[0].get("class") == "recitals"]
    assert len(paired) > 5
    assert "Gelet op" in paired[0][1].text_content()


def test_nothing_is_shown_where_nothing_is_written(convention):
    assert sheets_of(convention) == ()
