"""What the convention is: its title, its language, its kind, its subject."""

from collections.abc import Iterator
from collective.conventions.terms.texts.check.piece import Piece
from collective.conventions.terms.texts.check.piece import pieces
from collective.conventions.terms.texts.folding import fold
from collective.conventions.terms.texts.propose.proposal import Proposal
from collective.conventions.terms.texts.propose.sentence import passage
from collective.conventions.terms.texts.text import Text
import re


_KINDS = (
    ("subsidy", r"\bsubvention|\bsubside|\bsubsidie|\bzuschus"),
    ("access", r"\bd'acces\b|\bacces a\b|\btoegang|\bzugang|\bhebergement"),
    ("adhesion", r"\badhesion|\baffiliation|\bengagement au programme|\btoetreding|\bbeitritt"),
    ("partnership", r"\bpartenariat|\bpartnerschap|\bpartnerschaft"),
    ("collaboration", r"\bcollaboration|\bcooperation|\bsamenwerking|\bzusammenarbeit"),
    ("provision", r"\bmise a disposition|\bterbeschikkingstelling|\bbereitstellung"),
)
_OBJECT = re.compile(r"\s*(?:objet|onderwerp|betreff)\s*:\s*(?P<said>\S[^\n]*)")
_SUBJECT = re.compile(r"^\W*(?:objet|onderwerp|voorwerp|gegenstand)\b")
_TONGUES = {
    "fr": r"\b(?:le|la|les|des|et|de|est|convention|du)\b",
    "nl": r"\b(?:het|een|van|en|de|wordt|overeenkomst|voor)\b",
    "de": r"\b(?:der|die|das|und|ist|wird|vereinbarung|den)\b",
}


def subject(text: Text) -> Iterator[Proposal]:
    """Yield what the heading and the article on the subject say."""
    for piece in pieces(text):
        folded = fold(piece.text)
        if piece.part.part == "heading":
            said = _OBJECT.search(folded)
            if said:
                span = said.span("said")
                yield Proposal("title", piece.text[slice(*span)], passage(piece, *span), "object")
            elif piece.column == "title":
                whole = (0, len(piece.text))
                if not re.match(r"\s*(?:ref|n°)", folded):
                    yield Proposal("title", piece.text[:500], passage(piece, *whole), "title")
            for kind, pattern in _KINDS:
                if found := re.search(pattern, folded):
                    yield Proposal("kind", kind, passage(piece, *found.span()), f"kind_{kind}")
                    break
        elif piece.part.part == "article" and piece.column == "body" and _is_subject(piece):
            where = passage(piece, 0, len(piece.text))
            yield Proposal("subject_matter", piece.text[:10000], where, "subject")
    yield from _language(text)


def _is_subject(piece: Piece) -> bool:
    return _SUBJECT.match(fold(piece.part.title)) is not None


def _language(text: Text) -> Iterator[Proposal]:
    """Yield the language whose small words are the most frequent, with the first of its words."""
    counts = dict.fromkeys(_TONGUES, 0)
    for piece in pieces(text):
        folded = fold(piece.text)
        for language, pattern in _TONGUES.items():
            counts[language] += len(re.findall(pattern, folded))
    language = max(counts, key=lambda one: counts[one])
    others = sorted(counts.values())[-2]
    if counts[language] < 2 * max(others, 3):
        return
    first = next(piece for piece in pieces(text))
    where = passage(first, 0, min(len(first.text), 80))
    yield Proposal("text_language", language, where, "language")
