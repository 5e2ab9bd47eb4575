"""BOSA: the federal platform "mon opinion" takes the place of the City's own. Approved.

The draft decree's data are the folder, the agenda and the two decisions; its only annex may be
read at the secretariat only (B3).
"""

from collective.conventions.commands.demo import people
from collective.conventions.commands.demo.model import Agreement
from collective.conventions.commands.demo.model import contact
from collective.conventions.commands.demo.model import File
from collective.conventions.commands.demo.model import owes
from collective.conventions.commands.demo.model import party
from collective.conventions.commands.demo.model import signs
from collective.conventions.terms.deliberating import Deliberation
from datetime import date


BOSA = Agreement(
    id="plateforme-mon-opinion",
    title="Plateforme numérique collaborative « mon opinion »",
    document="bosa",
    model="shipped:platform-fr",
    decree=("fr", "nl"),
    deliberations=(
        Deliberation("college", date(2020, 3, 19), "adopted", "20200319/C-27"),
        Deliberation("council", date(2020, 10, 19), "adopted", "20201019/123"),
    ),
    state="council_approved",
    fields={
        "kind": "collaboration",
        "reference": "IC/2020/112",
        "subject_matter": "Le SPF BOSA (DG DT) prête à la Ville sa plateforme « mon opinion » et "
        "l'aide à l'employer ; elle succède à faireBXLsamen.",
        "monetary": False,
        "free_of_charge": True,
        "replaced_arrangement": "faireBXLsamen : marché i-CITY (GIAL) de décembre 2016, attribué "
        "à Tree Company, en ligne depuis 2017",
        "language_versions": [
            {"language": "nl", "title": "Digitaal samenwerkingsplatform", "authoritative": True},
        ],
        "parties": [party("ville", "user"), party("bosa", "provider")],
        "signatories": [
            signs("ville", people.CITY_ALDERMAN, "Échevine de la Smart City"),
            signs("ville", people.CITY_SECRETARY, "Secrétaire de la Ville"),
            signs("bosa", people.BOSA_DIRECTOR, "Directrice générale"),
        ],
        "contacts": [
            contact("ville", "Inès Calbrecht", "Participation", "ines.calbrecht@example.be"),
        ],
        "commitments": [
            owes("bosa", "Prêter la plateforme et l'entretenir", domain="Plateforme"),
            owes("bosa", "Conseiller la Ville dans sa stratégie", domain="Appui stratégique"),
            owes("ville", "Reprendre sur la plateforme les projets en cours", domain="Continuité"),
            owes("ville", "Relier la plateforme à l'architecture BXL2021", domain="Architecture"),
        ],
        "start_rule": "last_signature",
        "duration_unit": "unlimited",
        "originals": 2,
        "college_date": date(2020, 3, 19),
        "college_number": "20200319/C-27",
        "council_sitting": date(2020, 10, 19),
        "council_date": date(2020, 10, 19),
        "council_number": "20201019/123",
        "folder_reference": "2367107",
        "agenda_number": "123",
        "supervision_authority": "Région de Bruxelles-Capitale, tutelle sur les pouvoirs locaux",
        "supervision_regime": "supervision_brussels",
        "supervision_sent": date(2020, 10, 26),
        "supervision_received": date(2020, 10, 27),
        "supervision_outcome": "pending",
        "responsible": ["author"],
        "remarks": "Base légale : article 117 de la nouvelle loi communale. Sur proposition du "
        "Collège.",
    },
    annexes=(
        File(
            "Convention FR",
            "Texte français de la convention. À lire au Secrétariat des Assemblées.",
            "text",
            publication="secretariat",
            number="1",
        ),
        File(
            "Overeenkomst NL",
            "Nederlandse tekst van de overeenkomst. In te zien op het secretariaat.",
            "text",
            publication="secretariat",
            number="2",
            language="nl",
        ),
    ),
)
