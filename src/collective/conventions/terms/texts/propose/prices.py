"""Amounts of a text: prices that are owed, and what is only said to be worth something."""

from collections.abc import Iterator
from collective.conventions.terms.texts.check.amounts_in import amounts_in
from collective.conventions.terms.texts.check.amounts_in import WrittenAmount
from collective.conventions.terms.texts.check.piece import pieces
from collective.conventions.terms.texts.folding import fold
from collective.conventions.terms.texts.propose.numbers import NUMBER
from collective.conventions.terms.texts.propose.numbers import number_of
from collective.conventions.terms.texts.propose.proposal import Proposal
from collective.conventions.terms.texts.propose.sentence import of_piece
from collective.conventions.terms.texts.propose.sentence import Sentence
from collective.conventions.terms.texts.text import Text
from dataclasses import dataclass
from decimal import Decimal
import re


_WORTH = re.compile(
    r"\bvaleur|\bestime|\bvaloris|\bwaarde|\bgeraamd|\bgeschat|\bwert\b|\bgeschatzt"
)
_NO_PRICE = re.compile(
    r"\bplafon|\bamende|\bpenalit|\bcapital|\bassur|\bboete|\bverzeker|\bastreinte"
)
_OWED = re.compile(
    r"\bvers[ez]|\bpay[ez]|\bpai[et]|\bacquitt|\bmontant|\bprix|\bredevance|\bcotis"
    r"|\bparticipation\b|\bfactur"
    r"|\bforfait|\bsomme|\btarif|\bcout|\bindemni|\bsubside|\bsubvention|\babonnement|\bloyer|\bhuur\b|\bmiete|\bbedrag"
    r"|\bprijs"
    r"|\bvergoeding|\bbijdrage|\bbetaal|\bentgelt|\bbetrag|\bpreis|\bgebuhr|\bzahl"
)
_CLEARLY_OWED = re.compile(
    r"\bvers[ez]|\bpay[ez]|\bacquitt|\bredevance|\bcotis|\bhtva|\bhors tva|\bexcl\w*\.? btw"
    r"|\bbetaal|\bzahl"
)
_MONTHLY = re.compile(
    r"\bpar mois|\bmensuel|\bmensualite|\bper maand|\bmaandelijks|\bpro monat|\bmonatlich"
)
_EACH = re.compile(
    r"\bpar (?:participant|personne|inscrit|agent)|\bpour (?:un|chaque|une) (?:participant|inscri)"
    r"|\bpour l'inscription d'un\b|\bper (?:deelnemer|persoon)|\bpro (?:teilnehmer|person)"
)
_FROM = re.compile(
    rf"a partir d[eu]\s*'?(?P<count>{NUMBER})|vanaf (?P<count2>{NUMBER})|ab (?P<count3>{NUMBER})"
)
_SEVERAL = re.compile(r"\bplusieurs\b|\bmeerdere\b|\bmehrere\b")
_VAT = re.compile(
    r"(?:tva|btw|mwst\.?|mehrwertsteuer)\s*(?:de|a|au taux de|van|von)?\s*(\d{1,2})\s*%"
    r"|(\d{1,2})\s*%\s*(?:de\s+)?(?:tva|btw|mwst)"
)
_WITH_VAT = re.compile(r"\btvac\b|\bttc\b|\btva comprise|\bincl\w*\.? btw|\binkl\w*\.? mwst")
_NAMES = (
    "participation", "redevance", "cotisation", "abonnement", "inscription", "subvention",
    "subside", "forfait", "bijdrage", "vergoeding", "gebuhr", "beitrag",
)  # fmt: skip


@dataclass(frozen=True)
class Tariff:
    """An amount, where it stands, and what the words around it make of it."""

    sentence: Sentence
    amount: WrittenAmount
    before: str
    after: str
    basis: str
    from_count: int


