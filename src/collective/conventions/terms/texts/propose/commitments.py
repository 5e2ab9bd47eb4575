"""What each party commits itself to: after "… commits itself to", and in the lists that follow."""

from collections.abc import Iterator
from collections.abc import Sequence
from collective.conventions.terms.texts.check.amounts_in import amounts_in
from collective.conventions.terms.texts.check.piece import Piece
from collective.conventions.terms.texts.check.piece import pieces
from collective.conventions.terms.texts.folding import fold
from collective.conventions.terms.texts.propose.numbers import NUMBER
from collective.conventions.terms.texts.propose.numbers import number_of
from collective.conventions.terms.texts.propose.party import called_in
from collective.conventions.terms.texts.propose.party import NamedParty
from collective.conventions.terms.texts.propose.proposal import Proposal
from collective.conventions.terms.texts.propose.sentence import of_piece
from collective.conventions.terms.texts.propose.sentence import passage
from collective.conventions.terms.texts.text import Line
from collective.conventions.terms.texts.text import lines
from collective.conventions.terms.texts.text import Text
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
import re


_PROMISES = re.compile(
    r"\bs'{1,2} ?engage\b(?:\s+(?:egalement|en outre|dans ce cadre|notamment))*"
    r"|\bverbind\w* zich(?: er)?toe"
    r"|\bverbindt zich\b|\bverpflichtet sich\b|\bse charge de\b|\best tenue? d(?:e\b|')"
)
_HEADED = re.compile(
    r"(?:\d{1,2}(?:\.\d{1,2})*\.?\s*|[a-z][.)]\s*)?(?:les\s+)?(?:engagements?|obligations?"
    r"|apports?|verplichtingen|verbintenissen|pflichten|verpflichtungen)\s+(?:de|du|des|d'|van"
    r"|der)\b"
)
_CONDITION = re.compile(
    r"(?:pour autant que|sous reserve (?:de|que)|a condition (?:de|que)|si necessaire"
    r"|voor zover|sofern)\b"
    r"[^.,;:]{0,160}?(?=\s+-\s|[.,;:]|$)"
)
_DOMAIN = re.compile(
    r"^dans le domaine (?:de la |de l'|du |des |de |d')(?P<domain>[^:]{2,80}?)\s*:\s*"
)
_MANY = re.compile(
    rf"(?<![a-z\d])(?P<count>{NUMBER}"
    rf"|\d{{1,3}}(?: \d{{3}})+)\s*(?:\(\s*\w+\s*\)\s*)?(?P<unit>jours?[- ]hommes?|hommes?[- ]jours?"
    r"|demi-journees?|journees?|jours?|heures?|profils?|seances?|webinaires?|ateliers?"
    r"|licences?|postes?"
    r"|equivalents? temps plein|etp|gigaoctets?|go|jeux? de donnees|structures?|apprenants?"
    r"|aidants?(?: numeriques?)?|mandagen|dagen|uren|profielen|personentage|tage|stunden)(?![a-z])"
)
_OFTEN = re.compile(
    r"\b(?:une|deux|trois|quatre) fois par (?:an|mois|semaine)|\btous les (?:ans|mois)"
    r"|\bchaque (?:annee|mois)"
    r"|\b(?:eenmaal|jaarlijks|einmal) (?:per jaar|im jahr)"
)
_BUDGET = re.compile(
    r"\b(?:sur le budget (?:de |du |d')?|dans le cadre d(?:e |u |'))(?P<budget>[a-z\d][\w-]{1,30})"
)
_TO = re.compile(r"\s*(?:-[^-]{0,40}-\s*)?(?:a|ertoe|om|te|de)?\s*:?\s*")
_LONGEST = 5000


@dataclass(frozen=True)
class _Placed:
    """A line and where it begins in the piece."""

    line: Line
    start: int
    folded: str

    @property
    def end(self) -> int:
        return self.start + len(self.line.text)


def commitments(text: Text, parties: Sequence[NamedParty]) -> Iterator[Proposal]:
    """Yield a row for each thing a party commits itself to, with quantity, unit and amount."""
    row = 0
    for piece in pieces(text):
        if piece.part.part == "article" and piece.column == "body":
            for party, start, end, condition in _promises(piece, parties):
                value = {"party": party, **_details(piece.text[start:end], condition)}
                where = passage(piece, start, end)
                yield Proposal(f"commitments[{row}]", value, where, "commitment")
                row += 1
            for value, span in _valued(piece, parties):
                yield Proposal(
                    f"commitments[{row}]", value, passage(piece, *span), "commitment_value"
                )
                row += 1


def _promises(piece: Piece, parties: Sequence[NamedParty]) -> Iterator[tuple[int, int, int, str]]:
    """Yield party, start and end of each promise, and the condition of the list it stands in."""
    placed = _placed(piece)
    owner = _owner(fold(piece.part.title), parties)
    at = 0
    while at < len(placed):
        one = placed[at]
        owner = _owner(one.folded, parties) if _HEADED.match(one.folded) else owner
        party = _opening(one, placed[at + 1 : at + 2], parties)
        if party is not None:
            condition = _CONDITION.search(one.folded)
            said = one.line.text[slice(*condition.span())] if condition else ""
            at += 1
            while at < len(placed) and placed[at].line.depth > one.line.depth:
                end = _end_of_item(placed, at)
                yield party, placed[at].start, placed[end - 1].end, said
                at = _over_table(placed, end, placed[at].line.depth)
        elif owner is not None and one.line.item and _PROMISES.search(one.folded) is None:
            end = _end_of_item(placed, at)
            if _listed_for(placed, at, owner, parties):
                yield owner, one.start, placed[end - 1].end, ""
            at = end
        else:
            yield from _in_line(piece, one, parties)
            at += 1


