"""Amounts of the text that differ from those of the data: prices, commitments, declared value.

A text names many amounts. One of them is only wrong where an amount of the data stands nowhere,
and this one stands where it should.
"""

from collections.abc import Iterator
from collections.abc import Sequence
from collective.conventions.terms.texts.check.amounts_in import amounts_in
from collective.conventions.terms.texts.check.amounts_in import WrittenAmount
from collective.conventions.terms.texts.check.context import Context
from collective.conventions.terms.texts.check.context import KnownAmount
from collective.conventions.terms.texts.check.flaw import Flaw
from collective.conventions.terms.texts.check.piece import Piece
from collective.conventions.terms.texts.check.piece import pieces
from collective.conventions.terms.texts.text import Text
from decimal import Decimal
import re


Written = tuple[Piece, WrittenAmount]

#: What says that an amount is a price, what a party brings in, or what something is worth.
MEANINGS = {
    "prices": re.compile(
        r"\b(?:prix|co[ûu]ts?|tarifs?|redevances?|participation|cotisation|forfait|r[ée]mun[ée]ration"
        r"|honoraires|factur\w+|s['’]acquitter|payer|paie\w*|verse\w*|par mois|par participant"
        r"|h\.?tva|hors tva|tva|prijs|prijzen|kost\w*|tarief|vergoeding|bijdrage|betaal\w*|betalen"
        r"|factuur\w*|per maand|per deelnemer|btw|preis\w*|kosten|geb[üu]hr\w*|entgelt\w*|zahl\w+"
        r"|rechnung\w*|pro monat|pro teilnehmer|mwst|price|fee|per month)\b",
        re.IGNORECASE,
    ),
    "commitments": re.compile(
        r"\b(?:engage\w*|budget|subside|subvention|intervention|financ\w+|valeur|estim[ée]\w*"
        r"|verbin\w+|begroting|subsidie|toelage|waarde|geraamd|verpflicht\w*|haushalt\w*"
        r"|zuschuss|wert|budget)\b",
        re.IGNORECASE,
    ),
    "declared_value": re.compile(
        r"\b(?:valeur|vaut|estim[ée]\w*|waarde|geschat|geraamd|wert|gesch[äa]tzt|value)\b",
        re.IGNORECASE,
    ),
}
#: What follows an amount for each of several people, and what says that it is only a value.
PER_HEAD = re.compile(
    r"\s*(?:(?:HTVA|hors TVA|excl\w*\.? btw|zzgl\.? MwSt|TVAC)\W*)?"
    r"(?:(?:par|per|pro|for each|pour chaque|voor elke|je)\s+|/\s*)"
    r"(?:participant\w*|personne\w*|agent\w*|inscrit\w*|deelnemer\w*|persoon|personen"
    r"|teilnehmer\w*|person\w*)",
    re.IGNORECASE,
)
WORTH = re.compile(r"\b(?:valeur|vaut|waarde|wert|value|worth)\b", re.IGNORECASE)


def amounts(text: Text, context: Context) -> Iterator[Flaw]:
    """Yield the amounts that stand where one of the data should, each with that one."""
    if not context.amounts:
        return
    written = amounts_of(text, context.language)
    said = {one.amount for _piece, one in written}
    lacking = [one for one in context.amounts if one.amount not in said]
    expected = _expected(context.amounts)
    strange = [(piece, one) for piece, one in written if one.amount not in expected]
    for known in lacking:
        candidates = [(p, one) for p, one in strange if _means(p, one, known.field)]
        if candidates:
            piece, one = min(candidates, key=lambda pair: abs(pair[1].amount - known.amount))
            strange.remove((piece, one))
            # With one candidate for one amount there is nothing else that it could be.
            sure = len(candidates) == 1 and _of(known.field, lacking) == 1
            severity = "severe" if sure and known.field == "prices" else "warning"
            yield _differs(piece, severity, one, known)


def amounts_of(text: Text, language: str) -> tuple[Written, ...]:
    """Return every amount of a text with the piece in which it stands."""
    return tuple((piece, one) for piece in pieces(text) for one in amounts_in(piece.text, language))


def means_price(piece: Piece, one: WrittenAmount) -> bool:
    """Tell whether the sentence of an amount speaks of a price."""
    return _means(piece, one, "prices")


def _means(piece: Piece, one: WrittenAmount, field: str) -> bool:
    sentence = piece.sentence(one.start, one.end)
    # What parties bring in and what something is worth is known in all, a price for each.
    if PER_HEAD.match(piece.text, one.end) and (field != "prices" or WORTH.search(sentence)):
        return False
    return bool(MEANINGS[field].search(sentence))


def _expected(known: Sequence[KnownAmount]) -> frozenset[Decimal]:
    """Every amount of the data, and what those of one field come to together."""
    sums: dict[str, Decimal] = {}
    for one in known:
        sums[one.field] = sums.get(one.field, Decimal(0)) + one.amount
    every = sum(sums.values(), Decimal(0))
    return frozenset((*(one.amount for one in known), *sums.values(), every))


def _of(field: str, lacking: Sequence[KnownAmount]) -> int:
    return sum(one.field == field for one in lacking)


def _differs(piece: Piece, severity: str, one: WrittenAmount, known: KnownAmount) -> Flaw:
    params = {"text": str(one.amount), "data": str(known.amount), "fact": known.field}
    return piece.flaw("amount_differs", severity, one.start, one.end, **params)
