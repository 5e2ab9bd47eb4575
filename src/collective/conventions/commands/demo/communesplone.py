"""Access to the CommunesPlone server: the commune's convention and that of its CPAS.

Both start on the first day of the month after the last signature, run for a year and renew
themselves up to 48 months, unless the user refuses in writing. The CPAS pays half because its
commune has signed (C11).
"""

from collective.conventions.commands.demo import people
from collective.conventions.commands.demo.model import Adapted
from collective.conventions.commands.demo.model import Agreement
from collective.conventions.commands.demo.model import Change
from collective.conventions.commands.demo.model import clauses
from collective.conventions.commands.demo.model import contact
from collective.conventions.commands.demo.model import costs
from collective.conventions.commands.demo.model import Fields
from collective.conventions.commands.demo.model import File
from collective.conventions.commands.demo.model import owes
from collective.conventions.commands.demo.model import party
from collective.conventions.commands.demo.model import Row
from collective.conventions.commands.demo.model import signs
from datetime import date
from decimal import Decimal


PRICE = "82.00"
HALF = "41.00"

COMMON: Fields = {
    "kind": "access",
    "monetary": True,
    "start_rule": "next_month",
    "duration_unit": "years",
    "duration_count": 1,
    "renewal": "tacit",
    "renewal_months": 12,
    "renewal_cap_months": 48,
    "notice_count": 1,
    "notice_unit": "months",
    "notice_means": "letter",
    "notice_basis": "sending",
    "notice_scope": "renewal",
    "clauses": clauses(
        start="art. 9, al. 1",
        duration="art. 9, al. 1",
        renewal="art. 9, al. 2",
        notice="art. 10, al. 1",
        commitments="art. 3, 5 et 6",
    ),
    "issuer": "uvcw",
    "prices": [costs("Accès au serveur CommunesPlone", "monthly", PRICE, indexed=True)],
    "payment_days": 30,
    "originals": 2,
    "responsible": ["author"],
    "undertakings": [
        {
            "person": "Hébergeur du serveur (sous-traitant)",
            "capacity": "Hébergement, sécurité, sauvegardes",
            "kind": "subcontractor",
            "signed": date(2024, 1, 8),
            "document": "Clause de confidentialité du contrat d'hébergement",
        },
        {
            "person": people.OPERATOR.name,
            "capacity": "Équipe de maintenance",
            "kind": "team_member",
            "signed": date(2024, 1, 15),
            "document": "Charte de maintenance",
        },
    ],
    "remarks": "Signaler sans tarder toute tentative d'intrusion au support de l'Union. "
    "Les codes d'accès ne s'envoient jamais par courriel.",
}

ANNEXES = (
    File(
        "Charte de maintenance",
        "Ce que promettent les membres de l'équipe : secret des données, accès limité aux tâches "
        "confiées, fin des droits au départ.",
        number="1",
    ),
    File(
        "Catalogue des outils",
        "Les outils installables dans l'espace, leur version et leur mode d'emploi.",
        publication="public",
        number="2",
    ),
)


def duties(user: str, price: str, condition: str | None) -> list[Row]:
    """What the provider does for the user, and what the user owes."""
    return [
        owes("uvcw", "Ouvrir un espace protégé propre à l'utilisateur", quantity=1, unit="espace"),
        owes("uvcw", "Stockage de toutes les données, site compris", quantity=3, unit="Go"),
        owes("uvcw", "Installer les outils demandés, réglés de façon standard", domain="Outils"),
        owes("uvcw", "Entretenir les outils et les mettre à jour", domain="Outils"),
        owes("uvcw", "Un mode d'emploi par outil, un support, des formations", domain="Aide"),
        owes("uvcw", "Sauvegarder les données", domain="Infrastructure", frequency="chaque jour"),
        owes(
            user,
            "Participation mensuelle, hors TVA de 21 %, indexée",
            amount=price,
            quantity=1,
            unit="mois",
            frequency="facturée le 1er janvier et le 1er juillet",
            condition=condition,
        ),
        owes(user, "Garder secrets les accès et signaler toute intrusion", domain="Sécurité"),
    ]


#: Still a draft: nobody has said yet from which day on.
MORE_ROOM = Change(
    title="Avenant 1 : dix gigaoctets de stockage",
    state="draft",
    fields={
        "subject_matter": "L'espace de la Commune passe de trois à dix gigaoctets, pour une "
        "participation mensuelle de 96,00 EUR.",
        "effective_rule": "fixed_date",
        "commitment_changes": [
            {
                "action": "replace",
                "row": "2",
                **owes(
                    "uvcw",
                    "Stockage de toutes les données, site compris",
                    quantity=10,
                    unit="Go",
                ),
            }
        ],
        "price_changes": [
            {
                "action": "replace",
                "row": "1",
                **costs("Accès au serveur CommunesPlone", "monthly", "96.00", indexed=True),
            }
        ],
        "signatories": [
            signs("uvcw", people.UNION_DEPUTY, "Secrétaire générale adjointe"),
            signs("commune-de-hauteville", people.MAYOR, "Bourgmestre"),
            signs("commune-de-hauteville", people.GENERAL_DIRECTOR, "Directrice générale"),
        ],
    },
)

