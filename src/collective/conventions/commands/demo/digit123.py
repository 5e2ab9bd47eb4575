"""123Digit: WeTechCare and the City help each other with digital inclusion, without any price."""

from collective.conventions.commands.demo import people
from collective.conventions.commands.demo.model import Agreement
from collective.conventions.commands.demo.model import clauses
from collective.conventions.commands.demo.model import contact
from collective.conventions.commands.demo.model import File
from collective.conventions.commands.demo.model import owes
from collective.conventions.commands.demo.model import party
from collective.conventions.commands.demo.model import Row
from collective.conventions.commands.demo.model import signs
from collective.conventions.terms.deliberating import Deliberation
from datetime import date


def asked(
    kind: str, by: str, description: str, requested: date, answer: str, answered: date
) -> Row:
    """A row of the log of requests for consent (D3)."""
    return {
        "kind": kind,
        "requested_by": by,
        "description": description,
        "requested": requested,
        "answer": answer,
        "answered": answered,
    }


PROGRAMME = [
    owes(
        "wetechcare",
        "Parcours collectif : webinaires sur la conduite de projet, la formation, l'impact",
        domain="Ambassadeurs",
    ),
    owes(
        "wetechcare",
        "Suivi individuel de la Ville, en réunions",
        domain="Ambassadeurs",
        quantity=5,
        unit="jours",
        done=date(2025, 5, 20),
        evidence="Comptes rendus des cinq journées",
    ),
    owes(
        "wetechcare",
        "Rencontre en personne des ambassadeurs bruxellois",
        domain="Communauté",
        quantity=1,
        unit="réunion",
        frequency="une fois par an",
        done=date(2025, 2, 11),
        evidence="Liste de présences du 11 février 2025",
    ),
    owes("wetechcare", "Séances sur les droits numériques pour le personnel", domain="Charte"),
    owes("wetechcare", "Aide à écrire des lignes directrices générales", domain="Charte"),
    owes("wetechcare", "Indicateurs concrets pour chaque action de la charte", domain="Charte"),
    owes("wetechcare", "Accès gratuit à 123Digit", domain="Plateforme"),
    owes(
        "wetechcare",
        "Bilan final, en chiffres et en témoignages : programme entier et actions avec la Ville",
        domain="Impact",
        quantity=1,
        unit="rapport",
        due=date(2025, 9, 10),
    ),
]

SUPPORT = [
    owes("ville", "Faire connaître 123Digit à ses services", domain="Plateforme"),
    owes("ville", "Rapporter ce qu'agents et usagers pensent du site", domain="Plateforme"),
    owes(
        "ville",
        "Donner des documents utiles aux aidants, dont sa charte",
        domain="Ressources",
        done=date(2024, 11, 5),
        evidence="Charte déposée dans les contenus tiers",
    ),
    owes(
        "ville",
        "Un article sur ce partenariat sur le site de la Smart City",
        domain="Communication",
        quantity=1,
        unit="article",
        done=date(2024, 12, 2),
        evidence="Article du 2 décembre 2024",
    ),
    owes(
        "ville",
        "Annoncer les événements de la semaine du numérique",
        domain="Communication",
        frequency="une fois par an",
    ),
    owes("ville", "Aider à mesurer l'impact : contacts, enquête", domain="Impact"),
]

DIGIT123 = Agreement(
    id="partenariat-123digit",
    title="Partenariat 123Digit, programme « ambassadeur »",
    document="digit123",
    model="shipped:partnership-fr",
    decree=("fr",),
    deliberations=(
        Deliberation("college", date(2024, 6, 13), "adopted", "20240613/C-41"),
        Deliberation("council", date(2024, 6, 24), "adopted", "20240624/58"),
    ),
    state="signed",
    fields={
        "kind": "partnership",
        "reference": "SC/2024/123DIGIT",
        "subject_matter": "WeTechCare accompagne la Ville dans une politique d'inclusion numérique "
        "avec 123Digit ; la Ville soutient la plateforme et sa communauté. Sans prix.",
        "monetary": False,
        "free_of_charge": True,
        "parties": [party("ville", "partner"), party("wetechcare", "partner")],
        "signatories": [
            signs(
                "ville",
                people.CITY_SECRETARY,
                "Secrétaire communal",
                date(2024, 9, 4),
                date(2024, 9, 13),
            ),
            signs(
                "ville",
                people.CITY_ALDERMAN,
                "Échevine de la Smart City",
                date(2024, 9, 4),
                date(2024, 9, 13),
                by_delegation=True,
            ),
            signs(
                "wetechcare",
                people.WETECHCARE_PRESIDENT,
                "Présidente",
                date(2024, 9, 11),
                date(2024, 9, 13),
            ),
        ],
        "contacts": [
            contact("ville", "Inès Calbrecht", "Inclusion", "ines.calbrecht@example.be"),
            contact("wetechcare", "Ysaline Morteau", "Ambassadeurs", "ysaline@example.be"),
        ],
        "commitments": [*PROGRAMME, *SUPPORT],
        "start_rule": "last_signature",
        "duration_unit": "years",
        "duration_count": 1,
        "renewal": "none",
        "notice_count": 3,
        "notice_unit": "months",
        "notice_means": "registered_receipt",
        "notice_basis": "sending",
        "notice_scope": "any_time",
        "breach_count": 1,
        "breach_unit": "months",
        "breach_basis": "sending",
        "clauses": clauses(
            start="art. 8, al. 1",
            duration="art. 8, al. 1",
            breach="art. 9, al. 2",
            notice="art. 9, al. 1",
            commitments="art. 2",
        ),
        "dispute_settlement": "D'abord à l'amiable, sinon devant les cours et tribunaux de "
        "Bruxelles.",
        "originals": 2,
        "college_date": date(2024, 6, 13),
        "college_number": "20240613/C-41",
        "council_sitting": date(2024, 6, 24),
        "council_date": date(2024, 6, 24),
        "council_number": "20240624/58",
        "folder_reference": "2711408",
        "agenda_number": "58",
        "supervision_outcome": "none",
        "supervision_authority": "Région de Bruxelles-Capitale, tutelle sur les pouvoirs locaux",
        "supervision_regime": "supervision_brussels",
        "supervision_sent": date(2024, 7, 24),
        "supervision_received": date(2024, 7, 25),
        "supervision_date": date(2024, 8, 26),
        "consents": [
            asked(
                "press",
                "wetechcare",
                "Communiqué sur l'entrée de la Ville dans le programme",
                date(2024, 10, 1),
                "granted",
                date(2024, 10, 8),
            ),
            asked(
                "logo_use",
                "wetechcare",
                "Logo de la Ville sur la page des ambassadeurs",
                date(2024, 10, 1),
                "granted",
                date(2024, 10, 8),
            ),
            asked(
                "name_use",
                "wetechcare",
                "Nom de la Ville dans une offre à une entreprise",
                date(2025, 3, 3),
                "refused",
                date(2025, 3, 10),
            ),
        ],
        "responsible": ["author"],
    },
    annexes=(
        File(
            "Charte des droits numériques",
            "Extraits auxquels le suivi individuel se rapporte.",
            publication="public",
            number="1",
        ),
        File("Exemplaire signé", "Signé les 4 et 11 septembre 2024.", "signed_copy"),
    ),
)
