"""WePulse: the City and the CIRB share what was made for the citizens' portal. A draft.

Its date and place are blanks still, so nobody can sign it (W10).
"""

from collective.conventions.commands.demo import people
from collective.conventions.commands.demo.model import Agreement
from collective.conventions.commands.demo.model import clauses
from collective.conventions.commands.demo.model import contact
from collective.conventions.commands.demo.model import File
from collective.conventions.commands.demo.model import owes
from collective.conventions.commands.demo.model import party
from collective.conventions.commands.demo.model import signs
from collective.conventions.commands.demo.model import Slip
from collective.conventions.terms.deliberating import Deliberation
from datetime import date


WITHIN = "15 jours calendrier après le début, puis sans délai à chaque changement"

CITY_DUTIES = [
    owes(
        "ville",
        "Remettre au CIRB la documentation des processus étudiés pour MyBXL",
        domain="Relation citoyen (annexe 1)",
    ),
    owes(
        "ville",
        "Présenter ces processus en atelier et répondre aux équipes du CIRB",
        domain="Relation citoyen (annexe 1)",
        frequency="à la demande",
    ),
    owes(
        "ville",
        "Aider le CIRB à partager les composants de MyBXL avec les pouvoirs locaux participants",
        domain="Mutualisation",
    ),
    owes("ville", "Nommer ses personnes de contact", domain="Échanges", frequency=WITHIN),
]

REUSED = "Si les pouvoirs locaux se servent, dans WePulse, de ce que la Ville apporte"

CIRB_DUTIES = [
    owes(
        "cirb",
        "Deux profils internes : un DPO (droits d'accès aux sources authentiques) et un "
        "gestionnaire d'applications (niveau de service, incidents)",
        domain="FIDUS",
        quantity=2,
        unit="profils",
        budget="WePulse",
        condition=REUSED,
    ),
    owes(
        "cirb",
        "Relier NOVA et MyPermit au CRM-CMT de la Ville",
        domain="NOVA/MyPermit",
        quantity=700,
        unit="jours-homme",
        budget="WePulse",
        condition=REUSED,
    ),
    owes(
        "cirb",
        "Ajouter des catégories à Fix My Street et l'intégrer au CRM-CMT",
        domain="Fix My Street",
        quantity=50,
        unit="jours-homme",
        budget="WePulse",
        condition=REUSED,
    ),
    owes(
        "cirb",
        "Valeur estimée de ces trois apports (annexe 2)",
        domain="Valorisation",
        amount=940000,
        budget="WePulse",
        condition=REUSED,
    ),
    owes(
        "cirb",
        "Participer au coût de la version « Web In - Web Out »",
        domain="OSIRIS",
        amount=800000,
        budget="OSIRIS",
        condition=REUSED,
    ),
    owes(
        "cirb",
        "Ne céder à personne, ni vendre, les processus et composants reçus",
        domain="Confidentialité",
    ),
    owes("cirb", "Nommer ses personnes de contact", domain="Échanges", frequency=WITHIN),
]

WEPULSE = Agreement(
    id="wepulse",
    title="Collaboration au programme WePulse",
    document="wepulse",
    model="shipped:collaboration-fr",
    slips=(
        Slip("Suivi", number="4"),
        Slip("Annexes", paragraph="Le calendrier des ateliers figure à l'annexe 3."),
    ),
    decree=("fr", "nl"),
    deliberations=(
        Deliberation("college", date(2025, 5, 8), "adopted", "20250508/C-19"),
        Deliberation(
            "council",
            date(2025, 5, 26),
            "postponed",
            remark="Le Conseil attend le texte définitif de la convention.",
        ),
    ),
    state="draft",
    fields={
        "kind": "collaboration",
        "reference": "SC/2025/WEPULSE",
        "subject_matter": "La Ville et le CIRB travaillent ensemble au volet « relation citoyen » "
        "du programme régional WePulse. En exécution de la décision du Conseil du ……………… ; "
        "fait à (lieu), le __/__/____.",
        "monetary": True,
        "language_versions": [
            {
                "language": "nl",
                "title": "Samenwerking aan het programma WePulse",
                "authoritative": True,
            },
        ],
        "parties": [party("ville", "partner"), party("cirb", "partner")],
        "signatories": [
            signs("ville", people.CITY_ALDERMAN, "Échevine, au nom du Collège"),
            signs("ville", people.CITY_SECRETARY, "Secrétaire communal, au nom du Collège"),
            signs("cirb", people.CIRB_DIRECTOR, "Directeur général"),
            signs("cirb", people.CIRB_DEPUTY, "Directrice générale adjointe"),
        ],
        "contacts": [
            contact("ville", "Inès Calbrecht", "Smart City", "ines.calbrecht@example.be"),
            contact("cirb", "Bastien Noirfont", "Relations", "bastien.noirfont@example.be"),
        ],
        "commitments": [*CITY_DUTIES, *CIRB_DUTIES],
        "start_rule": "last_signature",
        "duration_unit": "unlimited",
        "contacts_days": 15,
        "clauses": clauses(
            contacts="art. 7, al. 2",
            duration="art. 9",
            resolutory="art. 10",
            commitments="art. 3",
        ),
        "originals": 2,
        "resolutory_condition": "Si la tutelle suspend ou annule la décision du Conseil qui "
        "approuve la convention, celle-ci prend fin.",
        "dispute_settlement": "Cours et tribunaux de Bruxelles.",
        "supervision_authority": "Région de Bruxelles-Capitale, tutelle sur les pouvoirs locaux",
        "supervision_regime": "supervision_brussels",
        "responsible": ["author"],
        "remarks": "La convention ne se cède pas sans accord de la Ville, demandé d'avance, exprès "
        "et écrit. La Ville garde ses droits sur les processus et composants.",
    },
    annexes=(
        File(
            "Processus de relation citoyen",
            "Liste des processus documentés par la Ville pour son portail.",
            number="1",
        ),
        File(
            "Valorisation des apports du CIRB",
            "FIDUS : 2 profils. NOVA/MyPermit : 700 jours. Fix My Street : 50 jours. "
            "Ensemble : 940 000 EUR. OSIRIS : 800 000 EUR.",
            number="2",
        ),
    ),
)
