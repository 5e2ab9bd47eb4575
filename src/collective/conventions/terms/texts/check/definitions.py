"""Where a text gives something a name: "hereinafter “the City”", "“Tools”: what is …"."""

from collections.abc import Iterator
from collections.abc import Sequence
from collective.conventions.terms.texts.check.piece import Piece
from dataclasses import dataclass
import re


@dataclass(frozen=True)
class Definition:
    """A term, and the span of its words in the piece that defines it."""

    term: str
    piece: Piece
    start: int
    end: int


#: Opening and closing marks; a bad scan closes with a degree sign, or not at all.
_OPEN, _CLOSE = '«“"„‟”', '»”"“°'
_QUOTED = re.compile(
    rf"[{_OPEN}]\s*(?P<term>[^{_OPEN}{_CLOSE}\n]{{2,60}}?)\s*(?:[{_CLOSE}]|$)", re.MULTILINE
)
#: "hereinafter", with what a text says before it comes to the name.
_HEREINAFTER = re.compile(
    r"\b(?:ci-apr[eèé]s|d[eé]nomm[eé]+\w*|hierna|hieronder|verder|nachstehend|nachfolgend"
    r"|im folgenden|hereinafter|hereafter)\b"
    r"(?:[ \u00a0,\n]|\([a-zé]+\)|\b(?:d[eé]nomm\w*|d[eé]sign\w*|appel\w*|nomm\w*|conjointement"
    r"|collectivement|individuellement|indistinctement|ensemble|s[eé]par[eé]ment|ou|et|par|sous"
    r"|genoemd|te noemen|gezamenlijk|afzonderlijk|aangeduid|als|genannt|bezeichnet|gemeinsam"
    r"|called|referred|to|as|jointly)\b)*",
    re.IGNORECASE,
)
#: A name without marks: what begins with a capital letter behind an article.
_BARE = re.compile(
    r"(?:[lL]es |[lL]e |[lL]a |[lL]['’]|[dD]e |[hH]et |[dD]er |[dD]ie |[dD]as |the )?"
    r"(?P<term>[A-ZÀ-Ý][\w-]+(?: [A-ZÀ-Ý][\w-]+){0,3})"
)
#: "“X” is …" at the start of a line, or "by “X” is meant".
_EQUALS = re.compile(
    rf"^[\s\-–•·*\d.)]*[{_OPEN}]\s*(?P<term>[^{_OPEN}{_CLOSE}\n]{{2,60}}?)\s*[{_CLOSE}]\s*"
    r"(?::|,? (?:désigne|signifie|est|s['’]entend|betekent|is|staat voor|bezeichnet|bedeutet|ist"
    r"|means)\b|\s[-–—]\s)",
    re.MULTILINE,
)
_TERM = rf"\s+[{_OPEN}]\s*(?P<term>[^{_OPEN}{_CLOSE}\n]{{2,60}}?)\s*[{_CLOSE}]"
_MEANT = re.compile(rf"\b(?:entend(?:ons)? par){_TERM}", re.IGNORECASE)
_MEANT_BY = re.compile(
    rf"\b(?:par|onder|unter|by){_TERM}(?=[^.\n]{{0,60}}(?:entend|verst[ae]|meant))", re.IGNORECASE
)
#: All that name a term by themselves.
_RULES = (_EQUALS, _MEANT, _MEANT_BY)
_ARTICLE = re.compile(r"^(?:les|le|la|de|het|der|die|das|the)\s+|^l\s?['’]\s?", re.IGNORECASE)
#: How far behind "hereinafter" its names may stand.
_REACH = 120


def definitions(read: Sequence[Piece]) -> tuple[Definition, ...]:
    """Return every definition, in the order of the text; a term may be defined twice."""
    return tuple(one for piece in read for one in _in(piece))


def _in(piece: Piece) -> Iterator[Definition]:
    spans = {match.span("term") for rule in _RULES for match in rule.finditer(piece.text)}
    for match in _HEREINAFTER.finditer(piece.text):
        spans |= set(_named(piece.text, match.end()))
    covered = 0
    for start, end in sorted(spans):
        term = piece.text[start:end]
        bare = _ARTICLE.sub("", term).strip()
        if start >= covered and bare:
            covered = end
            yield Definition(bare, piece, start, end)


def _named(text: str, start: int) -> Iterator[tuple[int, int]]:
    """The names given behind "hereinafter": in marks, or else the one that follows at once."""
    marks = (text.find(mark, start) for mark in ".;)")
    stop = min(start + _REACH, len(text), *(at for at in marks if at >= 0))
    if quoted := [match.span("term") for match in _QUOTED.finditer(text, start, stop)]:
        yield from quoted
    elif bare := _BARE.match(text, start, stop):
        yield bare.span("term")