def prices(text: Text) -> Iterator[Proposal]:
    """Yield a row for each price that is owed, without VAT; the same one said twice is one."""
    seen: set[tuple[Decimal, str, int]] = set()
    for one in tariffs(text):
        if _NO_PRICE.search(one.before) or _WITH_VAT.search(one.after[:25]):
            continue
        if valued(one) or not _owed(one):
            continue
        key = (one.amount.amount, one.basis, one.from_count)
        if key not in seen:
            yield _price(one, len(seen))
            seen.add(key)


def declared(text: Text) -> Iterator[Proposal]:
    """Yield what the services are said to be worth, where no party's commitment is meant."""
    for one in tariffs(text):
        if valued(one) and not committed(one):
            span = (one.amount.start, one.amount.end)
            yield one.sentence.found("declared_value", one.amount.amount, "declared_value", span)


def tariffs(text: Text) -> Iterator[Tariff]:
    """Yield the amounts of the articles with the words around each."""
    for piece in pieces(text):
        if piece.part.part != "article" or piece.column != "body":
            continue
        lead = ""
        for sentence in of_piece(piece):
            yield from _tariffs(sentence, lead)
            # What follows "… pays:" is paid, though the item does not say so.
            opens = sentence.folded.rstrip().endswith((":", "verse", "betaalt", "zahlt"))
            lead = sentence.folded if opens or (lead and amounts_in(sentence.text)) else ""


def _tariffs(sentence: Sentence, lead: str) -> Iterator[Tariff]:
    found = amounts_in(sentence.text)
    for position, amount in enumerate(found):
        start = found[position - 1].end if position else 0
        end = found[position + 1].start if position + 1 < len(found) else len(sentence.text)
        after = sentence.folded[amount.end : end]
        before = f"{lead} {sentence.folded[: amount.start]}"
        near = sentence.folded[start : amount.start] + after
        yield Tariff(sentence, amount, before, after, _basis(after, near), _from(after))


def _owed(one: Tariff) -> bool:
    """Whether words for a price stand around an amount: in a list of commitments plainer ones."""
    rule = _CLEARLY_OWED if committed(one) else _OWED
    return bool(rule.search(one.before) or rule.search(one.after))


def valued(one: Tariff) -> bool:
    """Whether an amount is a worth: nobody owes it."""
    return _WORTH.search(one.before) is not None


def committed(one: Tariff) -> bool:
    """Whether an amount says what a party's commitment is worth."""
    said = f"{one.sentence.title} {one.before}"
    return (
        re.search(r"\bengage\w*|\bapport|\bverbintenis|\bverpflichtung|\binbreng", said) is not None
    )


def _price(one: Tariff, row: int) -> Proposal:
    rate = _VAT.search(one.after[:40])
    end = one.amount.end + (rate.end() if rate else 0)
    value = {
        "description": _name(one),
        "basis": one.basis,
        "amount": one.amount.amount,
        "from_count": one.from_count,
    }
    if rate:
        value["vat_rate"] = Decimal(rate[1] or rate[2])
    return one.sentence.found(
        f"prices[{row}]", value, f"price_{one.basis}", (one.amount.start, end)
    )


def _name(one: Tariff) -> str:
    """What the price is called: the last word for a price before it, else the article's title."""
    said = fold(f"{one.before} {one.after}")
    named = next((name for name in _NAMES if re.search(rf"\b{name}", said)), "")
    return (named or one.sentence.piece.part.title or "prix").capitalize()


def _basis(after: str, near: str) -> str:
    if _EACH.search(after) or _EACH.search(near):
        return "per_participant"
    return "monthly" if _MONTHLY.search(near) else "one_off"


def _from(after: str) -> int:
    """From how many participants on a price holds."""
    if found := _FROM.search(after):
        written = found["count"] or found["count2"] or found["count3"]
        return number_of(written) or 1
    return 2 if _EACH.search(after) and _SEVERAL.search(after) else 1
