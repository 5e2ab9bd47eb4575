"""Who acts for a party, in which capacity: where the parties are presented and where they sign."""

from collections.abc import Iterator
from collections.abc import Sequence
from collective.conventions.terms.blanks import blanks
from collective.conventions.terms.texts.check.piece import Piece
from collective.conventions.terms.texts.check.piece import pieces
from collective.conventions.terms.texts.folding import fold
from collective.conventions.terms.texts.propose.mending import mended
from collective.conventions.terms.texts.propose.party import called_in
from collective.conventions.terms.texts.propose.party import NamedParty
from collective.conventions.terms.texts.propose.proposal import Proposal
from collective.conventions.terms.texts.propose.sentence import passage
from collective.conventions.terms.texts.text import Text
from dataclasses import dataclass
from itertools import pairwise
import re


_ACTING = re.compile(
    r"\bau nom (?:duquel|de laquelle|desquels)\s+agi\w+|\bnamens wie (?:optreden|handelen)"
)
_STANDING = re.compile(
    r"\brepresente\w*(?:\(e\))?(?:\(s\))?(?:[\s,]+(?:valablement|legalement|aux presentes))*"
    r"(?:\s+par\b|\s+(?=monsieur|madame|m\.|mme))|\b(?:rechtsgeldig\s+)?vertegenwoordigd door\b"
    r"|\bvertreten durch\b"
)
_OVER = re.compile(
    r",?\s*\ben (?:execution|vertu)|,?\s*\bd[iu]u?ment\b|\(?\bci-?\s?apres|,?\s*\bqui agi"
    r"|,?\s*agissant"
    r"|,?\s*\bhabilite|\(?\bhierna|,?\s*\bnachstehend|,?\s*\bin (?:uitvoering|ausfuhrung)"
    r"|,?\s*\bhandelend|;|\.\s*(?:\n|$)|\bdont le siege"
)
_CIVIL = (
    r"(?:messieurs|monsieur|madame|mesdames|mme|mlle|m\.|mr\.?|de heer|dhr\.?|mevrouw|mevr\.?"
    r"|herrn?|frau)"
)
_STARTS = re.compile(rf"(?<![a-z]){_CIVIL}\s+")
_NAME_ENDS = re.compile(
    r",|\n|\(|\s+en (?:sa |leur )?qualite de\s+|\s+in (?:zijn|haar) hoedanigheid van\s+"
)
_AND = re.compile(r",?\s+(?:et|en|und)\s+")
_RESPECTIVELY = re.compile(r",?\s+(?:respectivement|respectievelijk|beziehungsweise)\s+")
_CAPACITY = re.compile(
    r"\b(?:president|presidente|secretaire|bourgmestre|echevin|directeur|directrice|administrat"
    r"|general|gerant|burgemeester|voorzitter|secretaris|schepen|burgermeister|prasident|ministre)"
)
_FOR = re.compile(r"^\s*(?:pour|voor|fur)\s+(?:la |le |les |l'|i'|de |het |die |den |das )?(?=\S)")
_DELEGATED = re.compile(r"\b(?:par delegation|bij delegatie|in vertretung)\b")
_NAME_LINE = re.compile(
    r"[A-ZÀ-Ý][\w'’-]+(?: (?:d[eu]|van|von|den|der|la|le))*(?: [A-ZÀ-Ý][\w'’-]+){1,3}"
)
_LABEL = re.compile(r"^\s*(?:nom|naam|name|nom et prenom|prenom et nom)\s*:\s*")


@dataclass(frozen=True)
class Person:
    """Somebody who acts for a party, and where the text says so."""

    name: str
    capacity: str
    piece: Piece
    span: tuple[int, int]


def signatories(text: Text, parties: Sequence[NamedParty]) -> Iterator[Proposal]:
    """Yield a row for each person, then what the signatures add to them."""
    known = [(n, person) for n, party in enumerate(parties) for person in acting_for(party)]
    for row, (number, person) in enumerate(known):
        value = {"party": number, "name": person.name, "capacity": person.capacity}
        where = passage(person.piece, *person.span)
        yield Proposal(f"signatories[{row}]", value, where, "representative")
    yield from _signing(text, parties, known)


def acting_for(party: NamedParty) -> tuple[Person, ...]:
    """Return who represents a party by what the text says of it."""
    start, end = party.block
    folded = fold(party.piece.text)
    found = _ACTING.search(folded, start, end) or _STANDING.search(folded, start, end)
    if found is None:
        return ()
    over = _OVER.search(folded, found.end(), end)
    span = (found.end(), over.start() if over else end)
    return tuple(_people(party.piece, folded, span))


