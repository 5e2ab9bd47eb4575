"""The everyday conventions of FuturoCité, with those who help it."""

from collective.conventions.commands.demo import people
from collective.conventions.commands.demo.model import owes
from collective.conventions.commands.demo.ordinary import House
from collective.conventions.commands.demo.partners import commune
from collective.conventions.commands.demo.partners import public_body
from datetime import date


ASSOCIATION = House("futurocite-asbl", ((people.FUTUROCITE_DIRECTOR, "Directeur exécutif"),))

PARTNERS = {
    "valrond": commune("Commune de Valrond", "5698", "Valrond", "93098", people.VALROND_MAYOR),
    "brumelle": commune("Commune de Brumelle", "6899", "Brumelle", "84099", people.BRUMELLE_MAYOR),
    "wallonie": public_body("Région wallonne", "region", "Namur", "0316381138"),
    "unamur": public_body("Université de Namur", "association", "Namur"),
}

OTHERS = (
    ASSOCIATION.agreement(
        "digital-wallonia",
        "Subside du programme Digital Wallonia",
        "signed",
        "subsidy",
        "La Région paie le solde des frais du programme « Ouvrir ma ville ».",
        "wallonie",
        "Solange Vielsalmont",
        "Ministre",
        council=date(2024, 12, 11),
        ours=date(2024, 12, 18),
        theirs=date(2025, 1, 13),
        duration_unit="until_date",
        end_date=date(2027, 12, 31),
        commitments=[
            owes("wallonie", "Subside", amount=180000, budget="Digital Wallonia"),
            owes(
                "futurocite-asbl", "Former des administrations", quantity=30, unit="administrations"
            ),
        ],
    ),
    ASSOCIATION.agreement(
        "experts-unamur",
        "Experts de l'Université de Namur",
        "signed",
        "partnership",
        "Des chercheurs reçoivent avec FuturoCité les responsables des administrations.",
        "unamur",
        "Isaline Bouvignes",
        "Rectrice",
        council=date(2023, 2, 8),
        ours=date(2023, 2, 15),
        theirs=date(2023, 3, 1),
        monetary=False,
        duration_unit="years",
        duration_count=2,
        renewal="tacit",
        renewal_months=24,
        renewal_cap_months=96,
        notice_count=3,
        commitments=[owes("unamur", "Entretiens d'une heure", quantity=30, unit="heures")],
    ),
    ASSOCIATION.agreement(
        "ouvrir-ma-ville-prochaine",
        "Ouvrir ma ville, prochaine édition, Commune de Valrond",
        "draft",
        "adhesion",
        "Participation de la commune ; dates du programme : ………………",
        "valrond",
        people.VALROND_MAYOR,
        "Bourgmestre",
        commitments=[owes("valrond", "Prix par participant, hors TVA", amount=200)],
    ),
)