def _owner(folded: str, parties: Sequence[NamedParty]) -> int | None:
    """The party whose commitments a heading announces: "2.1 Obligations of the City"."""
    headed = _HEADED.match(folded)
    return called_in(folded[headed.end() :], parties) if headed else None


def _listed_for(
    placed: Sequence[_Placed], at: int, owner: int, parties: Sequence[NamedParty]
) -> bool:
    """Whether a list under a party's heading is of what it does: its opening line speaks of it."""
    before = at - 1
    while before >= 0 and placed[before].line.depth >= placed[at].line.depth:
        before -= 1
    lead = placed[before].folded if before >= 0 else ""
    return not lead.endswith(":") or called_in(lead, parties[owner : owner + 1]) is not None


def _end_of_item(placed: Sequence[_Placed], at: int) -> int:
    """Where an item ends: after what is nested in it, or is counted right below its colon."""
    depth, end = placed[at].line.depth, at + 1
    opens = placed[at].folded.endswith(":")
    while end < len(placed):
        line = placed[end].line
        inside = line.depth > depth or (line.depth == depth and not line.item)
        counted = opens and line.depth == depth and line.text[:1].isdigit()
        if not inside and not counted:
            break
        end += 1
    return end


def _over_table(placed: Sequence[_Placed], at: int, depth: int) -> int:
    """Where a list goes on after the table that explains its last item."""
    end = at
    while end < len(placed) and "\t" in placed[end].line.text:
        end += 1
    goes_on = end > at and end < len(placed) and placed[end].line.depth == depth
    return end if goes_on and placed[end].line.item else at


def _opening(
    one: _Placed, following: Sequence[_Placed], parties: Sequence[NamedParty]
) -> int | None:
    """The party whose list a line opens: "… commits itself to:", then items."""
    promise = _PROMISES.search(one.folded)
    listed = following and following[0].line.item and following[0].line.depth > one.line.depth
    return called_in(one.folded, parties, promise.start()) if promise and listed else None


def _in_line(
    piece: Piece, one: _Placed, parties: Sequence[NamedParty]
) -> Iterator[tuple[int, int, int, str]]:
    for sentence in of_piece(piece):
        if not one.start <= sentence.start < max(one.end, one.start + 1):
            continue
        promise = _PROMISES.search(sentence.folded)
        party = called_in(sentence.folded, parties, promise.start()) if promise else None
        if (
            promise
            and party is not None
            and not re.search(r"\bparties\b", sentence.folded[: promise.start()][-25:])
        ):
            lead = _TO.match(sentence.folded, promise.end())
            start = sentence.start + (lead.end() if lead else promise.end())
            condition = _CONDITION.search(sentence.folded)
            said = sentence.text[slice(*condition.span())] if condition else ""
            yield party, start, sentence.end, said


def _details(text: str, condition: str) -> dict[str, Any]:
    folded = fold(text)
    found: dict[str, Any] = {"description": text.strip()[:_LONGEST]}
    if domain := _DOMAIN.match(folded):
        found["domain"] = text[slice(*domain.span("domain"))].strip()
    if many := _MANY.search(folded):
        count = many["count"].replace(" ", "")
        found["quantity"] = Decimal(
            number_of(count) or int(count) if count.isdecimal() else number_of(many["count"]) or 0
        )
        found["unit"] = text[slice(*many.span("unit"))]
    if amounts := amounts_in(text):
        found["amount"] = amounts[0].amount
    if often := _OFTEN.search(folded):
        found["frequency"] = text[slice(*often.span())]
    if condition:
        found["condition"] = condition.strip()
    return found


def _valued(
    piece: Piece, parties: Sequence[NamedParty]
) -> Iterator[tuple[dict[str, Any], tuple[int, int]]]:
    """Yield the amounts a sentence says a commitment is worth: each with its budget."""
    for sentence in of_piece(piece):
        worth = re.search(
            r"\b(?:valeur|waarde|wert)\b[^.]{0,60}\b(?:engagement|apport|inbreng|verbintenis)",
            sentence.folded,
        )
        if worth is None or (party := called_in(sentence.folded, parties)) is None:
            continue
        first = called_in(sentence.folded, parties, worth.end() + 30)
        found = amounts_in(sentence.text)
        for position, amount in enumerate(found):
            end = found[position + 1].start if position + 1 < len(found) else len(sentence.text)
            value = {
                "party": party if first is None else first,
                "description": sentence.text.strip()[:_LONGEST],
                "amount": amount.amount,
            }
            if budget := _BUDGET.search(sentence.folded, amount.end, end):
                value["budget"] = sentence.text[slice(*budget.span("budget"))]
            yield value, (sentence.start + amount.start, sentence.start + amount.end)


def _placed(piece: Piece) -> list[_Placed]:
    found, start = [], 0
    for line in lines(piece.part.body):
        found.append(_Placed(line, start, fold(line.text)))
        start += len(line.text) + 1
    return found
