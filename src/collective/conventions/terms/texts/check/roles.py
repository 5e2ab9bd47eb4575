"""Words that a text uses as if they were defined: a role in capitals, "the “Tools” as defined".

Only a word of these lists, written as a defined term is, counts: any word may begin a name.
"""

from collections.abc import Iterator
from collective.conventions.terms.texts.check.piece import Piece
import re


_ROLES = {
    "fr": "Prestataire|Utilisateur|Utilisatrice|Bénéficiaire|Client|Fournisseur|Partenaire"
    "|Organisateur|Gestionnaire|Adjudicataire|Contractant|Cocontractant|Concessionnaire|Concédant"
    "|Locataire|Bailleur|Emprunteur|Prêteur|Mandataire|Mandant|Opérateur|Exploitant|Commune|Ville"
    "|Administration|Association|Institution|Partie|Accord|Contrat|Plateforme|Outil|Serveur",
    "nl": "Dienstverlener|Gebruiker|Begunstigde|Klant|Leverancier|Partner|Organisator|Beheerder"
    "|Opdrachtgever|Opdrachtnemer|Concessionaris|Huurder|Verhuurder|Lasthebber|Gemeente|Stad"
    "|Vereniging|Partij|Overeenkomst|Platform",
    "de": "Dienstleister|Nutzer|Begünstigte|Auftraggeber|Auftragnehmer|Lieferant|Veranstalter"
    "|Betreiber|Mieter|Vermieter|Konzessionär",
}
_BEFORE = {
    "fr": r"(?i:\b(?:le|la|les|du|des|de|au|aux|un|une|chaque|ce|cette)\s+|\b[ld]['’]\s?)",
    "nl": r"\b(?i:de|het|een|der|elke|deze|dit)\s+",
    "de": r"\b(?i:der|die|das|dem|den|des|jeder|ein|eine)\s+",
}
_PLURAL = {"fr": "s?", "nl": "(?:en|s)?", "de": "(?:n|s|en)?"}
#: Behind it stands what makes it a name or an institution: "the City of X", "Villes et Communes".
_NAME = {
    "fr": r"(?!\s+(?:de |d['’]|du |des |communale?|provinciale?|fédérale?|publique|générale"
    r"|contractante)|[\s-]+[A-ZÀ-Ý0-9«“]|\s+et\s+[A-ZÀ-Ý])",
    "nl": r"(?!\s+van |[\s-]+[A-Z0-9])",
    "de": r"(?!\s+von |-)",
}
_RULES = {
    language: re.compile(
        rf"{_BEFORE[language]}(?P<term>(?:{_ROLES[language]}){_PLURAL[language]})\b{_NAME[language]}"
    )
    for language in _ROLES
}
#: A term in marks that is said to be defined elsewhere.
_SAID = re.compile(
    r"[«“\"„]\s*(?P<term>[^«»“”\"„\n]{2,60}?)\s*[»”\"“],?\s*(?:tel(?:le)?s? que d[ée]fini"
    r"|d[ée]fini(?:e|s|es)? (?:à|au|dans|ci)|zoals (?:gedefinieerd|bepaald|omschreven)"
    r"|gedefinieerd in|im Sinne (?:von|des)|wie definiert|as defined)",
    re.IGNORECASE,
)


def mentioned(piece: Piece, language: str) -> Iterator[tuple[str, int, int]]:
    """Yield the terms that an article or the preamble takes for defined, with their spans."""
    if piece.part.part not in ("article", "preamble") or piece.column != "body":
        return
    rules = [_SAID, *([_RULES[language]] if language in _RULES else [])]
    for rule in rules:
        for match in rule.finditer(piece.text):
            yield match["term"], *match.span("term")
