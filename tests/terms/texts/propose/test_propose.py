"""What invented texts say, found as data, each with the passage it comes from."""

from collective.conventions.terms.texts.body import body_of
from collective.conventions.terms.texts.paragraph import Paragraph
from collective.conventions.terms.texts.propose.propose import proposals
from collective.conventions.terms.texts.split import split
from collective.conventions.terms.texts.text import Part
from collective.conventions.terms.texts.text import plain
from datetime import date
from decimal import Decimal
import pytest


PARTIES = [
    "ENTRE",
    "La Commune de Neuville, représentée par Mme Anne Dupré, Bourgmestre, et M. Luc Van Hamme, "
    "Directeur général, en exécution d'une décision du Conseil communal du 5 mai 2025, "
    "ci-après dénommée « la Commune » ;",
    "ET",
    "L'ASBL Les Joyeux, dont le siège social est situé à Namur, rue du Puits 3, inscrite sous le "
    "numéro 0403.019.261, représentée par Monsieur Jean Petit, Président, "
    "ci-après « l'Utilisateur ».",
]


def text_of(
    *sentences, parties=PARTIES, title="Durée", closing=("Fait à Neuville, le",), heading=""
):
    lines = [heading or "Convention de partenariat", *parties, f"Article 1 – {title}"]
    return split([Paragraph.of(line) for line in (*lines, *sentences, *closing)])


def found(*sentences, **options):
    return {one.field: one.value for one in proposals(text_of(*sentences, **options))}


def test_parties_with_names_forms_kinds_and_roles():
    values = found()
    assert values["parties[0]"] == {
        "name": "Commune de Neuville",
        "short": "la Commune",
        "legal_form": "",
        "entity_kind": "commune",
        "street": "",
        "role": "provider",
    }
    assert values["parties[1]"] == {
        "name": "Les Joyeux",
        "short": "l'Utilisateur",
        "legal_form": "ASBL",
        "entity_kind": "association",
        "street": "Namur, rue du Puits 3",
        "role": "user",
    }
    assert values["parties[1].enterprise_number"] == "0403019261"


def test_who_represents_whom_in_which_capacity():
    values = found()
    assert values["signatories[0]"] == {
        "party": 0,
        "name": "Anne Dupré",
        "capacity": "Bourgmestre",
    }
    assert values["signatories[1]"]["capacity"] == "Directeur général"
    assert values["signatories[2]"] == {"party": 1, "name": "Jean Petit", "capacity": "Président"}


def test_two_persons_respectively():
    parties = [
        "ENTRE",
        "La Ville de Mons, représentée par Messieurs Paul Noir et Eric Blanc respectivement "
        "échevin et secrétaire, ci-après « la Ville »",
        "ET",
        "Le Centre, représenté par A. B., ci-après « le Centre »",
    ]
    values = found(parties=parties)
    assert values["signatories[0]"] == {"party": 0, "name": "Paul Noir", "capacity": "échevin"}
    assert values["signatories[1]"] == {"party": 0, "name": "Eric Blanc", "capacity": "secrétaire"}


def test_a_party_left_blank_lacks_its_name():
    parties = [
        "ENTRE",
        "______________ (nom de la commune) représentée par ______, ci-après « la Commune »",
        "ET",
        "L'ASBL Les Joyeux, ci-après « l'ASBL »",
    ]
    lacking = {one.field: one.lacks for one in proposals(text_of(parties=parties))}
    assert lacking["parties[0]"] == ("name",)
    assert lacking["parties[1]"] == ()


def test_who_signs_without_having_been_presented():
    closing = ("Fait à Neuville, le", "Pour la Commune", "Le Directeur général", "Nom : ........")
    parties = ["ENTRE", "La Commune de Neuville, ci-après « la Commune »", "ET", *PARTIES[4:]]
    signer = next(
        one
        for one in proposals(text_of(parties=parties, closing=closing))
        if one.rule == "signature"
    )
    assert signer.value == {"party": 0, "name": "", "capacity": "Le Directeur général"}
    assert signer.lacks == ("name",)


