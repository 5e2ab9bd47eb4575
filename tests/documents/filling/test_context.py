"""The context has the shape that is documented, and says what the convention says."""

from collective.conventions.documents.filling.context import context_of
from collective.conventions.documents.filling.fields import FIELDS
from collective.conventions.documents.filling.letters import Letter
from collective.conventions.documents.filling.letters import Unpaid
from datetime import date
from decimal import Decimal
from factories import make_annex
from factories import make_convention
from factories import make_partner
import pytest


TODAY = date(2026, 2, 3)


def strays(fields, values, path=""):
    """Where values have another shape than their fields."""
    if set(fields) != set(values):
        yield path, set(fields) ^ set(values)
    for name, field in fields.items():
        value, here = values.get(name), f"{path}.{name}"
        if field.kind == "record":
            yield from strays(field.fields, value, here)
        elif field.kind == "list":
            for entry in value:
                yield from strays(field.fields, entry, here)
        elif not isinstance(value, {"text": str, "flag": bool, "number": int}[field.kind]):
            yield here, value


@pytest.fixture
def agreement(portal):
    first, second = (
        make_partner(portal, "Ville"),
        make_partner(portal, "ASBL", iban="BE71096123456769"),
    )
    return make_convention(
        portal,
        [first, second],
        issuer=second.UID(),
        notice_by=first.UID(),
        notice_count=3,
        notice_means="registered",
        breach_count=8,
        breach_basis="presentation",
        duration_unit="until_date",
        end_date=date(2027, 12, 31),
        start_rule="fixed_date",
        start_date=date(2026, 4, 1),
        commitments=[{"partner": first.UID(), "description": "Aider", "quantity": Decimal("1.5")}],
        contacts=[{"partner": second.UID(), "name": "H. Essai"}],
        prices=[
            {"description": "Accès", "basis": "monthly", "amount": Decimal(82), "indexed": True},
            {"description": "Entrée", "basis": "one_off", "amount": Decimal(5), "day": TODAY},
        ],
    )


@pytest.mark.parametrize("language", ["fr", "nl", "de", "en"])
def test_the_shape_is_the_documented_one(agreement, language):
    make_annex(agreement, "Règlement", annex_kind="annex")
    letter = Letter(invoices=(Unpaid("1", TODAY, None, Decimal(2), Decimal(1)),))
    for asked in (None, letter):
        assert list(strays(FIELDS, context_of(agreement, language, TODAY, asked))) == []


def test_the_words_are_those_of_the_convention(agreement):
    told = context_of(agreement, "fr", TODAY)
    assert told["today"] == "3\xa0février\xa02026"
    assert told["term"]["start"] == "le 1er\xa0avril\xa02026"
    assert told["term"]["duration"] == "jusqu’au 31\xa0décembre\xa02027 inclus"
    assert told["notice"]["sentence"].startswith("Seule la partie Ville peut mettre fin")
    assert "notifié par lettre recommandée" in told["notice"]["sentence"]
    assert (
        "dans un délai de huit jours à partir de la première présentation"
        in told["breach"]["sentence"]
    )
    assert told["prices"][0]["sentence"] == "82,00\xa0€ hors TVA par mois"
    assert told["prices"][1]["sentence"].endswith("en une fois, dû le 3\xa0février\xa02026")
    assert told["price"]["customer"] == "Ville"
    assert told["parties"][1]["iban"] == "BE71 0961 2345 6769"
    assert told["commitments"][0]["quantity"] == "1,5"


def test_dutch_says_it_in_its_own_way(agreement):
    told = context_of(agreement, "nl", TODAY)
    assert told["term"]["duration"] == "tot en met 31\xa0december\xa02027"
    assert told["notice"]["length"] == "drie maanden"


def test_a_closed_annex_is_named_as_such(agreement):
    make_annex(agreement, "Plan", "secretariat", annex_kind="annex")
    assert context_of(agreement, "fr", TODAY)["annexes"] == [
        {"number": "1", "title": "Plan", "closed": True}
    ]


def test_a_letter_has_a_sender_and_a_recipient(agreement):
    letter = context_of(agreement, "fr", TODAY, Letter(sender="ASBL", end=TODAY))["letter"]
    assert (letter["sender"]["name"], letter["recipient"]["name"]) == ("ASBL", "Ville")
    assert letter["end"] == "3\xa0février\xa02026"
