"""Dates of the text that differ from those of the data: decisions, start, end (W1, D7).

A date is compared only where the words before it say which fact it is, for a text names many days.
"""

from collections.abc import Iterator
from collective.conventions.terms.texts.check.context import Context
from collective.conventions.terms.texts.check.dates_in import dates_in
from collective.conventions.terms.texts.check.flaw import Flaw
from collective.conventions.terms.texts.check.piece import Piece
from collective.conventions.terms.texts.check.piece import pieces
from collective.conventions.terms.texts.text import Text
from datetime import date
import re


#: How far before a date its meaning may stand.
_REACH = 110

#: What says which fact a date is, close before it.
_MEANINGS = {
    "council_date": re.compile(
        r"conseil (?:communal|municipal|provincial|de l['’]action sociale)|gemeenteraad\w*"
        r"|raad voor maatschappelijk welzijn|(?:gemeinde|stadt|sozialhilfe)rat\w*"
        r"|city council|municipal council",
        re.IGNORECASE,
    ),
    "college_date": re.compile(
        r"coll[eèé]ge (?:communal|des bourgmestre|provincial|du )|(?:schepen)?college\b"
        r"|gemeindekollegium\w*|bureau permanent|vast bureau",
        re.IGNORECASE,
    ),
    "start_date": re.compile(
        r"entr\w+ en vigueur|pren(?:d|dra|ne)\w* (?:cours|effet)|d[ée]bute\w*"
        r"|in werking|vangt aan|ingaan\w*|gaat in|tritt\b|in kraft|beginnt|enters? into force",
        re.IGNORECASE,
    ),
    "end_date": re.compile(
        r"jusqu['’]au|pren(?:d|dra)\w* fin|se termine\w*|expire\w*|[ée]ch[ée]ance"
        r"|tot en met|tot\b|eindigt|loopt af|bis zum|endet|l[äa]uft ab|until|ends? on",
        re.IGNORECASE,
    ),
}
#: A decision about something else: what a text recalls, not what approves it.
_ELSEWHERE = re.compile(
    r"\b(?:d[ée]cret|loi|ordonnance|arr[êe]t[ée]|r[èe]glement|wet|decreet|besluit van de regering"
    r"|gesetz|dekret|march[ée]|adjug\w+)\b",
    re.IGNORECASE,
)


def dates(text: Text, context: Context) -> Iterator[Flaw]:
    """Yield the dates that contradict the data.

    It is severe when the day of the data stands nowhere in the text; otherwise the text may well
    mean two different days.
    """
    known = {one.field: one.day for one in context.dates}
    if not known:
        return
    read = pieces(text)
    written = {one.day for piece in read for one in dates_in(piece.text)}
    for piece in read:
        for one in dates_in(piece.text):
            fact = _meaning(piece, one.start)
            day = known.get(fact)
            if day is None or one.day == day or one.day in known.values():
                continue
            severity = "hint" if day in written else "severe"
            yield _differs(piece, severity, (one.start, one.end), fact, (one.day, day))


def _differs(
    piece: Piece, severity: str, span: tuple[int, int], fact: str, days: tuple[date, date]
) -> Flaw:
    params = {"text": days[0].isoformat(), "data": days[1].isoformat(), "fact": fact}
    return piece.flaw("date_differs", severity, *span, **params)


def _meaning(piece: Piece, start: int) -> str:
    """Which fact a date is, by the nearest words before it in its sentence; empty for none."""
    first = max(0, start - _REACH)
    before = piece.text[first:start]
    before = re.split(r"[.;]\s+(?=[^\W\da-z])|\n\s*\n", before)[-1]
    found = [
        (match.end(), fact)
        for fact, words in _MEANINGS.items()
        for match in words.finditer(before)
        if not _ELSEWHERE.search(before, match.end()) and not dates_in(before[match.end() :])
    ]
    return max(found)[1] if found else ""
