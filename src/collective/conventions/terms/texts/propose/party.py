"""The parties a text names, and how it calls them from there on."""

from collections.abc import Iterator
from collections.abc import Sequence
from collective.conventions.terms.blanks import blanks
from collective.conventions.terms.texts.check.piece import Piece
from collective.conventions.terms.texts.check.piece import pieces
from collective.conventions.terms.texts.folding import fold
from collective.conventions.terms.texts.text import Text
from dataclasses import dataclass
import re


#: What stands alone between two parties.
_BETWEEN = re.compile(
    r"""(?m)
      ^[^\n]{0,120}\b(?:entre|tussen|zwischen)\s*:?\s*$
    | ^\s*(?:entre|tussen|zwischen)[ ]?(?:les[ ](?:soussigne|parties)|ondergetekend|:)[^\n]{0,30}$
    | ^\s*(?:et|en|und|&)\s*(?:,[ ]?)?:?\s*$
    | ^\s*(?:les[ ])?soussigne\w*\s*:?\s*$
    | [,;]?\s*\b(?:d'une[ ]part|d'autre[ ]part|enerzijds|anderzijds|einerseits|andererseits)\b\s*
      [,;.:]?\s*(?:(?:et|en|und)\b)?\s*:?
    | ^\s*(?:entre|et|tussen|en|zwischen|und)\s*:?\s+
      (?=la[ ]|le[ ]|l'|les[ ]|i'|de[ ]|het[ ]|die[ ]|der[ ]|das[ ]|dem[ ])
    | [;,]\s+et[ ]:?\s*(?=(?:la[ ]|le[ ]|l')(?:ville|commune|cpas|asbl|societe|province|region))
    """,
    re.VERBOSE,
)
_BOTH = re.compile(
    r"\b(?:convention|accord|contrat|overeenkomst|akkoord|vereinbarung|vertrag)\b[^.\n]{0,80}?"
    r"\b(?:entre|tussen|zwischen)\s+(?P<one>[^.,;\n]{3,80}?)\s+(?:et|en"
    r"|und)\s+(?P<other>[^.,;:\n]{3,120}?)"
    r"(?=\s*(?:[.,;:\n]|\s-\s|dans le cadre|concernant|relati[vf]|pour la|betreffende|$))"
)
_NUMBERED = re.compile(r"\s*(?:\d[.)°]|[a-z]\))\s+")
#: Who is named together is no party of its own.
_TOGETHER = re.compile(
    r"\s*\(?(?:ci-?\s?apres|denomme\w*|designe\w*|ensemble|hierna|gezamenlijk|nachstehend"
    r"|gemeinsam)\b"
)
_NAME_ENDS = re.compile(
    r",|;|\(|\s+represente|\s+(?:dont|ayant)\s+(?:le|son)\s+siege|\s+ci-?\s?apres|\s+inscri"
    r"|\s+vertegenwoordigd|\s+met\s+(?:maatschappelijke\s+)?zetel|\s+(?:hier)na\s+|\s+vertreten"
    r"|\s+mit\s+sitz|\s+nachstehend|\s+immatricule|\s+etablie?\s|\s+sise?\s"
)
_FORM = (
    r"(?:asbl|a\.s\.b\.l\.?|vzw|aisbl|srl|s\.r\.l\.?|sprl|s\.?a\.?|n\.?v\.?|bvba|bv|scrl|sc|sca"
    r"|gmbh|ag|v\.?o\.?g\.?|intercommunale)"
)
_FORM_AFTER = re.compile(rf"[\s,]+({_FORM})(?=[\s,;(.]|$)")
_FORM_BEFORE = re.compile(rf"(?:l'|la |le |de |die )?({_FORM})\s+(?=\S)")
_ARTICLE = re.compile(r"(?:la|le|les|de|het|die|der|das)\s+|[li]'")
_SHORT = re.compile(
    r"\b(?:ci-?\s?apres|hierna|nachstehend|nachfolgend)\s*,?\s*"
    r"(?:(?:denomme|designe|appele|nomme|intitule|genoemd|genannt"
    r"|aangeduid als)\w*(?:\(e\))?(?:\(s\))?"
    r"\s*)?[:,]?\s*\"\s*(?P<short>[^\"°\n;,.)]{2,60}?)\s*[\"°,)]"
    r"|\b(?:ci-?\s?apres|hierna)\s*,?\s*(?:denomme|designe|appele|genoemd)\w*(?:\(e\))?\s*[:,]?\s+"
    r"(?P<bare>(?:la|le|de|het)\s[a-z]{2,30}|l'[a-z]{2,30})\s*[,;.)\n]"
)
_SEAT = re.compile(
    r"\b(?:siege(?:\s+social)?\s+est\s+(?:situe|etabli|sis)\w*\s+(?:a|au|aux)?"
    r"|(?:ayant|avec)\s+(?:son\s+)?siege(?:\s+social)?\s+(?:est\s+)?(?:a|au)"
    r"|(?:maatschappelijke\s+)?zetel\s+(?:te|in|gevestigd\s+te)|sitz\s+in)\s+"
    r"(?P<seat>.{5,160}?)(?=\s*(?:,?\s*representee?|,?\s*inscri|\(?ci-?\s?apres|,?\s*vertegenw"
    r"|,?\s*hierna|"
    r",?\s*vertreten|\n|;|$))"
)


