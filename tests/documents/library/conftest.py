"""Conventions of the shapes for which models are shipped."""

from datetime import date
from decimal import Decimal
from factories import make_convention
from factories import make_partner
from plone import api
import pytest


SIGNED = date(2026, 3, 1)


def signatory(partner, name, capacity):
    return {"partner": partner.UID(), "name": name, "capacity": capacity}


@pytest.fixture
def town(portal):
    return make_partner(
        portal,
        "Commune de Sart-le-Haut",
        legal_form="administration communale",
        enterprise_number="0403019261",
        street="place de la Fontaine 1",
        postal_code="5000",
        city="Sart-le-Haut",
        email="info@sart.example.be",
    )


@pytest.fixture
def centre(portal, town):
    return make_partner(portal, "CPAS de Sart-le-Haut", entity_kind="cpas", commune=town.UID())


@pytest.fixture
def union(portal):
    return make_partner(
        portal,
        "Entraide des communes",
        entity_kind="association",
        legal_form="ASBL",
        iban="BE71096123456769",
        street="rue du Pont 8",
        postal_code="5002",
        city="Bourg",
    )


@pytest.fixture
def values(union, centre):
    """What a convention of access to a shared server says."""
    return {
        "title": "Accès au serveur commun",
        "kind": "access",
        "reference": "2026-014",
        "text_language": "fr",
        "parties": [
            {"partner": union.UID(), "role": "provider"},
            {"partner": centre.UID(), "role": "user"},
        ],
        "signatories": [
            signatory(union, "Claire Modèle", "Secrétaire générale"),
            signatory(centre, "Denis Essai", "Président"),
            signatory(centre, "Eva Preuve", "Directrice générale"),
        ],
        "contacts": [{"partner": union.UID(), "name": "Fanny Test", "email": "f@e.example.be"}],
        "commitments": [
            {
                "partner": union.UID(),
                "description": "Former les agents désignés",
                "quantity": Decimal(2),
                "unit": "séances",
            }
        ],
        "council_date": None,
        "council_number": None,
        "start_rule": "next_month",
        "duration_unit": "years",
        "duration_count": 1,
        "renewal": "tacit",
        "renewal_months": 12,
        "renewal_cap_months": 48,
        "notice_count": 1,
        "notice_unit": "months",
        "notice_means": "letter",
        "breach_count": 30,
        "issuer": union.UID(),
        "prices": [
            {
                "description": "Participation",
                "basis": "monthly",
                "amount": Decimal(82),
                "vat_rate": Decimal(21),
                "vat_category": "S",
                "indexed": True,
            }
        ],
        "reduction_percent": Decimal(50),
        "reduction_condition": "commune_in_force",
        "index_series": "health_index",
        "index_base_month": date(2025, 12, 1),
        "payment_days": 30,
        "contacts_days": 15,
    }


@pytest.fixture
def convention(portal, union, centre, values):
    return make_convention(portal, [union, centre], **values)


@pytest.fixture
def free(portal, town, union):
    """A convention without a price, between partners of every role a model may ask for."""

    def made(*roles, **more):
        return make_convention(
            portal,
            [town, union],
            title="Agir ensemble",
            kind="partnership",
            monetary=False,
            free_of_charge=True,
            council_date=None,
            council_number=None,
            parties=[
                {"partner": partner.UID(), "role": role}
                for partner, role in zip((town, union), roles, strict=True)
            ],
            signatories=[
                signatory(town, "Gilles Exemple", "Bourgmestre"),
                signatory(union, "Claire Modèle", "Présidente"),
            ],
            commitments=[
                {"partner": town.UID(), "description": "Prêter une salle", "due": SIGNED},
                {"partner": union.UID(), "description": "Animer", "amount": Decimal(1200)},
            ],
            **more,
        )

    return made


@pytest.fixture
def library(portal):
    return portal["library"]


@pytest.fixture
def make_model(library):
    def made(title="Modèle", **values):
        values = {"kind": "convention", "language": "fr", **values}
        return api.content.create(library, "Model", title=title, **values)

    return made
