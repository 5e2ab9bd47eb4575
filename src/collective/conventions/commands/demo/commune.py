"""The everyday conventions of Hauteville: those of the commune and those of its CPAS."""

from collective.conventions.commands.demo import people
from collective.conventions.commands.demo.model import owes
from collective.conventions.commands.demo.ordinary import House
from collective.conventions.commands.demo.partners import association
from collective.conventions.commands.demo.partners import public_body
from datetime import date


COMMUNE = House(
    "commune-de-hauteville",
    ((people.MAYOR, "Bourgmestre"), (people.GENERAL_DIRECTOR, "Directrice générale")),
)
CPAS = House(
    "cpas-de-hauteville",
    ((people.CPAS_PRESIDENT, "Président"), (people.CPAS_SECRETARY, "Secrétaire du CPAS")),
)

COMMUNE_PARTNERS = {
    "wallonie": public_body("Région wallonne", "region", "Namur", "0316381138"),
    "zone-de-secours": public_body("Zone de secours du Plateau", "region", "Hauteville"),
    "football": association("Royal Football Club de Hauteville", "Hauteville", "Gilles Marneffe"),
    "comite-des-fetes": association("Comité des fêtes", "Hauteville", "Monique Thirifays"),
}

CPAS_PARTNERS = {
    "la-remise": association("La Remise", "Hauteville", "Pascale Drugmand", "Ressourcerie."),
    "traiteur": association("Cuisine du Plateau", "Hauteville", "Alain Jodogne"),
}

OF_THE_COMMUNE = (
    COMMUNE.agreement(
        "terrain-de-football",
        "Prêt du terrain au Royal Football Club",
        "signed",
        "provision",
        "La Commune prête le terrain et les vestiaires ; le club les entretient.",
        "football",
        "Gilles Marneffe",
        "Président",
        council=date(2022, 5, 30),
        ours=date(2022, 6, 7),
        theirs=date(2022, 6, 10),
        monetary=False,
        duration_unit="years",
        duration_count=5,
        renewal="express",
        commitments=[
            owes("commune-de-hauteville", "Prêter terrain et vestiaires"),
            owes("football", "Tondre le terrain", frequency="chaque semaine de mars à octobre"),
        ],
    ),
    COMMUNE.agreement(
        "salle-du-perron",
        "Gestion de la salle du Perron",
        "signed",
        "provision",
        "Le comité gère les réservations et reverse la moitié des recettes.",
        "comite-des-fetes",
        "Monique Thirifays",
        "Présidente",
        council=date(2023, 1, 30),
        ours=date(2023, 2, 6),
        theirs=date(2023, 2, 6),
        start_rule="next_month",
        duration_unit="months",
        duration_count=12,
        renewal="tacit",
        renewal_months=12,
        notice_count=60,
        notice_unit="days",
        notice_means="registered",
        commitments=[owes("comite-des-fetes", "Moitié des recettes", frequency="par trimestre")],
    ),
    COMMUNE.agreement(
        "synergies-cpas",
        "Services communs de la Commune et du CPAS",
        "signed",
        "collaboration",
        "Informatique, paie et marchés publics partagés.",
        "cpas-de-hauteville",
        people.CPAS_PRESIDENT,
        "Président",
        council=date(2024, 10, 21),
        ours=date(2024, 11, 4),
        theirs=date(2024, 11, 6),
        duration_unit="until_date",
        end_date=date(2030, 12, 31),
        commitments=[
            owes(
                "commune-de-hauteville",
                "Informaticien",
                quantity="0.5",
                unit="équivalent temps plein",
            ),
            owes("cpas-de-hauteville", "Part dans les licences", amount=3200, frequency="par an"),
        ],
    ),
    COMMUNE.agreement(
        "zone-de-secours",
        "Caserne avancée de la zone de secours",
        "council_approved",
        "provision",
        "La Commune loue un hangar à la zone pour deux véhicules.",
        "zone-de-secours",
        "Ignace Warzée",
        "Commandant",
        council=date(2025, 5, 26),
        duration_unit="years",
        duration_count=9,
        commitments=[owes("zone-de-secours", "Loyer", amount=9600, frequency="par an")],
    ),
    COMMUNE.agreement(
        "coeur-de-village",
        "Subvention « Cœur de village »",
        "draft",
        "subsidy",
        "Place du Perron : arbres, bancs, eau de pluie.",
        "wallonie",
        "Solange Vielsalmont",
        "Ministre",
        duration_unit="until_event",
        end_event="Réception des travaux",
        commitments=[
            owes("wallonie", "Subvention", amount=350000, budget="Cœur de village"),
            owes("commune-de-hauteville", "Part communale", amount=87500),
        ],
    ),
)

OF_THE_CPAS = (
    CPAS.agreement(
        "article-60-la-remise",
        "Mise au travail à La Remise",
        "signed",
        "collaboration",
        "Le CPAS met deux travailleurs à la disposition de la ressourcerie (article 60).",
        "la-remise",
        "Pascale Drugmand",
        "Présidente",
        council=date(2024, 1, 24),
        ours=date(2024, 2, 1),
        theirs=date(2024, 2, 5),
        start_rule="next_month",
        duration_unit="years",
        duration_count=1,
        renewal="tacit",
        renewal_months=12,
        notice_count=1,
        commitments=[
            owes("cpas-de-hauteville", "Travailleurs", quantity=2, unit="personnes"),
            owes("la-remise", "Encadrement et formation", frequency="chaque jour"),
            owes("la-remise", "Participation au salaire", amount=400, frequency="par mois"),
        ],
    ),
    CPAS.agreement(
        "synergies-commune",
        "Services communs du CPAS et de la Commune",
        "signed",
        "collaboration",
        "Informatique, paie et marchés publics partagés.",
        "commune-de-hauteville",
        people.MAYOR,
        "Bourgmestre",
        council=date(2024, 10, 23),
        ours=date(2024, 11, 6),
        theirs=date(2024, 11, 4),
        duration_unit="until_date",
        end_date=date(2030, 12, 31),
        commitments=[
            owes(
                "commune-de-hauteville",
                "Informaticien",
                quantity="0.5",
                unit="équivalent temps plein",
            ),
            owes("cpas-de-hauteville", "Part dans les licences", amount=3200, frequency="par an"),
        ],
    ),
    CPAS.agreement(
        "repas-a-domicile",
        "Repas à domicile",
        "council_approved",
        "collaboration",
        "Préparation et livraison de repas chauds, cinq jours par semaine.",
        "traiteur",
        "Alain Jodogne",
        "Administrateur",
        council=date(2025, 4, 30),
        theirs=date(2025, 5, 7),
        duration_unit="years",
        duration_count=2,
        commitments=[
            owes("traiteur", "Repas livrés", quantity=40, unit="repas par jour"),
            owes("cpas-de-hauteville", "Prix d'un repas", amount="6.80", unit="repas"),
        ],
    ),
    CPAS.agreement(
        "ecole-de-devoirs",
        "École de devoirs",
        "draft",
        "partnership",
        "Aide aux devoirs trois soirs par semaine.",
        "la-remise",
        "Pascale Drugmand",
        "Présidente",
        monetary=False,
    ),
)