def _people(piece: Piece, folded: str, span: tuple[int, int]) -> Iterator[Person]:
    shared = _RESPECTIVELY.search(folded, *span)
    if shared:
        names = _pieces_of(folded, (span[0], shared.start()))
        roles = _pieces_of(folded, (shared.end(), span[1]))
        for name, role in zip(names, roles, strict=False):
            yield from _person(piece, _without_title(folded, name), role)
        return
    starts = [match.start() for match in _STARTS.finditer(folded[: span[1]], span[0])]
    borders = [*(starts or [span[0]]), span[1]]
    for begin, end in pairwise(borders):
        title = _STARTS.match(folded, begin)
        begin = title.end() if title else begin
        begin += len(folded[begin:end]) - len(folded[begin:end].lstrip())
        ended = _NAME_ENDS.search(folded, begin, end)
        name = (begin, ended.start() if ended else end)
        yield from _person(piece, name, (ended.end() if ended else end, end))


def _person(piece: Piece, name: tuple[int, int], role: tuple[int, int]) -> Iterator[Person]:
    said = " ".join(piece.text[slice(*name)].split()).strip(" ,.")
    written = piece.text[slice(*role)].rstrip(" ,.;\n")
    written = re.sub(r"[,\s]+(?:et|en|und)$", "", written).rstrip(" ,")
    capacity = mended(" ".join(written.split()))
    plausible = said[:1].isupper() and len(said.split()) <= 6 and not re.search(r"\d", said)
    if plausible and not blanks(said) and not fold(said).startswith(("college", "conseil")):
        end = role[0] + len(written) if written and role[0] >= name[1] else name[1]
        yield Person(said, capacity, piece, (name[0], end))


def _pieces_of(folded: str, span: tuple[int, int]) -> list[tuple[int, int]]:
    """The spans of what "and" stands between."""
    found, start = [], span[0]
    for match in _AND.finditer(folded[: span[1]], span[0]):
        found.append((start, match.start()))
        start = match.end()
    return [*found, (start, span[1])]


def _without_title(folded: str, span: tuple[int, int]) -> tuple[int, int]:
    title = re.match(rf"\s*{_CIVIL}\s+", folded[slice(*span)])
    return (span[0] + title.end(), span[1]) if title else span


def _signing(
    text: Text, parties: Sequence[NamedParty], known: Sequence[tuple[int, Person]]
) -> Iterator[Proposal]:
    row = len(known)
    names = {fold(person.name) for _number, person in known}
    for piece in pieces(text):
        if piece.part.part != "signatures" or piece.column != "body":
            continue
        for number, span in _blocks(piece, parties):
            yield from _delegated(piece, number, span, known)
            for value, where, lacks in _unknown(piece, span, names):
                found = passage(piece, *where)
                signer = {"party": number, **value}
                yield Proposal(f"signatories[{row}]", signer, found, "signature", lacks)
                row += 1


def _blocks(piece: Piece, parties: Sequence[NamedParty]) -> Iterator[tuple[int, tuple[int, int]]]:
    """Yield the party of each block "For …" and the span of the lines below."""
    folded, starts, at = fold(piece.text), [], 0
    for line in folded.split("\n"):
        if "\t" not in line and _FOR.match(line):
            number = called_in(line, parties)
            if number is not None:
                starts.append((number, at, at + len(line)))
        at += len(line) + 1
    for position, (number, _start, below) in enumerate(starts):
        end = starts[position + 1][1] if position + 1 < len(starts) else len(folded)
        yield number, (below, end)


def _delegated(
    piece: Piece, number: int, span: tuple[int, int], known: Sequence[tuple[int, Person]]
) -> Iterator[Proposal]:
    found = _DELEGATED.search(fold(piece.text), *span)
    if found is None:
        return
    own = [(row, person) for row, (party, person) in enumerate(known) if party == number]
    deputies = [one for one in own if re.search(r"echevin|schepen|schoffe", fold(one[1].capacity))]
    for row, _person in deputies or own:
        field = f"signatories[{row}].by_delegation"
        yield Proposal(field, True, passage(piece, *found.span()), "by_delegation")


def _unknown(
    piece: Piece, span: tuple[int, int], names: set[str]
) -> Iterator[tuple[dict[str, str], tuple[int, int], tuple[str, ...]]]:
    """Yield who signs without having been presented: a capacity, then a name or a blank for one."""
    capacity, at, begins = "", span[0], span[0]
    for line in piece.text[slice(*span)].split("\n"):
        folded = fold(line)
        label = _LABEL.match(folded)
        name = line[label.end() :].strip() if label else line.strip()
        if label and capacity:
            blank = bool(blanks(name)) or not name
            value = {"name": "" if blank else name, "capacity": capacity}
            yield value, (begins, at + len(line)), ("name",) if blank else ()
            capacity = ""
        elif (
            _CAPACITY.search(folded)
            and not _DELEGATED.search(folded)
            and "," not in line.strip(" ,")
        ):
            capacity, begins = line.strip(" ,"), at
        elif capacity and _NAME_LINE.fullmatch(name):
            if fold(name) not in names:
                yield {"name": name, "capacity": capacity}, (begins, at + len(line)), ()
            capacity = ""
        at += len(line) + 1