@dataclass(frozen=True)
class NamedParty:
    """A party as the text presents it.

    :ivar name: without its article and its legal form; empty when the text leaves it blank.
    :ivar short: what the text calls it from there on, without quotes.
    :ivar span: of its name, or of its short name when there is none; ``block`` of all said of it.
    """

    piece: Piece
    block: tuple[int, int]
    span: tuple[int, int]
    name: str
    short: str = ""
    form: str = ""
    seat: str = ""
    open: bool = False

    @property
    def called(self) -> tuple[str, ...]:
        """Every name a sentence may call it by, folded and without article, the longest first."""
        names = {_bare(fold(name)) for name in (self.name, self.short) if name}
        return tuple(sorted(names, key=len, reverse=True))


def named_parties(text: Text) -> tuple[NamedParty, ...]:
    """Return the parties that the part "parties" presents, in its order."""
    found = tuple(one for piece in pieces(text) for one in _of_piece(piece))
    return found or tuple(one for piece in pieces(text) for one in _in_heading(piece))


def called_in(folded: str, parties: Sequence[NamedParty], end: int | None = None) -> int | None:
    """Return which party a folded text names last before ``end``, as its position."""
    best: tuple[int, int, int] | None = None
    for position, party in enumerate(parties):
        for name in party.called:
            pattern = rf"(?<![a-z]){re.escape(name)}(?![a-z])"
            for found in re.finditer(pattern, folded[:end]):
                key = (found.end(), len(name), position)
                best = max(best, key) if best else key
    return best[2] if best else None


def _in_heading(piece: Piece) -> Iterator[NamedParty]:
    """Yield "A" and "B" of a heading that says "convention between A and B"."""
    found = _BOTH.search(fold(piece.text)) if piece.part.part == "heading" else None
    for start, end in (found.span("one"), found.span("other")) if found else ():
        form, within = _form(fold(piece.text), start, end, end)
        name = " ".join(piece.text[slice(*within)].split())
        yield NamedParty(piece, (start, end), within, name, form=form)


def _of_piece(piece: Piece) -> Iterator[NamedParty]:
    if piece.part.part != "parties" or piece.column != "body":
        return
    folded = fold(piece.text)
    start = 0
    borders = [*((m.start(), m.end()) for m in _BETWEEN.finditer(folded)), (len(folded),) * 2]
    for end, following in borders:
        block = _trimmed(folded, start, end)
        if block[0] < block[1] and not _TOGETHER.match(folded[slice(*block)]):
            party = _party(piece, folded, block)
            if party is not None:
                yield party
        start = following


def _party(piece: Piece, folded: str, block: tuple[int, int]) -> NamedParty | None:
    start, end = block
    numbered = _NUMBERED.match(folded, start)
    start = numbered.end() if numbered else start
    ends = _NAME_ENDS.search(folded, start, end)
    name_end = ends.start() if ends else end
    form, span = _form(folded, start, name_end, end)
    written = piece.text[slice(*span)]
    name, opened = _filled(written)
    shorter = _SHORT.search(folded, start, end)
    seat = _SEAT.search(folded, start, end)
    short, at = "", span
    if shorter:
        at = shorter.span("short") if shorter["short"] else shorter.span("bare")
        short = piece.text[slice(*at)].strip(" \u00a0\"'«»“”")
    acting = re.search(r"\b(?:represent|vertegenwoordigd|vertreten)", folded[start:end])
    if not shorter and not acting and not form:
        return None
    return NamedParty(
        piece, block, span if name else at, name, short, form, _seat(piece, seat), opened
    )


def _form(folded: str, start: int, name_end: int, end: int) -> tuple[str, tuple[int, int]]:
    """The legal form in or after a name, and the span of the name without it and its article."""
    form = ""
    before = _FORM_BEFORE.match(folded, start, name_end)
    if before:
        form, start = before[1], before.end()
    article = None if before else _ARTICLE.match(folded, start, name_end)
    start = article.end() if article else start
    inside = next(iter(_FORM_AFTER.finditer(folded, start, name_end)), None)
    if inside:
        form, name_end = inside[1], inside.start()
    elif not form and (after := _FORM_AFTER.match(folded, name_end, end)):
        form = after[1]
    return form.replace(".", "").upper(), (start, name_end)


def _filled(written: str) -> tuple[str, bool]:
    """A name without the blanks in it, and whether it has any."""
    name, found = written, blanks(written)
    for blank in reversed(found):
        name = name[: blank.start] + name[blank.end :]
    name = re.sub(
        r"(?:\s|^)(?:de|du|d'|van|von|of)$", "", " ".join(name.split()).strip(" _.")
    ).strip()
    return name, bool(found) or not name


def _seat(piece: Piece, found: re.Match[str] | None) -> str:
    if found is None:
        return ""
    seat = " ".join(piece.text[slice(*found.span("seat"))].split()).rstrip(" ,.(")
    return "" if blanks(seat) else seat


def _trimmed(folded: str, start: int, end: int) -> tuple[int, int]:
    text = folded[start:end]
    return start + len(text) - len(text.lstrip(" \n,;:.")), start + len(text.rstrip(" \n,;:"))


def _bare(name: str) -> str:
    found = _ARTICLE.match(name)
    return name[found.end() :] if found else name
