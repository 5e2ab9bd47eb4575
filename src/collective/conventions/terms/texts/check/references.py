"""References from one article to another, and whether what they point at is there (W11).

"Article 117 of the municipal law" points out of the text: whatever names a law is left alone.
"""

from collections.abc import Iterator
from collections.abc import Mapping
from collective.conventions.terms.texts.check.context import Context
from collective.conventions.terms.texts.check.counting import counted
from collective.conventions.terms.texts.check.flaw import Flaw
from collective.conventions.terms.texts.check.piece import Piece
from collective.conventions.terms.texts.check.piece import pieces
from collective.conventions.terms.texts.text import plain
from collective.conventions.terms.texts.text import Text
import re


_NUMBER = r"\d{1,3}(?:\s?(?:bis|ter|quater)\b)?(?:\.\d{1,2})*(?![\d/])|[IVX]{1,6}\b(?!\.)"
_CITED = re.compile(
    rf"\b(?:[Aa]rticles?|ARTICLES?|[Aa]rt\.|[Aa]rtikel(?:en|s|n)?)\s*(?:n[°o]\s*)?"
    rf"((?:{_NUMBER})(?:\s*(?:,|et|à|en|tot|und|bis|ou|of|oder|and)\s+(?:{_NUMBER}))*)"
)
_ONE = re.compile(_NUMBER)
#: What says that the article is one of this very text.
_OWN = re.compile(
    r"[^.;\n]{0,25}?\b(?:présente?s?|ci-(?:dessus|dessous|après|avant)|susvisé|précité"
    r"|deze overeenkomst|dit akkoord|hiervoor|hierna|hierboven|hieronder"
    r"|vorliegende\w*|diese[rs]? (?:Vereinbarung|Vertrag\w*|Abkommen\w*)"
    r"|this (?:agreement|convention))",
    re.IGNORECASE,
)
#: What follows the number of an article of a law, and what goes before it.
_LAW_AFTER = re.compile(
    r"(?:\s*,?\s*(?:§+\s*\d+\w*|al(?:in[ée]as?|\.)\s*\d*|\d+°|lid\s*\d*|Abs(?:atz|\.)\s*\d*"
    r"|(?:premier|deuxième|troisième|eerste|tweede)\s*(?:alinéa|lid)?|et suivants?|e\.v\.),?)*"
    r"\s*,?\s*(?:de la|de l['’]|du|des|d['’]|de|van de|van het|van|der|dem|of the|of)\s",
    re.IGNORECASE,
)
_CODE_AFTER = re.compile(r"\s*(?:C\.|Code|CDLD|CWATUP|NLC|NGW|L\.|RGPD|AVG|GDPR|DSGVO|BW\b|BGB)")
_LAW_BEFORE = re.compile(
    r"\b(?:lois?|décrets?|codes?|arrêtés?|ordonnances?|règlements?|directives?|constitution|traité"
    r"|rgpd|wet(?:boek)?|decreet|besluit|verordening|grondwet|richtlijn"
    r"|gesetz(?:es|buch)?|dekret|erlass|verordnung|verfassung)\b[^.;\n]{0,70}$",
    re.IGNORECASE,
)
#: A heading that was left in a body: it names itself.
_HEADING = re.compile(r"\s*(?:[-–—:.]|\n|$)")


def references(text: Text, context: Context) -> Iterator[Flaw]:
    """Yield the references to an article, or a numbered part of one, that is not there."""
    articles = _articles(text)
    for piece in pieces(text) if articles else ():
        for match in _CITED.finditer(piece.text):
            if _points_out(piece.text, match):
                continue
            for one in _ONE.finditer(piece.text, match.start(1), match.end(1)):
                yield from _cited(piece, one, match, articles)


def _cited(
    piece: Piece, one: re.Match[str], match: re.Match[str], articles: Mapping[str, frozenset[str]]
) -> Iterator[Flaw]:
    number = " ".join(one[0].split())
    article, _, rest = number.partition(".")
    found = articles.get(_key(number))
    if found is not None:
        return
    parts = articles.get(_key(article))
    if parts is None:
        sure = _OWN.match(piece.text, match.end()) or _ends_sentence(piece.text, match.end())
        severity = "severe" if sure else "warning"
        yield piece.flaw("reference_unknown", severity, *one.span(), number=article)
    elif rest and number not in parts:
        severity = "warning" if parts else "hint"
        params = {"number": number, "article": article}
        yield piece.flaw("reference_part_unknown", severity, *one.span(), **params)


def _articles(text: Text) -> dict[str, frozenset[str]]:
    """The numbers of the articles, each with those of its numbered parts: "2.1", "2.2"."""
    found: dict[str, frozenset[str]] = {}
    for part in text:
        if part.part == "article" and part.number:
            parts = found.get(_key(part.number), frozenset())
            found[_key(part.number)] = parts | _parts(part.number.rstrip("."), part.body)
    return found


def _parts(number: str, body: str) -> frozenset[str]:
    written = plain(body)
    levels = re.findall(r"^\s*(\d{1,3}(?:\.\d{1,2})+)\b", written, re.MULTILINE)
    single = re.findall(r"^\s*(\d{1,2})[.)°]\s", written, re.MULTILINE)
    listed = range(1, body.count("<li>") + 1) if "<ol>" in body else ()
    return frozenset((*levels, *(f"{number}.{one}" for one in (*single, *listed))))


def _key(number: str) -> str:
    count = counted(number)
    return f"{count[0]}{count[1]}" if count is not None else number.strip().rstrip(".").casefold()


def _points_out(text: str, match: re.Match[str]) -> bool:
    """Tell whether it is an article of something else, or no reference at all."""
    starts_line = match.start() == 0 or text[match.start() - 1] == "\n"
    if starts_line and _HEADING.match(text, match.end()):
        return True
    if _OWN.match(text, match.end()):
        return False
    if _LAW_AFTER.match(text, match.end()) or _CODE_AFTER.match(text, match.end()):
        return True
    return bool(_LAW_BEFORE.search(text, max(0, match.start() - 100), match.start()))


def _ends_sentence(text: str, end: int) -> bool:
    return not text[end:].strip() or text[end] in ".;)"
