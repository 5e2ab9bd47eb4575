"""What is said about paying: reduction, indexation, delay, who invoices whom and how often."""

from collections.abc import Iterator
from collections.abc import Sequence
from collective.conventions.terms.texts.propose.party import called_in
from collective.conventions.terms.texts.propose.party import NamedParty
from collective.conventions.terms.texts.propose.periods import periods_in
from collective.conventions.terms.texts.propose.proposal import Proposal
from collective.conventions.terms.texts.propose.sentence import Sentence
from collective.conventions.terms.texts.propose.sentence import sentences
from collective.conventions.terms.texts.text import Text
from decimal import Decimal
import re


_TO = re.compile(
    r"\b(?:reduit|ramene|herleid|teruggebracht|reduziert)\w*\s+(?:a|au|aux|tot"
    r"|auf)\s+(?P<rest>\d{1,3}(?:,\d+)?)\s*%"
)
_BY = re.compile(
    r"\b(?:reduction|remise|korting|nachlas\w*|ermasigung)\s+(?:de|van"
    r"|von)\s+(?P<off>\d{1,3}(?:,\d+)?)\s*%"
)
_WHEN_COMMUNE = re.compile(
    r"(?:lorsque|si|quand|indien|wanneer|wenn|falls)\b[^.]*\b(?:commun\w*|gemeente\w*"
    r"|gemeinde\w*)[^.]*\b(?:signe|conclu|ondertekend|unterzeichnet)"
)
_INDEXED = re.compile(r"\bindexe|\bindexation|\bgeindexeerd|\bindexiert|\bindexering")
_EVERY = (
    (1, r"\bmensuelle|\bmaandelijkse? factu|\bmonatliche? rechnung"),
    (3, r"\btrimestriel|\bdriemaandelijks|\bvierteljahrlich"),
    (6, r"\bsemestriel|\bzesmaandelijks|\bhalbjahrlich"),
    (12, r"\bannuelle|\bjaarlijkse? factu|\bjahrliche? rechnung"),
)
_INVOICE = re.compile(r"\bfactur|\brechnung")
_PAYER = re.compile(
    r"\b(?:doit|s'engage a|est tenu de|devra)?\s*(?:s'acquitter|verser?|paye[rz]?|paient?|paie"
    r"|paiera|versera|acquitte|betaalt|zahlt)\b"
)
_SENDS = re.compile(
    r"\b(?:envoie|envoi|etablit|emet|adresse|stuurt|verstuurt|sendet|stellt)\b[^.]{0,40}factu"
    r"|\bfactu\w*[^.]{0,40}\b(?:emise|envoyee|etablie|adressee) par\b"
)
_EXEMPT = re.compile(
    r"\bexempt\w*[^.]{0,30}\btva|\bexonere\w*[^.]{0,30}\btva|\bvrijgesteld\w*[^.]{0,30}\bbtw"
)
_DUE = re.compile(r"\bfactur|\bpaiement|\bpayable|\bpaye\w*|\bverse\w*|\bbetal|\bzahl|\brechnung")


def payment(text: Text, parties: Sequence[NamedParty]) -> Iterator[Proposal]:
    """Yield what the articles say of paying, where they speak of prices at all."""
    for sentence in sentences(text, "article"):
        yield from _reduction(sentence)
        if found := _INDEXED.search(sentence.folded):
            yield sentence.found("prices[0].indexed", True, "indexed", found.span())
        yield from _who(sentence, parties)
        yield from _delay(sentence)
        yield from _how_often(sentence)
        if found := _EXEMPT.search(sentence.folded):
            said = sentence.text.strip()[:500]
            yield sentence.found("exemption_reason", said, "exempt", found.span())


def _reduction(sentence: Sentence) -> Iterator[Proposal]:
    to, by = _TO.search(sentence.folded), _BY.search(sentence.folded)
    if not (found := to or by):
        return
    written = Decimal((found["rest"] if to else found["off"]).replace(",", "."))
    percent = Decimal(100) - written if to else written
    yield sentence.found(
        "reduction_percent", percent, "reduction_to" if to else "reduction", found.span()
    )
    when = _WHEN_COMMUNE.search(sentence.folded)
    condition = "commune_in_force" if when else "always"
    span = when.span() if when else found.span()
    yield sentence.found("reduction_condition", condition, f"reduction_{condition}", span)


def _who(sentence: Sentence, parties: Sequence[NamedParty]) -> Iterator[Proposal]:
    """Who pays and who invoices, when the sentence names a party just there."""
    folded = sentence.folded
    if payer := _PAYER.search(folded):
        number = called_in(folded[max(0, payer.start() - 30) : payer.start()], parties)
        if number is not None:
            yield sentence.found("customer", {"party": number}, "customer", payer.span())
    if sender := _SENDS.search(folded):
        passive = sender.group().endswith("par")
        near = (
            folded[sender.end() : sender.end() + 60]
            if passive
            else folded[max(0, sender.start() - 80) : sender.start()]
        )
        if (number := called_in(near, parties)) is not None:
            yield sentence.found("issuer", {"party": number}, "issuer", sender.span())


def _delay(sentence: Sentence) -> Iterator[Proposal]:
    folded = sentence.folded
    if not (_INVOICE.search(folded) and _DUE.search(folded)):
        return
    for period in periods_in(folded):
        before = folded[max(0, period.start - 45) : period.start]
        within = re.search(
            r"\bdans (?:un delai de|les)?|\ba\s*$|\bendeans|\bbinnen|\binnerhalb|\bdelai", before
        )
        if within and period.unit == "days" and "rembours" not in folded:
            yield sentence.found("payment_days", period.count, "payment_days", period.span)
            return


def _how_often(sentence: Sentence) -> Iterator[Proposal]:
    if not _INVOICE.search(sentence.folded):
        return
    for months, pattern in _EVERY:
        if found := re.search(pattern, sentence.folded):
            yield sentence.found("noted.invoice_months", months, "invoice_months", found.span())
            return
