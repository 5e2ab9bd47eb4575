"""Decisions of the Council and the College, and what a draft decree is filed under."""

from collections.abc import Iterator
from collective.conventions.terms.texts.check.dates_in import dates_in
from collective.conventions.terms.texts.check.dates_in import WrittenDate
from collective.conventions.terms.texts.check.piece import pieces
from collective.conventions.terms.texts.folding import fold
from collective.conventions.terms.texts.propose.proposal import Proposal
from collective.conventions.terms.texts.propose.sentence import passage
from collective.conventions.terms.texts.propose.sentence import Sentence
from collective.conventions.terms.texts.propose.sentence import sentences
from collective.conventions.terms.texts.text import Text
import re


_COUNCIL = (
    r"conseil (?:communal|de l'action sociale|provincial)|gemeenteraad|gemeinderat|raad voor"
    r" maatschappelijk welzijn"
)
_COLLEGE = r"college|college van burgemeester|bureau permanent|vast bureau|kollegium"
_DECIDING = re.compile(
    r"decision|deliberation|decide|seance|approuv|besluit|beslissing|zitting|beschlus|sitzung"
)
_BETWEEN = r"[^.;\n]{0,45}$"
_NUMBERS = {
    "folder_reference": re.compile(r"\bref\.?\s*(?:farde|dossier)?[^:\n]{0,30}:\s*(\S[^\n]{0,60})"),
    "agenda_number": re.compile(r"\bn[°o]?\.?\s*(?:oj|ordre du jour|agenda)\s*:?\s*(\S{1,20})"),
}
_SITTING = re.compile(r"(?:conseil|gemeenteraad|gemeinderat)(?: communal)? (?:du|van|vom)\s*$")
_DRAFT = re.compile(r"projet d'arrete|projet de deliberation|ontwerpbesluit|beschlussentwurf")


def decisions(text: Text) -> Iterator[Proposal]:
    """Yield the dates of decisions and, out of a draft decree, its sitting and its numbers."""
    for sentence in sentences(text, "heading", "parties", "preamble"):
        for written in dates_in(sentence.text):
            field = _decided(sentence, written)
            if field:
                rule = "sitting" if field == "council_sitting" else "decision"
                yield sentence.found(field, written.day, rule, (written.start, written.end))
    yield from _filed(text)


def _decided(sentence: Sentence, written: WrittenDate) -> str:
    """The field of a date in a sentence: by the body named just before it, else just after."""
    before, after = sentence.folded[: written.start], sentence.folded[written.end :]
    if _DRAFT.search(before) and _SITTING.search(before):
        return "council_sitting"
    for field, body in (("council_date", _COUNCIL), ("college_date", _COLLEGE)):
        named = rf"(?:{body})(?:[^.;\n]{{0,30}}\b(?:du|en date|seance|van|vom|le|op|am))?{_BETWEEN}"
        if re.search(named, before[-90:]) and _of_decision(before):
            return field
    for field, body in (("council_date", _COUNCIL), ("college_date", _COLLEGE)):
        if re.match(rf"\s*,?\s*(?:le|la|de|het|der|das|du)?\s*(?:{body})", after):
            return field
    return ""


def _of_decision(before: str) -> bool:
    return _DECIDING.search(before) is not None


def _filed(text: Text) -> Iterator[Proposal]:
    """Yield the numbers in the heading, wherever its title ends."""
    for piece in pieces(text):
        if piece.part.part == "heading":
            for field, pattern in _NUMBERS.items():
                if found := pattern.search(fold(piece.text)):
                    where = passage(piece, *found.span(1))
                    yield Proposal(field, where.quoted, where, "filed")
