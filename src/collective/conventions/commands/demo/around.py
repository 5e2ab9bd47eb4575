"""Conventions around today: whatever day the demo is made, something is owed, renews or ends.

Each shows one situation that somebody in a commune has to deal with. Nothing here comes from a
document: the days are counted from the one on which the demo is made.
"""

from collective.conventions.commands.demo.house import decided
from collective.conventions.commands.demo.house import from_now
from collective.conventions.commands.demo.house import HOUSE
from collective.conventions.commands.demo.house import workday
from collective.conventions.commands.demo.model import Agreement
from collective.conventions.commands.demo.model import clauses
from collective.conventions.commands.demo.model import contact
from collective.conventions.commands.demo.model import File
from collective.conventions.commands.demo.model import owes
from collective.conventions.commands.demo.partners import association
from collective.conventions.commands.demo.partners import public_body
from collective.conventions.commands.demo.subsidy import overdue
from collective.conventions.terms.dates import plus
from collective.conventions.terms.deliberating import Deliberation
from datetime import date
from datetime import timedelta


PARTNERS = {
    "intercommunale": public_body("Intercommunale du Plateau", "association", "Hauteville"),
    "bibliotheque": association("Lire au Plateau", "Hauteville", "Bérengère Stoumont"),
    "cine-club": association("Ciné-club du Perron", "Hauteville", "Ghislain Odeigne"),
    "garderie": association("Les Petits Perrons", "Hauteville", "Viviane Erezée"),
    "ecopasseurs": association("Les Écopasseurs", "Hauteville", "Damien Rendeux"),
}


def around(today: date) -> tuple[Agreement, ...]:
    """Conventions in the life of a commune on ``today``."""
    return (
        overdue(today),
        soon_renewed(today),
        ends_next_month(today),
        over_and_still_signed(today),
        in_default(today),
        to_agree_on(today),
        under_supervision(today),
        refused(today),
        just_begun(today),
    )


def soon_renewed(today: date) -> Agreement:
    """The last day for a notice comes in three weeks; this convention has its own reminders."""
    start = plus(from_now(today, 52), months=-24)
    return HOUSE.agreement(
        "collecte-des-dechets",
        "Collecte des déchets ménagers",
        "signed",
        "collaboration",
        "L'intercommunale collecte les déchets, deux fois par semaine.",
        "intercommunale",
        "Jean-Marie Bastogne",
        "Directeur",
        **decided(start),
        start_rule="fixed_date",
        start_date=start,
        duration_unit="years",
        duration_count=1,
        renewal="tacit",
        renewal_months=12,
        renewal_cap_months=72,
        notice_count=30,
        notice_unit="days",
        notice_means="registered",
        notice_scope="renewal",
        clauses=clauses(start="art. 3", duration="art. 3", renewal="art. 3", notice="art. 9"),
        reminders=[
            {
                "what": "notice_by",
                "days_before": "30, 14, 3",
                "repeat_days": None,
                "recipients": "responsible",
            }
        ],
        commitments=[owes("intercommunale", "Collectes", quantity=104, unit="tournées par an")],
    )


def ends_next_month(today: date) -> Agreement:
    """A term that is over with the next month."""
    start = plus(today.replace(day=1), months=-22)
    return HOUSE.agreement(
        "cine-club",
        "Salle des fêtes pour le Ciné-club",
        "signed",
        "provision",
        "La Commune prête la salle un vendredi sur deux.",
        "cine-club",
        "Ghislain Odeigne",
        "Président",
        **decided(start),
        monetary=False,
        start_rule="fixed_date",
        start_date=start,
        duration_unit="months",
        duration_count=24,
        clauses=clauses(start="art. 1", duration="art. 1"),
        commitments=[owes("cine-club", "Séances gratuites pour les écoles", quantity=4)],
    )


def over_and_still_signed(today: date) -> Agreement:
    """What ended eighteen days ago, and waits for somebody to say so."""
    end = from_now(today, -18)
    start = plus(end + timedelta(days=1), months=-12)
    return HOUSE.agreement(
        "garderie-d-ete",
        "Garderie des mois d'été",
        "signed",
        "collaboration",
        "L'association accueille les enfants avant et après les stages communaux.",
        "garderie",
        "Viviane Erezée",
        "Coordinatrice",
        **decided(start),
        start_rule="fixed_date",
        start_date=start,
        duration_unit="until_date",
        end_date=end,
        clauses=clauses(start="art. 2", duration="art. 2"),
        commitments=[
            owes("commune-de-hauteville", "Prix par enfant et par jour", amount="4.50"),
            owes(
                "garderie",
                "Liste des présences",
                due=from_now(today, -60),
                done=from_now(today, -63),
                evidence="Tableau reçu par courriel",
            ),
        ],
    )


def in_default(today: date) -> Agreement:
    """A formal notice was received four days ago; a fortnight is left to make the breach good."""
    start = plus(today, months=-8).replace(day=1)
    return HOUSE.agreement(
        "primes-energie",
        "Permanences « primes énergie »",
        "signed",
        "collaboration",
        "Les Écopasseurs reçoivent les habitants deux matins par semaine.",
        "ecopasseurs",
        "Damien Rendeux",
        "Administrateur",
        **decided(start),
        start_rule="fixed_date",
        start_date=start,
        duration_unit="unlimited",
        notice_count=3,
        notice_means="registered",
        breach_count=15,
        breach_unit="days",
        breach_basis="receipt",
        clauses=clauses(start="art. 2", duration="art. 2", notice="art. 10", breach="art. 11"),
        commitments=[owes("ecopasseurs", "Permanences", quantity=2, unit="matins par semaine")],
        notices=[
            {
                "kind": "formal_notice",
                "partner": "commune-de-hauteville",
                "sent": from_now(today, -6),
                "presented": from_now(today, -5),
                "received": from_now(today, -4),
                "means": "registered_receipt",
                "note": "Aucune permanence depuis cinq semaines",
                "annex": "Mise en demeure",
            }
        ],
        annexes=(
            File("Mise en demeure", "Merci de reprendre les permanences sous quinzaine.", "letter"),
        ),
    )


