"""Notice to end a convention or refuse its renewal, and the time a formal notice leaves."""

from collections.abc import Iterator
from collections.abc import Sequence
from collective.conventions.terms.texts.propose.party import called_in
from collective.conventions.terms.texts.propose.party import NamedParty
from collective.conventions.terms.texts.propose.periods import Period
from collective.conventions.terms.texts.propose.periods import periods_in
from collective.conventions.terms.texts.propose.proposal import Proposal
from collective.conventions.terms.texts.propose.sentence import Sentence
from collective.conventions.terms.texts.propose.sentence import sentences
from collective.conventions.terms.texts.text import Text
import re


_BREACH = re.compile(
    r"mise en demeure|manquement|non[- ]respect|inexecution|faute grave|wanprestatie|tekortkoming"
    r"|ingebreke|vertragsverletzung|pflichtverletzung|mahnung"
)
_NOTICE = re.compile(r"\bpreavis\b|\bopzeg\w*|\bkundigung\w*")
_BEFORE = re.compile(
    r"\b(?:au plus tard|au moins|minimum|ten laatste|ten minste|minstens|uiterlijk|spatestens"
    r"|mindestens)\b"
)
_RENEWAL = re.compile(r"recondu|renouvel|echeance|verleng|vervaldag|verlanger|ablauf")
_ENDING = re.compile(r"mettre fin|resili|denonc|a tout moment|beeindig|opzegg|kundig|jederzeit")
_MEANS = (
    (
        "registered_receipt",
        r"recommande\w*[^.;]{0,30}accuse|aangetekend\w*[^.;]{0,30}ontvangst"
        r"|einschreiben mit ruckschein",
    ),
    ("registered", r"recommande\w*|aangetekend\w*|einschreiben"),
    ("email", r"e-?mail|courriel|courrier electronique"),
    ("letter", r"(?:simple )?lettre|courrier|par ecrit|schriftelijk|brief|schriftlich"),
)
_BASES = (
    ("presentation", r"\bpresentation|\baanbieding"),
    ("receipt", r"\breception(?! valant)|\bontvangst|\bzugang|\berhalt"),
    ("sending", r"\benvoi|\bexpedition|\bverzending|\bversand|\bnotification|\bkennisgeving"),
)


def notice(text: Text, parties: Sequence[NamedParty]) -> Iterator[Proposal]:
    """Yield how notice is given; sentences about a breach are another matter."""
    for sentence in sentences(text, "article"):
        folded = sentence.folded
        if _BREACH.search(folded):
            continue
        asked = _NOTICE.search(folded)
        late = _BEFORE.search(folded) and _RENEWAL.search(folded)
        period = _near(folded, asked.start() if asked else 0) if asked or late else None
        if period is None:
            continue
        yield from _delay(sentence, period)
        yield from _way(sentence, period, parties)


def breach(text: Text) -> Iterator[Proposal]:
    """Yield how long a formal notice leaves to make a breach good, and from when."""
    for sentence in sentences(text, "article"):
        if not _BREACH.search(sentence.folded):
            continue
        for period in periods_in(sentence.folded)[:1]:
            count, unit = _counted(period)
            yield sentence.found("breach_count", count, "breach", period.span)
            yield sentence.found("breach_unit", unit, "breach", period.span)
            if basis := _basis(sentence.folded, period.end):
                yield sentence.found("breach_basis", basis[0], "breach_basis", basis[1])


def _delay(sentence: Sentence, period: Period) -> Iterator[Proposal]:
    count, unit = _counted(period)
    yield sentence.found("notice_count", count, "notice", period.span)
    yield sentence.found("notice_unit", unit, "notice", period.span)


def _way(sentence: Sentence, period: Period, parties: Sequence[NamedParty]) -> Iterator[Proposal]:
    folded = sentence.folded
    for means, pattern in _MEANS:
        if found := re.search(pattern, folded):
            yield sentence.found("notice_means", means, "notice_means", found.span())
            break
    if basis := _basis(folded, period.end):
        yield sentence.found("notice_basis", basis[0], "notice_basis", basis[1])
    for scope, rule in (("renewal", _RENEWAL), ("any_time", _ENDING)):
        if found := rule.search(folded):
            yield sentence.found("notice_scope", scope, "notice_scope", found.span())
            break
    # "if the user asks for it": only the one who is named may, unless a party is any of them.
    alone = re.match(
        r".{0,80}?\b(?:si|indien|wenn|falls)\s+(?P<who>(?:la |le |l'|de |het |die |der )?\w+)\s",
        folded,
    )
    if alone and (number := called_in(alone["who"], parties)) is not None:
        yield sentence.found("notice_by", {"party": number}, "notice_by", alone.span("who"))


def _near(folded: str, start: int) -> Period | None:
    """The period that stands nearest to a word."""
    return min(periods_in(folded), key=lambda one: abs(one.start - start), default=None)


def _counted(period: Period) -> tuple[int, str]:
    return (period.months, "months") if period.months else (period.count, "days")


def _basis(folded: str, start: int) -> tuple[str, tuple[int, int]] | None:
    """What a delay is counted from: what is named first after it."""
    found = [
        (match.start(), basis, match.span())
        for basis, pattern in _BASES
        if (match := re.compile(pattern).search(folded, start, start + 90))
    ]
    return min(found)[1:] if found else None
