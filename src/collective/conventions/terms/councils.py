"""Which council decides for a commune or a CPAS, and by which law (B1).

What the law calls them differs by Region; the words in each language are the faces' business,
except for the law itself, whose title is a fact.
"""

from collections.abc import Mapping
from dataclasses import dataclass


WALLONIA, BRUSSELS, GERMAN = "wallonia", "brussels", "german"

#: The nine communes of the German-speaking Community by their NIS codes, which has its own decree.
GERMAN_COMMUNES = frozenset(
    ("63001", "63012", "63013", "63023", "63040", "63048", "63061", "63067", "63087")
)
#: Postal codes of the nineteen communes of the Brussels-Capital Region.
BRUSSELS_CODES = range(1000, 1300)


@dataclass(frozen=True)
class Basis:
    """The law by which a council decides: ``titles`` by language; ``source`` in its first one."""

    titles: Mapping[str, str]
    source: str


#: By the kind of entity and its Region ("" where the Region makes no difference).
BASES: Mapping[tuple[str, str], Basis] = {
    ("commune", WALLONIA): Basis(
        {
            "fr": "le Code de la démocratie locale et de la décentralisation, notamment l’article "
            "L1122-30",
            "nl": "het Wetboek van de plaatselijke democratie en de decentralisatie, inzonderheid "
            "op artikel L1122-30",
            "de": "des Kodex der lokalen Demokratie und der Dezentralisierung, insbesondere des "
            "Artikels L1122-30",
        },
        "Code de la démocratie locale et de la décentralisation, art. L1122-30",
    ),
    ("commune", BRUSSELS): Basis(
        {
            "fr": "la Nouvelle loi communale, notamment l’article 117",
            "nl": "de Nieuwe Gemeentewet, inzonderheid op artikel 117",
            "de": "des Neuen Gemeindegesetzes, insbesondere des Artikels 117",
        },
        "Nouvelle loi communale, art. 117",
    ),
    ("commune", GERMAN): Basis(
        {
            "fr": "le décret communal de la Communauté germanophone du 23 avril 2018",
            "nl": "het gemeentedecreet van de Duitstalige Gemeenschap van 23 april 2018",
            "de": "des Gemeindedekrets vom 23. April 2018",
        },
        "Gemeindedekret vom 23. April 2018",
    ),
    ("cpas", ""): Basis(
        {
            "fr": "la loi organique du 8 juillet 1976 des centres publics d’action sociale",
            "nl": "de organieke wet van 8 juli 1976 betreffende de openbare centra voor "
            "maatschappelijk welzijn",
            "de": "des Grundlagengesetzes vom 8. Juli 1976 über die öffentlichen "
            "Sozialhilfezentren",
        },
        "Loi du 8 juillet 1976 organique des centres publics d'action sociale",
    ),
}


def region_of(nis_code: str, postal_code: str) -> str:
    """The Region or Community whose law a commune follows, from the codes of its address."""
    if nis_code in GERMAN_COMMUNES:
        return GERMAN
    if nis_code:
        return BRUSSELS if nis_code.startswith("21") else WALLONIA
    digits = "".join(character for character in postal_code if character.isdecimal())
    return BRUSSELS if digits and int(digits) in BRUSSELS_CODES else WALLONIA


def basis_of(entity_kind: str, region: str) -> Basis | None:
    """The law by which the council of such an entity decides; None where it has no council."""
    return BASES.get((entity_kind, region)) or BASES.get((entity_kind, ""))
