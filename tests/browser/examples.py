"""Conventions as they stand in a municipal secretariat: true facts, invented persons."""

from collective.conventions.clock import today
from collective.conventions.lifecycle.steps import take
from datetime import date
from decimal import Decimal
from plone import api
from plone.namedfile.file import NamedBlobFile


def partner(portal, title, kind="association", **values):
    return api.content.create(
        portal["partners"], "Partner", title=title, entity_kind=kind, **values
    )


def city(portal):
    return partner(
        portal,
        "Ville de Bruxelles",
        "commune",
        legal_form="Commune",
        enterprise_number="0207373429",
        nis_code="21004",
        street="Rue des Halles 4",
        postal_code="1000",
        city="Bruxelles",
        iban="BE68539007547034",
        email="secretariat@bruxelles.example",
        phone="+32 2 555 01 01",
        representatives=[
            {"name": "Nadia Verhaegen", "capacity": "Secrétaire de la Ville", "since": None},
            {"name": "Olivier Demeyer", "capacity": "Échevin", "since": date(2024, 12, 1)},
        ],
    )


def region(portal):
    return partner(
        portal,
        "Centre d'Informatique pour la Région bruxelloise (CIRB)",
        "region",
        enterprise_number="0240682635",
        street="Avenue des Arts 21",
        postal_code="1000",
        city="Bruxelles",
        contacts=[
            {
                "name": "Sofia Lambrecht",
                "role": "Cheffe de projet",
                "email": "sofia@cirb.example",
                "phone": "+32 2 555 02 02",
            }
        ],
    )


def signatory(party, name, capacity, **values):
    return {
        "partner": party.UID(),
        "name": name,
        "capacity": capacity,
        "by_delegation": False,
        "date_signed": None,
        "original_received": None,
        **values,
    }


def commitment(party, description, **values):
    return {"partner": party.UID(), "description": description, **values}


def collaboration(portal, town, centre, **values):
    """The collaboration of a city and a regional body, as a draft that lacks nothing."""
    return api.content.create(
        portal["conventions"],
        "Convention",
        **{
            "title": "Collaboration au programme WePulse",
            "kind": "collaboration",
            "reference": "GRC/2024/017",
            "subject_matter": "Les parties collaborent au volet « relation avec les citoyens ».",
            "monetary": True,
            "parties": [
                {"partner": town.UID(), "role": "authority"},
                {"partner": centre.UID(), "role": "partner"},
            ],
            "signatories": [
                signatory(town, "Olivier Demeyer", "Échevin", by_delegation=True),
                signatory(town, "Nadia Verhaegen", "Secrétaire de la Ville"),
                signatory(centre, "Karim Wouters", "Directeur général"),
            ],
            "contacts": [
                {
                    "partner": town.UID(),
                    "name": "Inès Claes",
                    "role": "Smart City",
                    "email": "ines@bruxelles.example",
                    "phone": "+32 2 555 01 02",
                    "since": None,
                }
            ],
            "commitments": [
                commitment(
                    town,
                    "Fournir la documentation des processus du portail citoyen",
                    domain="GRC",
                    due=date(2025, 1, 31),
                ),
                commitment(
                    centre,
                    "Deux profils internes : droits d'accès et suivi des niveaux de service",
                    domain="FIDUS",
                    quantity=Decimal(2),
                    unit="profils",
                    condition="Pour autant que les éléments soient exploités",
                ),
                commitment(
                    centre,
                    "Développer les liens avec le CRM de la Ville",
                    domain="NOVA / MyPermit",
                    quantity=Decimal(700),
                    unit="jours-homme",
                    amount=Decimal(940000),
                    budget="Budget WePulse",
                    due=date(2024, 12, 31),
                    done=date(2024, 12, 20),
                    evidence="Procès-verbal de recette",
                ),
                commitment(
                    centre,
                    "Intégrer Fix My Street",
                    quantity=Decimal(50),
                    unit="jours-homme",
                ),
                commitment(
                    centre,
                    "Participation à la version Web In – Web Out",
                    domain="OSIRIS",
                    amount=Decimal(800000),
                    budget="Budget OSIRIS",
                ),
            ],
            "college_date": date(2024, 6, 6),
            "college_number": "2024/0606/41",
            "council_date": date(2024, 6, 24),
            "council_number": "2024/0624/12",
            "folder_reference": "OJ-2024-1187",
            "agenda_number": "12",
            "start_rule": "last_signature",
            "duration_unit": "unlimited",
            "resolutory_condition": "Suspension ou annulation par l'autorité de tutelle.",
            "dispute_settlement": "Cours et tribunaux de Bruxelles.",
            **values,
        },
    )


def signed(convention, day=date(2024, 9, 2), **values):
    """Approve and sign a convention that is complete."""
    take(convention, "approve", today())
    convention.signatories = [
        {**row, "date_signed": day, "original_received": day} for row in convention.signatories
    ]
    for name, value in values.items():
        setattr(convention, name, value)
    take(convention, "sign", today())
    convention.reindexObject()
    return convention


def annex(convention, title, publication="parties", number=""):
    file = NamedBlobFile(b"%PDF-1.4 " + b"x" * 48000, "application/pdf", f"{title}.pdf")
    return api.content.create(
        convention, "Annex", title=title, publication=publication, number=number, file=file
    )


def invoice(convention, issuer, customer, **values):
    return api.content.create(
        convention,
        "Invoice",
        **{
            "title": "Premier semestre",
            "document_kind": "invoice",
            "issuer": issuer.UID(),
            "customer": customer.UID(),
            "invoice_date": date(2026, 1, 1),
            "due_date": date(2026, 1, 31),
            "period_start": date(2026, 1, 1),
            "period_end": date(2026, 6, 30),
            "lines": [
                {
                    "description": "Accès au serveur, par mois",
                    "quantity": Decimal(6),
                    "unit_price": Decimal(82),
                    "vat_rate": Decimal(21),
                }
            ],
            **values,
        },
    )