COMMUNE = Agreement(
    id="acces-communesplone",
    title="Accès au serveur CommunesPlone",
    document="communesplone",
    model="shipped:access-fr",
    amendments=(MORE_ROOM,),
    state="signed",
    fields={
        **COMMON,
        "reference": "HV/2024/007",
        "customer": "commune-de-hauteville",
        "buyer_reference": "BC-2024-0131",
        "subject_matter": "L'Union ouvre à la Commune un espace protégé sur son serveur, avec "
        "les outils qu'elle demande.",
        "parties": [party("uvcw", "provider"), party("commune-de-hauteville", "user")],
        "notice_by": "commune-de-hauteville",
        "signatories": [
            signs(
                "uvcw",
                people.UNION_DEPUTY,
                "Secrétaire générale adjointe",
                date(2024, 3, 19),
                date(2024, 3, 26),
            ),
            signs(
                "commune-de-hauteville",
                people.MAYOR,
                "Bourgmestre",
                date(2024, 3, 12),
                date(2024, 3, 26),
            ),
            signs(
                "commune-de-hauteville",
                people.GENERAL_DIRECTOR,
                "Directrice générale",
                date(2024, 3, 12),
                date(2024, 3, 26),
            ),
        ],
        "contacts": [
            contact("uvcw", "Sylvain Harmel", "Support", "sylvain.harmel@example.be"),
            contact(
                "commune-de-hauteville", "Simon Graindorge", "Informatique", "simon@example.be"
            ),
        ],
        "commitments": duties("commune-de-hauteville", PRICE, None),
        "college_date": date(2024, 2, 12),
        "college_number": "20240212-18",
        "council_sitting": date(2024, 2, 29),
        "council_date": date(2024, 2, 29),
        "council_number": "20240229-11",
    },
    annexes=(
        *ANNEXES,
        File("Convention signée", "Exemplaire de la Commune, 19 mars 2024.", "signed_copy"),
    ),
)

CPAS = Agreement(
    id="acces-communesplone",
    title="Accès du CPAS au serveur CommunesPlone",
    document="communesplone",
    model="shipped:access-fr",
    state="signed",
    fields={
        **COMMON,
        "reference": "CPAS/2024/03",
        "customer": "cpas-de-hauteville",
        "buyer_reference": "CPAS-BC-2024-17",
        "reduction_percent": Decimal(50),
        "reduction_condition": "commune_in_force",
        "subject_matter": "L'Union ouvre au CPAS un espace protégé sur son serveur, avec les "
        "outils qu'il demande, à moitié prix tant que la Commune y a accès.",
        "parties": [party("uvcw", "provider"), party("cpas-de-hauteville", "user")],
        "notice_by": "cpas-de-hauteville",
        "signatories": [
            signs(
                "uvcw",
                people.UNION_DEPUTY,
                "Secrétaire générale adjointe",
                date(2024, 4, 17),
                date(2024, 4, 24),
            ),
            signs(
                "cpas-de-hauteville",
                people.CPAS_PRESIDENT,
                "Président",
                date(2024, 4, 10),
                date(2024, 4, 24),
            ),
            signs(
                "cpas-de-hauteville",
                people.CPAS_SECRETARY,
                "Secrétaire du CPAS",
                date(2024, 4, 10),
                date(2024, 4, 24),
            ),
        ],
        "contacts": [
            contact("uvcw", "Sylvain Harmel", "Support", "sylvain.harmel@example.be"),
            contact(
                "cpas-de-hauteville", "Aurore Ghislenne", "Service social", "aurore@example.be"
            ),
        ],
        "commitments": duties(
            "cpas-de-hauteville",
            HALF,
            "La moitié de 82,00 EUR, tant que la Commune de Hauteville a signé la même convention",
        ),
        "college_date": date(2024, 3, 20),
        "college_number": "BP-20240320-4",
        "council_sitting": date(2024, 3, 27),
        "council_date": date(2024, 3, 27),
        "council_number": "CAS-20240327-9",
    },
    annexes=(
        *ANNEXES,
        File("Convention signée", "Exemplaire du CPAS, 17 avril 2024.", "signed_copy"),
    ),
)

#: The commune's own words for what it asks of a provider.
OWN_MODEL = Adapted(
    source="shipped:access-fr",
    title="Accès à un serveur, modèle de la Commune",
    article="Responsabilité",
    body="<p>Chaque partie répond des dommages prévisibles qu'elle cause par sa faute, sauf force "
    "majeure signalée sans délai.</p>"
    "<p>À la fin de la convention, le Prestataire remet à l'Utilisateur, dans les trente jours, "
    "sans frais et dans un format ouvert, toutes les données de son Espace. Il les efface ensuite "
    "et en donne la preuve écrite.</p>",
)
