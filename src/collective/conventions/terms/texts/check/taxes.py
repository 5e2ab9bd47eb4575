"""A price in the text that says nothing of VAT (C11, O3)."""

from collections.abc import Iterator
from collective.conventions.terms.texts.check.amounts import amounts_of
from collective.conventions.terms.texts.check.amounts_in import WrittenAmount
from collective.conventions.terms.texts.check.context import Context
from collective.conventions.terms.texts.check.flaw import Flaw
from collective.conventions.terms.texts.check.piece import Piece
from collective.conventions.terms.texts.text import plain
from collective.conventions.terms.texts.text import Text
import re


_VAT = re.compile(
    r"\b(?:h?\.?\s?tva(?:c|comprise)?|htva|ttc|hors (?:tva|taxes?)|btw|mwst|mehrwertsteuer|vat"
    r"|t\.v\.a|b\.t\.w|taxe sur la valeur|belasting over de toegevoegde|exon[ée]r\w+|exempt\w*"
    r"|vrijgesteld|steuerfrei)\b",
    re.IGNORECASE,
)
#: Words that nothing but a price has; a contribution or a value is none.
_PRICE = re.compile(
    r"\b(?:prix|tarifs?|redevances?|honoraires|s['’]acquitter|factur[eé]\w*|prijs|prijzen|tarief"
    r"|gefactureerd|aangerekend|preis\w*|geb[üu]hr\w*|entgelt\w*|in rechnung|price|fee)\b",
    re.IGNORECASE,
)


def taxes(text: Text, context: Context) -> Iterator[Flaw]:
    """Yield the first price of each article that says nothing of VAT.

    A price of the data with VAT is surely one; without prices in the data the words have to tell.
    """
    if not context.monetary:
        return
    prices = {one.amount for one in context.amounts if one.taxed}
    said: set[int] = set()
    for piece, one in amounts_of(text, context.language):
        if piece.index in said or _VAT.search(_body(piece)):
            continue
        sure = one.amount in prices
        if sure or (not context.amounts and _is_price(piece, one)):
            said.add(piece.index)
            severity = "warning" if sure else "hint"
            words = piece.text[one.start : one.end]
            yield piece.flaw("vat_missing", severity, one.start, one.end, amount=words)


def _body(piece: Piece) -> str:
    """All that the part of a piece says; a price may stand in its title."""
    return piece.text if piece.column == "body" else plain(piece.part.body)


def _is_price(piece: Piece, one: WrittenAmount) -> bool:
    return bool(_PRICE.search(piece.sentence(one.start, one.end)))
