"""The term: when the convention begins, how long it lasts, whether it is renewed."""

from collections.abc import Iterator
from collective.conventions.terms.texts.check.dates_in import dates_in
from collective.conventions.terms.texts.propose.periods import Period
from collective.conventions.terms.texts.propose.periods import periods_in
from collective.conventions.terms.texts.propose.proposal import Proposal
from collective.conventions.terms.texts.propose.sentence import Sentence
from collective.conventions.terms.texts.propose.sentence import sentences
from collective.conventions.terms.texts.text import Text
import re


_AGREEMENT = re.compile(
    r"\b(?:convention|accord|contrat|protocole|avenant|elle|overeenkomst|akkoord|vereinbarung"
    r"|vertrag"
    r"|abkommen|zij|sie)\b"
)
_LASTING = re.compile(
    r"\b(?:conclue?|prend (?:cours|effet|fin)|entre en vigueur|entrera en vigueur"
    r"|prendra (?:cours|effet)"
    r"|duree|valable|sort ses effets|gesloten|aangegaan|treedt|loopt|duur|gilt|tritt|dauer|laufzeit"
    r"|geschlossen|expire|eindigt|endet)\b"
)
_OTHER = re.compile(r"\b(?:preavis|opzeg\w*|kundigung\w*|autorisation|facture)\b")
_UNLIMITED = re.compile(
    r"duree\s+(?:illimitee|indeterminee)|onbepaalde\s+(?:duur|tijd)"
    r"|unbestimmte[rn]?\s+(?:dauer|zeit)"
    r"|unbefristet\w*"
)
_UNTIL_DATE = re.compile(
    r"(?:jusqu'(?:au|a la date du)|et (?:se termine|prend fin|expire) le|(?:se termine"
    r"|prend fin|expire)"
    r" le|tot en met|eindigt op|bis (?:zum|einschlieslich)|endet am)\s+(?:le\s+)?$"
)
_UNTIL_EVENT = re.compile(
    r"jusqu'(?:a|au|aux)\s+(?P<event>(?:la |l'|le )?(?:fin|terme|realisation|achevement|reception"
    r"|cloture|fin effective)\b[^.;,]{0,120})"
    r"|\btot (?P<event2>(?:het |de )?(?:einde|voltooiing|oplevering|afloop)\b[^.;,]{0,120})"
)
_STARTING = re.compile(
    r"\b(?:prend (?:cours|effet)|prendra (?:cours|effet)|entr\w+ en vigueur|a (?:compter"
    r"|partir|dater) d"
    r"|des (?:sa|la) (?:date de )?signature|sort ses effets|treedt in werking|gaat in|vanaf|tritt"
    r"|mit wirkung|ab dem)"
)
_NEXT_MONTH = re.compile(
    r"premier jour du mois\s+(?:qui\s+suit|suivant)|eerste dag van de maand\s+(?:die\s+volgt"
    r"|volgend)"
    r"|ersten tag des (?:folgenden\s+)?monats"
)
_SIGNATURE = re.compile(r"\b(?:signature|ondertekening|unterzeichnung|unterschrift)\w*")
_APPROVAL = re.compile(r"\b(?:approbation|goedkeuring|genehmigung)\b")
_TACIT = re.compile(
    r"tacite(?:ment)?[^.]{0,40}?(?:recondu|renouvel|prorog)\w*|(?:recondu|renouvel"
    r"|prorog)\w*[^.]{0,40}?tacite\w*"
    r"|stilzwijgend\w*[^.]{0,40}?(?:verleng|hernieuw)\w*|verleng\w*[^.]{0,30}?stilzwijgend\w*"
    r"|(?:verlangert|verlangerung)[^.]{0,40}?stillschweigend\w*"
    r"|stillschweigend\w*[^.]{0,40}?verlanger\w*"
)
_NOT_TACIT = re.compile(
    r"(?:\bsans\b|\bpas\b|exclu|\bne peut\b|\bgeen\b|\bniet\b|\bkeine\b|\bnicht\b)[^.]{0,40}$"
)
_EXPRESS = re.compile(
    r"reconduction expresse|(?:renouvel|recondu|prorog|prolong)\w*[^.]{0,40}?(?:avenant"
    r"|commun accord"
    r"|accord (?:ecrit|expres))|uitdrukkelijk\w* verleng\w*"
)
_YEARLY = re.compile(
    r"d'annee en annee|annuellement|van jaar tot jaar|jaarlijks|von jahr zu jahr|chaque annee"
)
_SAME = re.compile(
    r"(?:meme|identique)s? (?:duree|periode)|(?:duree|periode)s? (?:identique|egale)"
    r"|zelfde duur|gleiche dauer"
)
_CAP = re.compile(r"\b(?:maxim\w*|au plus|exceder|depasser|ten hoogste|hochstens|maximaal)\b")
_ONCE = re.compile(
    r"renouvel\w*[^.]{0,20}\bune (?:seule )?fois|reconduct\w*[^.]{0,20}\bune (?:seule )?fois"
    r"|eenmaal verlengbaar"
)


