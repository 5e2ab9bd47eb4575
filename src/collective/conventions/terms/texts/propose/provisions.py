"""Other provisions: originals, disputes, the resolutory condition, contact persons, no price."""

from collections.abc import Iterator
from collections.abc import Sequence
from collective.conventions.terms.texts.check.piece import Piece
from collective.conventions.terms.texts.check.piece import pieces
from collective.conventions.terms.texts.folding import fold
from collective.conventions.terms.texts.propose.numbers import NUMBER
from collective.conventions.terms.texts.propose.numbers import number_of
from collective.conventions.terms.texts.propose.party import NamedParty
from collective.conventions.terms.texts.propose.periods import periods_in
from collective.conventions.terms.texts.propose.proposal import Proposal
from collective.conventions.terms.texts.propose.sentence import passage
from collective.conventions.terms.texts.propose.sentence import sentences
from collective.conventions.terms.texts.text import Text
import re


_ORIGINALS = re.compile(
    rf"\ben\s+(?P<count>{NUMBER})\s*(?:\(\s*\w+\s*\)\s*)?exemplaires?"
    rf"|\bin\s+(?P<count2>{NUMBER})\s*(?:\(\s*\w+\s*\)\s*)?(?:originele\s+)?(?:exemplaren"
    rf"|ausfertigungen|originalen)"
)
_FOLD = re.compile(
    r"\ben double exemplaire|\bin (?P<fold>twee|drie|vier)voud|\bin zweifacher ausfertigung"
)
_AS_PARTIES = re.compile(
    r"autant d'exemplaires?\s+(?:originaux\s+)?que de parties"
    r"|evenveel (?:originele )?exemplaren als"
)
_DISPUTE_TITLE = re.compile(
    r"litig|contestation|differend|geschil|streit|juridiction|gerichtsstand|bevoegde rechtb"
)
_DISPUTE = re.compile(r"competence exclusive|tribunaux (?:de|competents)|rechtbanken van|gerichte")
_RESOLUTORY = re.compile(r"condition resolutoire|ontbindende voorwaarde|auflosende bedingung")
_CONTACT = re.compile(
    r"personnes?(?:\(s\))?(?: de (?:contact|reference|liaison))|contactperso|kontaktperson"
    r"|ansprechpartner|point de contact"
)
_CONTACTS = re.compile(r"communiqu|design|meld|deelt|duidt|benenn|teilt")
_NO_MONEY = re.compile(r"\bnon[- ]monetaire|\bniet[- ]monetair|\bnicht monetar")
_FREE = re.compile(
    r"\bgratuit\w*|\bsans contrepartie financiere|\bkosteloos|\bgratis\b|\bunentgeltlich\w*"
    r"|\bkostenlos\w*"
)


def provisions(text: Text, parties: Sequence[NamedParty]) -> Iterator[Proposal]:
    """Yield what a text provides for besides its term and its price."""
    yield from _originals(text, parties)
    yield from _article(text, _DISPUTE_TITLE, _DISPUTE, "dispute_settlement", "disputes")
    yield from _article(text, _RESOLUTORY, _RESOLUTORY, "resolutory_condition", "resolutory")
    yield from _contacts(text)
    yield from _free(text)


def _originals(text: Text, parties: Sequence[NamedParty]) -> Iterator[Proposal]:
    for sentence in sentences(text, "signatures", "article"):
        folded = sentence.folded
        if found := _ORIGINALS.search(folded):
            count = number_of(found["count"] or found["count2"])
            if count and count <= 100:
                yield sentence.found("originals", count, "originals", found.span())
        elif found := _FOLD.search(folded):
            count = number_of(found["fold"] or "twee")
            yield sentence.found("originals", count, "originals", found.span())
        elif (found := _AS_PARTIES.search(folded)) and len(parties) > 1:
            yield sentence.found("originals", len(parties), "originals_as_parties", found.span())


def _article(
    text: Text, title: re.Pattern[str], said: re.Pattern[str], field: str, rule: str
) -> Iterator[Proposal]:
    """Yield the whole article that a title names, else the sentence that says it."""
    for piece in pieces(text):
        if (
            piece.part.part == "article"
            and piece.column == "body"
            and title.search(fold(piece.part.title))
        ):
            yield _whole(piece, field, rule)
            return
    for sentence in sentences(text, "article"):
        if said.search(sentence.folded):
            yield sentence.found(field, sentence.text.strip()[:5000], rule)
            return


def _whole(piece: Piece, field: str, rule: str) -> Proposal:
    return Proposal(field, piece.text[:5000], passage(piece, 0, len(piece.text)), rule)


def _contacts(text: Text) -> Iterator[Proposal]:
    for sentence in sentences(text, "article"):
        if _CONTACT.search(sentence.folded) and _CONTACTS.search(sentence.folded):
            for period in periods_in(sentence.folded):
                if period.unit == "days":
                    yield sentence.found("contacts_days", period.count, "contacts", period.span)
                    return


def _free(text: Text) -> Iterator[Proposal]:
    for piece in pieces(text):
        folded = fold(piece.text)
        if found := _NO_MONEY.search(folded):
            yield Proposal("monetary", False, passage(piece, *found.span()), "no_money")
    for piece in pieces(text):
        folded = fold(piece.text)
        for found in _FREE.finditer(folded):
            yield Proposal("free_of_charge", True, passage(piece, *found.span()), "free")
            return
