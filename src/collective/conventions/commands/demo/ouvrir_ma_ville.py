"""Ouvrir ma ville: an association teaches administrations to open their data, in 11 half-days."""

from collections.abc import Sequence
from collective.conventions.commands.demo import people
from collective.conventions.commands.demo.model import Agreement
from collective.conventions.commands.demo.model import clauses
from collective.conventions.commands.demo.model import contact
from collective.conventions.commands.demo.model import costs
from collective.conventions.commands.demo.model import Fields
from collective.conventions.commands.demo.model import File
from collective.conventions.commands.demo.model import owes
from collective.conventions.commands.demo.model import party
from collective.conventions.commands.demo.model import Row
from collective.conventions.commands.demo.model import signs
from dataclasses import replace
from datetime import date
from decimal import Decimal


#: (day, type, what it is about, hours, date); the fifth half-day has two parts.
SESSIONS = (
    (1, "Formation", "Accueil, méthode ; pourquoi ouvrir ses données", "3.5", date(2021, 5, 6)),
    (2, "Atelier", "Carte des données de l'administration", "3.5", date(2021, 5, 20)),
    (3, "Formation", "Tour des données ouvertes, où les trouver", "3.5", date(2021, 6, 3)),
    (4, "Atelier", "De l'idée au canevas de projet", "3.5", date(2021, 6, 17)),
    (5, "Formation", "Stratégie de la donnée", "1.5", date(2021, 7, 1)),
    (5, "Atelier", "Feuille de route", "2", date(2021, 7, 1)),
    (6, "Atelier", "Présentation des canevas et des feuilles de route", "3.5", date(2021, 9, 2)),
    (7, "Formation", "Jeu de données : construction, qualité", "3.5", date(2021, 9, 16)),
    (8, "Formation", "Portail ODWB : chercher et visualiser", "3.5", date(2021, 9, 30)),
    (9, "Formation", "Portail ODWB : administrer et publier", "3.5", date(2021, 10, 14)),
    (10, "Formation", "Chiffres en images ; Géoportail", "3.5", date(2021, 10, 28)),
    (11, "Formation", "Piloter son projet, animer sa communauté", "3.5", date(2021, 11, 18)),
)

CHALLENGES = (
    ("Choisir un thème de travail", date(2021, 5, 20)),
    ("Achever la liste des données du thème", date(2021, 6, 3)),
    ("Achever le canevas de projet", date(2021, 7, 1)),
    ("Achever la feuille de route", date(2021, 9, 2)),
    ("Rassembler les données à ouvrir", date(2021, 9, 16)),
    ("Nettoyer ces données", date(2021, 9, 30)),
    ("Remplir la fiche du hackathon", date(2021, 11, 18)),
)

LAST_DAY = date(2021, 11, 30)

TERMS: Fields = {
    "kind": "adhesion",
    "monetary": True,
    "start_rule": "last_signature",
    "duration_unit": "until_event",
    "end_event": "Fin du programme, en novembre 2021",
    "breach_count": 8,
    "breach_unit": "days",
    "breach_basis": "presentation",
    "clauses": clauses(
        start="art. 8, al. 1",
        duration="art. 8, al. 1",
        breach="art. 9, al. 1",
        commitments="art. 2, 3 et 5",
    ),
    "originals": 2,
    "dispute_settlement": "Solution amiable d'abord ; sinon droit belge, tribunaux compétents. "
    "Force majeure : personne n'est responsable.",
    "responsible": ["author"],
    "remarks": "Inscription acquise une fois le formulaire rempli, le document signé et le prix "
    "payé. Un autre participant ne vient qu'avec l'accord de l'organisateur.",
}


PRICES = [
    costs("Ouvrir ma ville 2021, un participant", "per_participant", "250", from_count=1),
    costs("Ouvrir ma ville 2021, par participant", "per_participant", "200", from_count=2),
]
#: What only the one who is paid enters.
OF_THE_ISSUER = ("issuer", "customer", "buyer_reference")


def as_kept_by_the_customer(agreement: Agreement) -> Agreement:
    """The convention in the space of who pays, from which nothing is invoiced."""
    kept = {name: value for name, value in agreement.fields.items() if name not in OF_THE_ISSUER}
    return replace(agreement, fields=kept)


def enrolment(
    id: str,
    administration: str,
    name: str,
    signatories: Sequence[Row],
    participants: Sequence[str],
    decisions: Fields,
    *,
    until: date = LAST_DAY,
    **others: object,
) -> Agreement:
    """The convention of one administration with the organiser, ended.

    One participant costs 250 EUR without VAT, several 200 EUR each; each is worth 2,000 EUR (O10).

    :param until: the last day in force; what was due later has not been done.
    """
    count = len(participants)
    price = 250 if count == 1 else 200
    return Agreement(
        id=id,
        title=f"Ouvrir ma ville 2021, {name}",
        document="ouvrir_ma_ville",
        model="shipped:programme-fr",
        state="terminated",
        fields={
            **TERMS,
            "subject_matter": "FuturoCité forme l'administration à l'open data, de mai à "
            f"novembre 2021 ; valeur estimée : 2 000 EUR par participant ({count} inscrit(s)).",
            "declared_value": Decimal(2000 * count),
            "issuer": "futurocite-asbl",
            "customer": administration,
            "prices": PRICES,
            "participants": count,
            "buyer_reference": f"OMV-2021-{count}",
            "parties": [
                party("futurocite-asbl", "organiser"),
                party(administration, "participant"),
            ],
            "signatories": list(signatories),
            "contacts": [
                contact(
                    "futurocite-asbl", "Mélanie Strépy", "Programme", "melanie.strepy@example.be"
                ),
                *(contact(administration, person, "Participant") for person in participants),
            ],
            "commitments": [
                *organiser_duties(until),
                *administration_duties(administration, until),
                owes(
                    administration,
                    f"Prix hors TVA : {price} EUR par participant",
                    quantity=count,
                    unit="participants",
                    amount=price * count,
                    frequency="dès la facture",
                ),
            ],
            "event_date": by(LAST_DAY, until),
            "termination_date": until,
            "termination_reason": "Programme achevé.",
            **decisions,
            **others,
        },
        annexes=(File("Calendrier", calendar(), publication="public", number="1"),),
    )