def term(text: Text) -> Iterator[Proposal]:
    """Yield what the articles say of the term; the first sentence that says a thing counts."""
    months: int | None = None
    for sentence in sentences(text, "article"):
        folded = sentence.folded
        if _OTHER.search(folded):
            continue
        renewal = _TACIT.search(folded) or _EXPRESS.search(folded) or _ONCE.search(folded)
        if _AGREEMENT.search(folded) and _LASTING.search(folded):
            first = _duration_period(folded, renewal.start() if renewal else len(folded))
            months = (first.months if first else None) or months
            yield from _duration(sentence, first)
            yield from _start(sentence)
        if renewal:
            yield from _renewal(sentence, renewal, months)


def _duration(sentence: Sentence, period: Period | None) -> Iterator[Proposal]:
    folded = sentence.folded
    if found := _UNLIMITED.search(folded):
        yield sentence.found("duration_unit", "unlimited", "duration_unlimited", found.span())
        return
    for written in dates_in(sentence.text):
        if lead := _UNTIL_DATE.search(folded[: written.start]):
            span = (lead.start(), written.end)
            yield sentence.found("duration_unit", "until_date", "duration_until_date", span)
            yield sentence.found("end_date", written.day, "end_date", span)
            return
    if period is not None and period.unit != "days":
        yield sentence.found("duration_unit", period.unit, "duration", period.span)
        yield sentence.found("duration_count", period.count, "duration", period.span)
    elif event := _UNTIL_EVENT.search(folded):
        group = "event" if event["event"] else "event2"
        said = sentence.text[slice(*event.span(group))].strip()
        yield sentence.found("duration_unit", "until_event", "duration_until_event", event.span())
        yield sentence.found("end_event", said, "end_event", event.span())


def _duration_period(folded: str, end: int) -> Period | None:
    """The period a convention lasts at first: none of a renewal, a maximum or a delay."""
    for period in periods_in(folded[:end]):
        before = folded[max(0, period.start - 30) : period.start]
        if not _CAP.search(before) and not re.search(
            r"\bdans les\b|\bdelai\b|\bbinnen\b|\bavant\b", before
        ):
            return period
    return None


def _start(sentence: Sentence) -> Iterator[Proposal]:
    folded = sentence.folded
    if not _STARTING.search(folded):
        return
    if found := _NEXT_MONTH.search(folded):
        yield sentence.found("start_rule", "next_month", "start_next_month", found.span())
        return
    for written in dates_in(sentence.text):
        if not _UNTIL_DATE.search(folded[: written.start]):
            span = (written.start, written.end)
            yield sentence.found("start_rule", "fixed_date", "start_fixed_date", span)
            yield sentence.found("start_date", written.day, "start_date", span)
            return
    for rule, pattern in (("last_signature", _SIGNATURE), ("approval", _APPROVAL)):
        if found := pattern.search(folded):
            yield sentence.found("start_rule", rule, f"start_{rule}", found.span())
            return


def _renewal(sentence: Sentence, renewal: re.Match[str], months: int | None) -> Iterator[Proposal]:
    folded = sentence.folded
    if _TACIT.search(folded) and _NOT_TACIT.search(folded[: renewal.start()]):
        yield sentence.found("renewal", "none", "renewal_none", renewal.span())
        return
    kind = "tacit" if _TACIT.search(folded) else "express"
    yield sentence.found("renewal", kind, f"renewal_{kind}", renewal.span())
    cap, each = _renewal_periods(folded, renewal.start())
    if yearly := _YEARLY.search(folded):
        yield sentence.found("renewal_months", 12, "renewal_period", yearly.span())
    elif each is not None and each.months:
        yield sentence.found("renewal_months", each.months, "renewal_period", each.span)
    elif (same := _SAME.search(folded)) and months:
        yield sentence.found("renewal_months", months, "renewal_same_period", same.span())
    if cap is not None and cap.months:
        yield sentence.found("renewal_cap_months", cap.months, "renewal_cap", cap.span)
    elif (once := _ONCE.search(folded)) and months:
        yield sentence.found("renewal_cap_months", 2 * months, "renewal_once", once.span())


def _renewal_periods(folded: str, start: int) -> tuple[Period | None, Period | None]:
    """The most there may be of all renewals, and how long each is."""
    cap = each = None
    for period in periods_in(folded):
        around = folded[max(0, period.start - 40) : period.end + 15]
        if _CAP.search(around):
            cap = cap or period
        elif period.start > start:
            each = each or period
    return cap, each
