"""Blanks that are still open in a text (W10): dotted lines, prompts, instructions in italics.

What is left open beside the signatures is written there by hand, so it blocks nothing.
"""

from collections.abc import Iterator
from collective.conventions.terms.blanks import blanks
from collective.conventions.terms.texts.check.context import Context
from collective.conventions.terms.texts.check.flaw import Flaw
from collective.conventions.terms.texts.check.piece import Piece
from collective.conventions.terms.texts.check.piece import pieces
from collective.conventions.terms.texts.text import plain
from collective.conventions.terms.texts.text import Text
import re


#: "Fait à Namur, le" with nothing behind it: place and day are left to the hand.
_CLOSING = re.compile(
    r"^(?:fait|signé|gedaan|opgemaakt|getekend|geschehen|ausgefertigt|done)\b[^\n.]{0,80}?"
    r"[, ](le|op|den|am|on)[ \u00a0]*:?$",
    re.IGNORECASE | re.MULTILINE,
)
#: An order to whoever fills in the form, where it stands in italics.
_ORDER = re.compile(
    r"[(\[]?\s*(?:(?:à|a) (?:compléter|préciser|remplir|indiquer|insérer|adapter|choisir|biffer)"
    r"|(?:indiquer|préciser|compléter|insérer|mentionner|adapter|choisir|biffer|supprimer)\b"
    r"|(?:in|aan) te vullen|te bepalen|te schrappen|(?:vul|schrap)\b"
    r"|auszufüllen|einzutragen|zu ergänzen|bitte\b|fill in\b|insert\b|to be completed\b)",
    re.IGNORECASE,
)
_ITALICS = re.compile(r"<em>(.*?)</em>", re.DOTALL)


def unfilled(text: Text, context: Context) -> Iterator[Flaw]:
    """Yield the blanks of a text, a line with the prompt beside it as one."""
    for piece in pieces(text):
        yield from _unfilled(piece)


def _unfilled(piece: Piece) -> Iterator[Flaw]:
    by_hand = piece.part.part == "signatures"
    severity = "hint" if by_hand else "severe"
    spans = [(blank.start, blank.end) for blank in blanks(piece.text)]
    spans += [span for span in _orders(piece) if not _inside(span, spans)]
    if by_hand:
        spans += [match.span(1) for match in _CLOSING.finditer(piece.text)]
    for start, end in _joined(piece.text, sorted(spans)):
        yield piece.flaw("text_blank", severity, start, end, words=_short(piece.text[start:end]))


def _orders(piece: Piece) -> Iterator[tuple[int, int]]:
    """The instructions in italics, found again in the plain text."""
    if piece.column != "body":
        return
    after = 0
    for match in _ITALICS.finditer(piece.part.body):
        words = plain(match[1])
        start = piece.text.find(words, after) if words else -1
        if start < 0:
            continue
        after = start + len(words)
        if _ORDER.match(words):
            yield start, after


def _joined(text: str, spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """A dotted line and the prompt beside it are one blank: "_____ (name)"."""
    kept: list[tuple[int, int]] = []
    for start, end in spans:
        if kept and not text[kept[-1][1] : start].strip(" \u00a0:"):
            start, end = kept[-1][0], max(kept.pop()[1], end)
        kept.append((start, end))
    yield from kept


def _inside(span: tuple[int, int], others: list[tuple[int, int]]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in others)


def _short(words: str, most: int = 60) -> str:
    text = " ".join(words.split())
    return text if len(text) <= most else f"{text[: most - 1]}…"