def organiser_duties(until: date) -> list[Row]:
    """The half-days, the interview, the hackathon, the refund."""
    sessions = (
        owes(
            "futurocite-asbl",
            f"Demi-jour {day} : {title}",
            domain=kind,
            quantity=hours,
            unit="heures",
            due=when,
            done=by(when, until),
        )
        for day, kind, title, hours, when in SESSIONS
    )
    return [
        *sessions,
        owes(
            "futurocite-asbl", "Accompagner 30 administrations au plus", quantity=30, unit="places"
        ),
        owes(
            "futurocite-asbl",
            "Entretien des experts avec les responsables",
            quantity=1,
            unit="heure",
        ),
        owes("futurocite-asbl", "Hackathon « Citizens of Wallonia »", quantity=1, unit="week-end"),
        owes(
            "futurocite-asbl",
            "Rembourser dans les 15 jours",
            condition="Plus de place entre la facture et le paiement : inscription annulée",
        ),
    ]


def administration_duties(administration: str, until: date) -> list[Row]:
    """The challenges between the half-days, the open dataset, what else helps the programme."""
    challenges = (
        owes(administration, title, domain="Défi", due=due, done=by(due, until))
        for title, due in CHALLENGES
    )
    published = by(date(2021, 11, 22), until)
    return [
        *challenges,
        owes(
            administration,
            "Ouvrir un premier jeu de données sur www.odwb.be",
            domain="Livrable",
            quantity=1,
            unit="jeu de données",
            due=LAST_DAY,
            done=published,
            evidence="Jeu « Aires de jeux » publié sur odwb.be" if published else None,
        ),
        owes(administration, "Recevoir les experts", quantity=1, unit="heure"),
        owes(administration, "Répondre aux enquêtes du programme", domain="Suivi"),
        owes(administration, "Suivre la Charte Smart Region", domain="Suivi"),
    ]


def by(day: date, until: date) -> date | None:
    """The day, if it came in time."""
    return day if day <= until else None


def calendar() -> str:
    """The programme, one half-day a line."""
    return "\n".join(
        f"{when:%d/%m/%Y} - {day} - {kind} - {title} ({hours} h)"
        for day, kind, title, hours, when in SESSIONS
    )


def signed_by(administration: str, name: str, capacity: str, day: date) -> tuple[Row, Row]:
    """The two signatures, the organiser's four days after the other."""
    later = date.fromordinal(day.toordinal() + 4)
    return (
        signs("futurocite-asbl", people.FUTUROCITE_DIRECTOR, "Directeur exécutif", later, later),
        signs(administration, name, capacity, day, later),
    )


def decided(college: date, council: date, number: str) -> Fields:
    """The decisions of an administration."""
    return {
        "college_date": college,
        "council_sitting": council,
        "council_date": council,
        "council_number": number,
    }


HAUTEVILLE = enrolment(
    "ouvrir-ma-ville",
    "commune-de-hauteville",
    "Commune de Hauteville",
    signed_by("commune-de-hauteville", people.MAYOR, "Bourgmestre", date(2021, 4, 19)),
    ("Simon Graindorge", "Paulette Wéry"),
    decided(date(2021, 3, 22), date(2021, 3, 29), "20210329-14"),
)

VALROND = enrolment(
    "ouvrir-ma-ville-valrond",
    "valrond",
    "Commune de Valrond",
    signed_by("valrond", people.VALROND_MAYOR, "Bourgmestre", date(2021, 4, 12)),
    ("Estelle Pirnay",),
    decided(date(2021, 3, 8), date(2021, 3, 24), "20210324-6"),
    consents=[
        {
            "kind": "participant_change",
            "requested_by": "valrond",
            "description": "Estelle Pirnay remplace Jules Warnotte, malade",
            "requested": date(2021, 5, 3),
            "answer": "granted",
            "answered": date(2021, 5, 4),
        }
    ],
)

#: Broken off: eight days after the letter was presented nothing had changed (O9).
BRUMELLE = enrolment(
    "ouvrir-ma-ville-brumelle",
    "brumelle",
    "Commune de Brumelle",
    signed_by("brumelle", people.BRUMELLE_MAYOR, "Bourgmestre", date(2021, 4, 15)),
    ("Norbert Stassart", "Coralie Hancotte", "Yves Tromme"),
    decided(date(2021, 3, 15), date(2021, 3, 31), "20210331-21"),
    until=date(2021, 9, 30),
    termination_reason="Plus aucun participant aux ateliers depuis juillet ; mise en demeure "
    "présentée le 22 septembre, sans suite huit jours plus tard.",
    notices=[
        {
            "kind": "formal_notice",
            "partner": "futurocite-asbl",
            "sent": date(2021, 9, 20),
            "presented": date(2021, 9, 22),
            "received": date(2021, 9, 22),
            "means": "registered_receipt",
            "note": "Demande de reprendre part aux ateliers",
        }
    ],
)
