"""What a council, its college and its officers are called, and the set phrases of its decrees."""

from collective.conventions.terms.councils import BRUSSELS
from dataclasses import dataclass


#: The languages in which a council can decide.
LANGUAGES = ("fr", "nl", "de")


@dataclass(frozen=True)
class Words:
    """The words of one council in one language.

    ``of_college`` and ``of_entity`` follow "on the proposal" and "in the name"; ``mayor`` and
    ``secretary`` sign, each with the article that begins a sentence; ``decides`` leads from the
    recitals to the articles.
    """

    register: str
    council: str
    college: str
    of_college: str
    of_entity: str
    mayor: str
    secretary: str
    decides: str


@dataclass(frozen=True)
class Phrases:
    """What every decree of a language says, whoever decides.

    ``draft`` says what is not adopted yet, and ``mark`` the same in one word, across the page;
    ``first`` and ``next`` name an article by its number, ``{n}``.
    """

    sitting: str
    folder: str
    agenda: str
    number: str
    subject: str
    annexes: str
    draft: str
    mark: str
    done: str
    by_order: str
    first: str
    next: str
    conjunction: str
    languages: dict[str, str]


WORDS: dict[tuple[str, str, str], Words] = {
    ("fr", "commune", ""): Words(
        "Extrait du registre aux délibérations du Conseil communal",
        "LE CONSEIL COMMUNAL, siégeant en séance publique,",
        "le Collège communal",
        "du Collège communal",
        "de la commune",
        "Le Bourgmestre",
        "Le Directeur général",
        "DÉCIDE\u00a0:",
    ),
    ("fr", "commune", BRUSSELS): Words(
        "Extrait du registre aux délibérations du Conseil communal",
        "LE CONSEIL COMMUNAL, siégeant en séance publique,",
        "le Collège des Bourgmestre et Échevins",
        "du Collège des Bourgmestre et Échevins",
        "de la commune",
        "Le Bourgmestre",
        "Le Secrétaire communal",
        "ARRÊTE\u00a0:",
    ),
    ("fr", "cpas", ""): Words(
        "Extrait du registre aux délibérations du Conseil de l’action sociale",
        "LE CONSEIL DE L’ACTION SOCIALE,",
        "le Bureau permanent",
        "du Bureau permanent",
        "du centre",
        "Le Président",
        "Le Directeur général",
        "DÉCIDE\u00a0:",
    ),
    ("fr", "cpas", BRUSSELS): Words(
        "Extrait du registre aux délibérations du Conseil de l’action sociale",
        "LE CONSEIL DE L’ACTION SOCIALE,",
        "le Bureau permanent",
        "du Bureau permanent",
        "du centre",
        "Le Président",
        "Le Secrétaire général",
        "DÉCIDE\u00a0:",
    ),
    ("nl", "commune", ""): Words(
        "Uittreksel uit het register van de beraadslagingen van de Gemeenteraad",
        "DE GEMEENTERAAD, in openbare zitting vergaderd,",
        "het Gemeentecollege",
        "van het Gemeentecollege",
        "van de gemeente",
        "De Burgemeester",
        "De Algemeen directeur",
        "BESLUIT:",
    ),
    ("nl", "commune", BRUSSELS): Words(
        "Uittreksel uit het register van de beraadslagingen van de Gemeenteraad",
        "DE GEMEENTERAAD, in openbare zitting vergaderd,",
        "het College van Burgemeester en Schepenen",
        "van het College van Burgemeester en Schepenen",
        "van de gemeente",
        "De Burgemeester",
        "De Gemeentesecretaris",
        "BESLUIT:",
    ),
    ("nl", "cpas", ""): Words(
        "Uittreksel uit het register van de beraadslagingen van de Raad voor maatschappelijk "
        "welzijn",
        "DE RAAD VOOR MAATSCHAPPELIJK WELZIJN,",
        "het Vast bureau",
        "van het Vast bureau",
        "van het centrum",
        "De Voorzitter",
        "De Algemeen directeur",
        "BESLUIT:",
    ),
    ("nl", "cpas", BRUSSELS): Words(
        "Uittreksel uit het register van de beraadslagingen van de Raad voor maatschappelijk "
        "welzijn",
        "DE RAAD VOOR MAATSCHAPPELIJK WELZIJN,",
        "het Vast bureau",
        "van het Vast bureau",
        "van het centrum",
        "De Voorzitter",
        "De Secretaris-generaal",
        "BESLUIT:",
    ),
    ("de", "commune", ""): Words(
        "Auszug aus dem Beschlussregister des Gemeinderates",
        "DER GEMEINDERAT, in öffentlicher Sitzung,",
        "das Gemeindekollegium",
        "des Gemeindekollegiums",
        "der Gemeinde",
        "Der Bürgermeister",
        "Der Generaldirektor",
        "BESCHLIESST:",
    ),
    ("de", "cpas", ""): Words(
        "Auszug aus dem Beschlussregister des Sozialhilferates",
        "DER SOZIALHILFERAT,",
        "das Präsidium",
        "des Präsidiums",
        "des Zentrums",
        "Der Präsident",
        "Der Generaldirektor",
        "BESCHLIESST:",
    ),
}

PHRASES: dict[str, Phrases] = {
    "fr": Phrases(
        sitting="Séance du",
        folder="Réf. du dossier",
        agenda="N° de l’ordre du jour",
        number="Délibération n°",
        subject="Objet",
        annexes="Annexes",
        draft="Projet de délibération",
        mark="PROJET",
        done="Ainsi délibéré en séance du",
        by_order="Par le Conseil",
        first="Article {n}er.",
        next="Article {n}.",
        conjunction="et",
        languages={"fr": "français", "nl": "néerlandais", "de": "allemand", "en": "anglais"},
    ),
    "nl": Phrases(
        sitting="Zitting van",
        folder="Ref. van het dossier",
        agenda="Agendapunt nr.",
        number="Beslissing nr.",
        subject="Onderwerp",
        annexes="Bijlagen",
        draft="Ontwerp van beslissing",
        mark="ONTWERP",
        done="Aldus beslist in zitting van",
        by_order="Namens de Raad",
        first="Artikel {n}.",
        next="Artikel {n}.",
        conjunction="en",
        languages={"fr": "Frans", "nl": "Nederlands", "de": "Duits", "en": "Engels"},
    ),
    "de": Phrases(
        sitting="Sitzung vom",
        folder="Aktenzeichen",
        agenda="Tagesordnungspunkt Nr.",
        number="Beschluss Nr.",
        subject="Gegenstand",
        annexes="Anlagen",
        draft="Beschlussentwurf",
        mark="ENTWURF",
        done="So beschlossen in der Sitzung vom",
        by_order="Im Auftrag des Rates",
        first="Artikel {n}.",
        next="Artikel {n}.",
        conjunction="und",
        languages={
            "fr": "Französisch",
            "nl": "Niederländisch",
            "de": "Deutsch",
            "en": "Englisch",
        },
    ),
}


def words_of(language: str, entity_kind: str, region: str) -> Words:
    """The words of a council; of its kind in general where its Region has none of its own."""
    found = WORDS.get((language, entity_kind, region))
    return found or WORDS[language, entity_kind, ""]