def to_agree_on(today: date) -> Agreement:
    """Six weeks are left to agree on a renewal, which does not come by itself."""
    start = plus(from_now(today, 43), months=-36)
    return HOUSE.agreement(
        "potager-partage",
        "Potager partagé du Perron",
        "signed",
        "provision",
        "La Commune prête un terrain ; les Écopasseurs y animent un potager.",
        "ecopasseurs",
        "Damien Rendeux",
        "Administrateur",
        **decided(start),
        monetary=False,
        start_rule="fixed_date",
        start_date=start,
        duration_unit="years",
        duration_count=3,
        renewal="express",
        renewal_months=36,
        renewal_cap_months=108,
        clauses=clauses(start="art. 2", duration="art. 2", renewal="art. 3"),
        commitments=[owes("ecopasseurs", "Journées ouvertes", quantity=2, unit="jours par an")],
    )


def under_supervision(today: date) -> Agreement:
    """The supervisory authority still has some days to act, so nobody signs yet (W6).

    The Council took the matter up again after it had postponed it four weeks before.
    """
    council = workday(from_now(today, -26))
    college, postponed = council - timedelta(days=39), council - timedelta(days=28)
    return HOUSE.agreement(
        "station-d-epuration",
        "Raccordement à la station d'épuration",
        "council_approved",
        "collaboration",
        "L'intercommunale raccorde trois rues ; la Commune paie un quart des travaux.",
        "intercommunale",
        "Jean-Marie Bastogne",
        "Directeur",
        council=council,
        model="shipped:collaboration-fr",
        decree=("fr",),
        deliberations=(
            Deliberation("college", college, "adopted", f"{college:%Y%m%d}-{college.day}"),
            Deliberation(
                "council", postponed, "postponed", remark="Le plan des trois rues manquait."
            ),
            Deliberation("council", council, "adopted", f"{council:%Y%m%d}-{council.day}"),
        ),
        college_date=college,
        college_number=f"{college:%Y%m%d}-{college.day}",
        duration_unit="until_event",
        end_event="Réception des travaux",
        contacts_days=15,
        resolutory_condition="La convention prend fin si la tutelle annule la décision du Conseil.",
        clauses=clauses(duration="art. 9", contacts="art. 7", resolutory="art. 10"),
        commitments=[owes("commune-de-hauteville", "Part des travaux", amount=64000)],
        supervision_authority="Région wallonne, tutelle sur les pouvoirs locaux",
        supervision_regime="supervision_wallonia",
        supervision_sent=workday(from_now(today, -20)),
        supervision_received=workday(from_now(today, -17)),
        supervision_outcome="pending",
    )


def refused(today: date) -> Agreement:
    """A renewal that the other party has refused in time: the convention ends with its term."""
    start = plus(from_now(today, 80), months=-24)
    return HOUSE.agreement(
        "distributeurs",
        "Fontaines à eau dans les bâtiments communaux",
        "signed",
        "provision",
        "L'intercommunale place et entretient cinq fontaines à eau.",
        "intercommunale",
        "Jean-Marie Bastogne",
        "Directeur",
        **decided(start),
        start_rule="fixed_date",
        start_date=start,
        duration_unit="years",
        duration_count=1,
        renewal="tacit",
        renewal_months=12,
        notice_count=2,
        notice_unit="months",
        notice_means="registered",
        clauses=clauses(start="art. 4", duration="art. 4", renewal="art. 4", notice="art. 6"),
        commitments=[owes("commune-de-hauteville", "Location", amount=90, unit="mois")],
        notices=[
            {
                "kind": "non_renewal",
                "partner": "intercommunale",
                "sent": from_now(today, -10),
                "received": from_now(today, -8),
                "means": "registered",
                "note": "Le service s'arrête",
                "annex": "Refus de la reconduction",
            }
        ],
        annexes=(File("Refus de la reconduction", "Nous cessons ce service.", "letter"),),
    )


def just_begun(today: date) -> Agreement:
    """In force for five days; one of the parties has not named its contact persons yet (W3)."""
    start = from_now(today, -5)
    return HOUSE.agreement(
        "repas-scolaires",
        "Repas chauds dans les écoles",
        "signed",
        "collaboration",
        "L'association cuisine et sert les repas dans les deux écoles communales.",
        "garderie",
        "Viviane Erezée",
        "Coordinatrice",
        **decided(start),
        start_rule="fixed_date",
        start_date=start,
        duration_unit="years",
        duration_count=1,
        renewal="tacit",
        renewal_months=12,
        notice_count=3,
        contacts_days=15,
        clauses=clauses(start="art. 2", duration="art. 2", notice="art. 2", contacts="art. 6"),
        contacts=[
            contact("commune-de-hauteville", "Simon Graindorge", "Écoles", "simon@example.be")
        ],
        commitments=[owes("garderie", "Repas", quantity=85, unit="repas par jour")],
    )