def test_signing_by_delegation():
    closing = ("Fait à Neuville, le", "Pour la Commune,", "Par délégation du Bourgmestre,")
    assert found(closing=closing)["signatories[0].by_delegation"] is True


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        (
            "La présente convention est conclue pour une durée de deux ans.",
            {"duration_unit": "years", "duration_count": 2},
        ),
        (
            "La convention prend cours le 1er janvier 2026 pour une durée de dix-huit (18) mois.",
            {
                "duration_unit": "months",
                "duration_count": 18,
                "start_rule": "fixed_date",
                "start_date": date(2026, 1, 1),
            },
        ),
        (
            "L'accord est valable du 1er mars 2026 jusqu'au 30 juin 2027.",
            {"duration_unit": "until_date", "end_date": date(2027, 6, 30)},
        ),
        (
            "Le présent accord est conclu à durée indéterminée.",
            {"duration_unit": "unlimited"},
        ),
        (
            "L'accord prend effet dès sa signature jusqu'à la fin des travaux.",
            {
                "duration_unit": "until_event",
                "end_event": "la fin des travaux",
                "start_rule": "last_signature",
            },
        ),
        (
            "Elle entre en vigueur le premier jour du mois suivant sa signature.",
            {"start_rule": "next_month"},
        ),
        (
            "La convention entre en vigueur après approbation par le Conseil.",
            {"start_rule": "approval"},
        ),
        (
            "Elle est conclue pour un an et reconduite tacitement pour la même durée.",
            {"duration_count": 1, "renewal": "tacit", "renewal_months": 12},
        ),
        (
            "Elle est renouvelée tacitement d'année en année, sans excéder cinq ans.",
            {"renewal": "tacit", "renewal_months": 12, "renewal_cap_months": 60},
        ),
        (
            "La convention ne peut être reconduite tacitement.",
            {"renewal": "none"},
        ),
        (
            "Elle peut être prolongée par avenant.",
            {"renewal": "express"},
        ),
        (
            "Chaque partie peut y mettre fin à tout moment par lettre recommandée, moyennant un "
            "préavis de trois mois à dater de la réception de la lettre.",
            {
                "notice_count": 3,
                "notice_unit": "months",
                "notice_means": "registered",
                "notice_basis": "receipt",
                "notice_scope": "any_time",
            },
        ),
        (
            "La reconduction n'a pas lieu si l'Utilisateur le demande par courriel au moins quinze "
            "jours avant l'échéance.",
            {
                "notice_count": 15,
                "notice_unit": "days",
                "notice_means": "email",
                "notice_scope": "renewal",
                "notice_by": {"party": 1},
            },
        ),
        (
            "En cas de manquement, l'autre partie peut résilier la convention trente jours après "
            "la présentation d'une mise en demeure restée sans suite.",
            {"breach_count": 30, "breach_unit": "days", "breach_basis": "presentation"},
        ),
    ],
)
def test_terms_notice_and_breach(sentence, values):
    said = found(sentence)
    assert {name: said.get(name) for name in values} == values


def test_notice_is_no_breach_and_breach_no_notice():
    said = found("En cas de non-respect, une mise en demeure laisse un mois à l'autre partie.")
    assert "notice_count" not in said
    assert "breach_count" not in found("Un préavis d'un mois est donné par écrit.")


@pytest.mark.parametrize(
    ("sentence", "price"),
    [
        (
            "L'Utilisateur paie une redevance de 75,50 euros par mois (TVA 21 %).",
            {"basis": "monthly", "amount": Decimal("75.50"), "vat_rate": Decimal(21)},
        ),
        (
            "La cotisation s'élève à € 1.250,00 HTVA.",
            {"basis": "one_off", "amount": Decimal("1250.00"), "description": "Cotisation"},
        ),
        (
            "L'Utilisateur verse 40 € par participant à partir de trois participants.",
            {"basis": "per_participant", "amount": Decimal(40), "from_count": 3},
        ),
        (
            "Un subside de 12k€ est versé à l'Utilisateur.",
            {"basis": "one_off", "amount": Decimal(12000), "description": "Subside"},
        ),
    ],
)
def test_prices(sentence, price):
    said = found(sentence, title="Prix")["prices[0]"]
    assert {name: said.get(name) for name in price} == price


