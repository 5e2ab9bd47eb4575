"""The movements of a CODA statement: records 2.1 to 2.3, and what 3.x adds to them."""

from collections.abc import Iterator
from collective.conventions import _
from collective.conventions.billing.payments.coda_records import Record
from collective.conventions.billing.payments.statement import Entry
from collective.conventions.billing.payments.statement import refused
from collective.conventions.terms.amounts import total
from collective.conventions.terms.communication import bare
from collective.conventions.terms.communication import written
from collective.conventions.terms.identifiers import InvalidIdentifier
from collective.conventions.terms.identifiers import normalise_iban
from dataclasses import dataclass
from dataclasses import field


#: Structured communications of a payer and their lengths: ISO 11649, then the Belgian ones.
GIVEN = {"100": 25, "101": 12, "102": 12}
#: The detail number of a movement that is no part of another.
WHOLE = "0000"
#: The first digit of the transaction code of a part that is broken down in turn.
PART_OF_A_PART = "9"
ORPHAN = _("Line ${line}: this record does not continue the movement before it.")
NO_SIGN = _("Line ${line}: it is not said whether the communication is structured.")


@dataclass
class Movement:
    """The records of one movement, or of one part of it."""

    first: Record
    texts: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    name: str = ""
    account: str = ""
    parts: list["Movement"] = field(default_factory=list)


def movements(found: list[Record]) -> Iterator[tuple[str, Entry]]:
    """Each movement with the reference that the bank gives it.

    A total that the bank breaks down into parts of the same sum is told by its parts: each of them
    is somebody's payment.
    """
    for whole in _wholes(found):
        parts = [one for one in whole.parts if one.first.text[53] != PART_OF_A_PART]
        amounts = [one.first.amount(31) for one in parts]
        told = parts if parts and total(*amounts) == whole.first.amount(31) else [whole]
        for one in told:
            yield one.first.text[10:31].strip(), _entry(one)


def _wholes(found: list[Record]) -> list[Movement]:
    wholes: list[Movement] = []
    current: Movement | None = None
    for record in found:
        if record.kind not in "23":
            continue
        if record.kind + record.article == "21":
            current = Movement(record, [record.text[62:115]])
            _put(current, wholes)
        elif current is None or not _continues(record, current):
            raise refused(record.line, ORPHAN)
        else:
            _add(record, current)
    return wholes


def _put(movement: Movement, wholes: list[Movement]) -> None:
    place = movement.first.place
    if place.endswith(WHOLE):
        wholes.append(movement)
    elif wholes and wholes[-1].first.place[:4] == place[:4]:
        wholes[-1].parts.append(movement)
    else:
        raise refused(movement.first.line, ORPHAN)


def _continues(record: Record, movement: Movement) -> bool:
    """An information may have a detail number of its own, under the same sequence number."""
    if record.article not in "123":
        return False
    same = movement.first.place
    return record.place == same if record.kind == "2" else record.place[:4] == same[:4]


def _add(record: Record, movement: Movement) -> None:
    match record.kind + record.article:
        case "22":
            movement.texts.append(record.text[10:63])
        case "23":
            movement.texts.append(record.text[82:125])
            movement.account, movement.name = record.text[10:44], record.text[47:82]
        # A structured information is the bank's own: names, fees, card terminals.
        case "31" if record.text[39] == "0":
            movement.notes.append(record.text[40:113])
        case "32" if movement.notes:
            movement.notes.append(record.text[10:115])
        case "33" if movement.notes:
            movement.notes.append(record.text[10:100])


def _entry(movement: Movement) -> Entry:
    record = movement.first
    communication = _communication(movement)
    return Entry(
        day=record.day(115),
        amount=record.amount(31),
        value_day=None if record.text[47:53] == "000000" else record.day(47),
        name=_line(movement.name),
        iban=_iban(movement.account),
        communication=communication,
        structured=bare(communication),
    )


def _communication(movement: Movement) -> str:
    text = "".join(movement.texts)
    match movement.first.text[61]:
        case "0":
            return _line(f"{text} {''.join(movement.notes)}")
        case "1" if text[:3] in GIVEN:
            return written(text[3 : 3 + GIVEN[text[:3]]].strip())
        case "1":
            return _line(text[3:])
    raise refused(movement.first.line, NO_SIGN)


def _line(text: str) -> str:
    return " ".join(text.split())


def _iban(text: str) -> str:
    """The account of the counterparty; an old or foreign number that is no IBAN tells nothing."""
    try:
        return normalise_iban(text.split()[0]) if text.strip() else ""
    except InvalidIdentifier:
        return ""
