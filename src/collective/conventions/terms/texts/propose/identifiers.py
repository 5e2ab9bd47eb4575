"""Numbers of enterprises and accounts; an account of before IBAN is converted."""

from collections.abc import Iterator
from collections.abc import Sequence
from collective.conventions.terms.identifiers import InvalidIdentifier
from collective.conventions.terms.identifiers import normalise_enterprise_number
from collective.conventions.terms.identifiers import normalise_iban
from collective.conventions.terms.texts.folding import fold
from collective.conventions.terms.texts.propose.party import called_in
from collective.conventions.terms.texts.propose.party import NamedParty
from collective.conventions.terms.texts.propose.proposal import Proposal
from collective.conventions.terms.texts.propose.sentence import Sentence
from collective.conventions.terms.texts.propose.sentence import sentences
from collective.conventions.terms.texts.text import Text
import re


_ENTERPRISE = re.compile(r"(?<![\d.])(?:be[ ]?)?[01]\d{3}[. ]?\d{3}[. ]?\d{3}(?![\d.]*\d)")
_IBAN = re.compile(r"\b[a-z]{2}\d{2}(?:[ ]?[a-z\d]{4}){2,7}(?:[ ]?[a-z\d]{1,3})?\b")
_OLD = re.compile(r"(?<!\d)(\d{3})[- ](\d{7})[- ](\d{2})(?!\d)")


def identifiers(text: Text, parties: Sequence[NamedParty]) -> Iterator[Proposal]:
    """Yield the numbers of the parties; one whose check digits are wrong is none."""
    for sentence in sentences(text):
        for found in _IBAN.finditer(sentence.folded):
            if iban := _valid_iban(found.group()):
                yield _of(sentence, found, parties, "iban", iban, "iban")
        for found in _OLD.finditer(sentence.folded):
            if iban := from_old_account("".join(found.groups())):
                yield _of(sentence, found, parties, "iban", iban, "old_account")
        for found in _ENTERPRISE.finditer(sentence.folded):
            if number := _valid_number(found.group()):
                yield _of(
                    sentence, found, parties, "enterprise_number", number, "enterprise_number"
                )


def from_old_account(digits: str) -> str:
    """Return the IBAN of a Belgian account of twelve digits; "" when its check digits are wrong.

    The national part of a Belgian IBAN is the old number (ISO 13616, mod 97-10).
    """
    if int(digits[:10]) % 97 != int(digits[10:]) % 97:
        return ""
    check = 98 - int(f"{digits}111400") % 97
    return _valid_iban(f"BE{check:02d}{digits}")


def _of(
    sentence: Sentence,
    found: re.Match[str],
    parties: Sequence[NamedParty],
    column: str,
    value: str,
    rule: str,
) -> Proposal:
    """The number of the party whose block it stands in, else of the one named nearest to it."""
    at = sentence.start + found.start()
    own = (
        number
        for number, party in enumerate(parties)
        if party.piece.index == sentence.piece.index and party.block[0] <= at < party.block[1]
    )
    number = next(own, None)
    if number is None:
        after = sentence.folded[found.end() : found.end() + 80]
        number = called_in(after, parties)
    if number is None:
        number = called_in(sentence.folded, parties, found.start())
    field = f"noted.{column}" if number is None else f"parties[{number}].{column}"
    return sentence.found(field, value, rule, found.span())


def _valid_iban(written: str) -> str:
    try:
        return normalise_iban(written.upper())
    except InvalidIdentifier:
        return ""


def _valid_number(written: str) -> str:
    try:
        return normalise_enterprise_number(fold(written).upper())
    except InvalidIdentifier:
        return ""