def test_the_same_price_said_twice_is_one():
    said = found("Le prix est de 80 € par mois.", "Ce montant de 80 € par mois est payé.")
    assert "prices[0]" in said
    assert "prices[1]" not in said


@pytest.mark.parametrize(
    "sentence",
    [
        "Une amende de 100 € est due en cas de retard de paiement.",
        "La redevance est de 121 € TVAC.",
        "Le projet compte 100 participants.",
    ],
)
def test_amounts_that_are_no_price_without_vat(sentence):
    assert "prices[0]" not in found(sentence)


def test_what_is_said_of_paying():
    said = found(
        "L'Utilisateur paie 80 € par mois. Ce montant est indexé chaque année.",
        "La redevance est réduite à 40 % lorsque la commune de la même entité a signé la sienne.",
        "La facturation est trimestrielle. Les factures sont payées dans les 30 jours.",
        "La Commune envoie une facture à l'Utilisateur.",
    )
    assert said["customer"] == {"party": 1}
    assert said["issuer"] == {"party": 0}
    assert said["prices[0].indexed"] is True
    assert (said["reduction_percent"], said["reduction_condition"]) == (
        Decimal(60),
        "commune_in_force",
    )
    assert said["noted.invoice_months"] == 3
    assert said["payment_days"] == 30


def test_a_worth_is_no_price():
    said = found("La valeur des services est estimée à 3 000 €.", title="Valeur")
    assert said["declared_value"] == 3000
    assert "prices[0]" not in said


def test_an_account_of_before_iban_is_converted_when_its_digits_are_right():
    paid = "Les factures sont payées au compte {} de la Commune : 80 € par mois."
    assert found(paid.format("001-1234567-89")).get("parties[0].iban") is None
    assert found(paid.format("000-0000001-01"))["parties[0].iban"] == "BE43000000000101"


@pytest.mark.parametrize(
    ("closing", "originals"),
    [
        ("Fait en trois exemplaires originaux, à Neuville, le", 3),
        ("Fait à Neuville, en deux (2) exemplaires", 2),
        ("Fait à Neuville, en autant d'exemplaires que de parties", 2),
        ("Fait à Neuville, en double exemplaire", 2),
    ],
)
def test_originals(closing, originals):
    assert found(closing=(closing,))["originals"] == originals


def test_disputes_and_the_resolutory_condition_are_whole_articles():
    said = found("On s'arrange d'abord.", "Puis le juge de paix décide.", title="Litiges")
    assert said["dispute_settlement"] == "On s'arrange d'abord.\nPuis le juge de paix décide."
    assert (
        "Conseil"
        in found("Si le Conseil change d'avis.", title="Condition résolutoire")[
            "resolutory_condition"
        ]
    )


def test_contact_persons_and_their_delay():
    said = found("Dans les dix jours, chaque partie communique le nom de sa personne de contact.")
    assert said["contacts_days"] == 10


def test_no_money():
    said = found(heading="Convention non monétaire de collaboration")
    assert (said["monetary"], said["kind"]) == (False, "collaboration")


def test_free_of_charge_says_nothing_where_there_is_a_price():
    assert found("Le prêt est gratuit.")["free_of_charge"] is True
    assert "free_of_charge" not in found(
        "Le conseil est gratuit.", "Le loyer est de 80 € par mois."
    )


def test_commitments_with_quantity_unit_and_party():
    said = found(
        "La Commune s'engage à fournir 12 jours-homme par écrit.",
        "L'Utilisateur s'engage également à entretenir le local une fois par mois.",
        title="Engagements",
    )
    assert said["commitments[0]"] == {
        "party": 0,
        "description": "fournir 12 jours-homme par écrit.",
        "quantity": Decimal(12),
        "unit": "jours-homme",
    }
    assert said["commitments[1]"]["party"] == 1
    assert said["commitments[1]"]["frequency"] == "une fois par mois"


def test_a_list_of_commitments_belongs_to_who_opens_it():
    items = [Paragraph.of(said, "item", marker="-") for said in ("prêter", "chauffer le local")]
    opened = [Paragraph.of("Pour autant que le budget suive, la Commune s'engage à :"), *items]
    text = (*text_of()[:-2], Part("article", "2", "Engagements", body_of(opened)))
    rows = [one.value for one in proposals(text) if one.field.startswith("commitments")]
    assert [(row["party"], row["description"]) for row in rows] == [
        (0, "prêter"),
        (0, "chauffer le local"),
    ]
    assert rows[0]["condition"] == "Pour autant que le budget suive"


def test_each_value_names_its_passage():
    text = text_of("La convention est conclue pour une durée de deux ans.")
    for one in proposals(text):
        part = text[one.passage.part]
        words = part.title if one.passage.column == "title" else plain(part.body)
        assert words[one.passage.start : one.passage.end] == one.passage.quoted, one.field
        assert one.passage.quoted.strip() == one.passage.quoted != ""


def test_the_clause_of_a_rule_is_its_article():
    said = found("La convention est conclue pour une durée de deux ans.")
    assert said["clauses[0]"] == {"topic": "duration", "clause": "art. 1"}


def test_a_decree_says_its_sitting_its_numbers_and_the_decision_of_the_college():
    lines = [
        "Réf. Dossier : 12/345",
        "N° OJ : 7",
        "Projet d'Arrêté - Conseil du 09/02/2026",
        "Objet : Convention entre la Commune et la Régie de l'Eau - prêt d'un local",
        "Le Conseil communal,",
        "Vu qu'en sa séance du 3 janvier 2026, le Collège a décidé de prêter le local ;",
        "ARRÊTE :",
        "Article unique : La convention est adoptée par le Conseil.",
    ]
    said = {one.field: one.value for one in proposals(split([Paragraph.of(x) for x in lines]))}
    assert said["council_sitting"] == date(2026, 2, 9)
    assert said["college_date"] == date(2026, 1, 3)
    assert (said["folder_reference"], said["agenda_number"]) == ("12/345", "7")
    assert said["title"].startswith("Convention entre la Commune")
    assert said["parties[1]"]["name"] == "Régie de l'Eau"


def test_the_council_of_the_parties():
    assert found()["council_date"] == date(2025, 5, 5)


DUTCH = [
    "TUSSEN",
    "De Gemeente Nieuwdorp, vertegenwoordigd door mevrouw An Peeters, burgemeester, "
    "hierna “de Gemeente” genoemd",
    "EN",
    "vzw De Vrienden, vertegenwoordigd door de heer Jan Claes, voorzitter, hierna “de Vereniging”",
]


def test_dutch():
    said = found(
        "De overeenkomst geldt voor een duur van twee jaar en wordt stilzwijgend verlengd.",
        "De opzegging gebeurt met een aangetekende brief, met een opzegtermijn van drie maanden.",
        "De Vereniging betaalt 50 euro per maand.",
        parties=DUTCH,
        heading="Samenwerkingsovereenkomst",
        closing=("Gedaan te Nieuwdorp, in tweevoud",),
    )
    assert said["text_language"] == "nl"
    assert said["parties[0]"]["name"] == "Gemeente Nieuwdorp"
    assert said["parties[1]"]["legal_form"] == "VZW"
    assert said["signatories[1]"]["name"] == "Jan Claes"
    assert (said["duration_unit"], said["duration_count"], said["renewal"]) == ("years", 2, "tacit")
    assert (said["notice_count"], said["notice_means"]) == (3, "registered")
    assert said["prices[0]"]["basis"] == "monthly"
    assert said["originals"] == 2


def test_a_text_that_says_nothing_proposes_nothing():
    assert proposals(()) == ()
    assert proposals((Part("article", "1", body="<p>Bonjour.</p>"),)) == ()
