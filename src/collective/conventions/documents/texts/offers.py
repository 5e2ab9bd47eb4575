"""What the text of a convention proposes, beside what the convention says already."""

from collections.abc import Mapping
from collections.abc import Sequence
from collective.conventions.content.records import record_of
from collective.conventions.content.values import snapshot
from collective.conventions.content.values import text_of
from collective.conventions.documents.texts.likely import likely_partner
from collective.conventions.journal.plain import plain
from collective.conventions.journal.storage import find
from collective.conventions.terms.sameness import same
from collective.conventions.terms.texts.propose.proposal import Proposal
from collective.conventions.terms.texts.propose.propose import proposals
from collective.conventions.terms.texts.text import Text
from dataclasses import dataclass
from hashlib import sha256
from typing import Any
import re


REJECTED = "proposal_rejected"
REOPENED = "proposal_reopened"
_PATH = re.compile(r"(?P<field>\w+)(?:\[(?P<row>\d+)\])?(?:\.(?P<column>\w+))?")

#: What tells one row of a table from the others.
IDENTITY: Mapping[str, tuple[str, ...]] = {
    "parties": ("partner",),
    "signatories": ("partner", "name"),
    "commitments": ("partner", "description"),
    "prices": ("basis", "amount", "from_count"),
    "clauses": ("topic",),
}
#: What the row of a party takes; the rest belongs to the partner.
_OF_PARTIES = ("partner", "role")


@dataclass(frozen=True)
class Path:
    """Where a proposal goes: a field, or a row of a table, or one column of that row."""

    field: str
    row: int | None = None
    column: str = ""


@dataclass(frozen=True)
class Offer:
    """A proposal, and how the convention stands to it.

    :ivar key: names it for as long as the passage says the same.
    :ivar state: "open"; "agrees", when the convention says so already; "differs"; "rejected";
        "incomplete", when the text leaves a blank; "noted", when no field takes it.
    :ivar current: what the convention says instead, when it differs.
    """

    key: str
    proposal: Proposal
    state: str
    current: Any = None

    @property
    def path(self) -> Path:
        """Where it goes."""
        return path_of(self.proposal.field)


@dataclass(frozen=True)
class Offers:
    """All that a text offers, and which partner each party of the text may be (``None``: new)."""

    text: Text
    offers: tuple[Offer, ...]
    partners: Mapping[int, str | None]

    def of_field(self, field: str) -> Proposal | None:
        """The proposal for a path."""
        return next((one.proposal for one in self.offers if one.proposal.field == field), None)


def offers_of(
    convention: Any, chosen: Mapping[int, str] | None = None, text: Text | None = None
) -> Offers:
    """Return what the text of a convention offers.

    :param chosen: UIDs of partners by the number of the party in the text, in the place of the
        likely ones.
    :param text: another text than the one the convention has.
    """
    values = snapshot(convention)
    text = text_of(values) if text is None else text
    found = proposals(text)
    partners = {
        path.row: (chosen or {}).get(path.row) or likely_partner(one.value)
        for one in found
        if (path := path_of(one.field)).field == "parties" and path.row is not None
        if not path.column
    }
    turned_down = rejected(convention)
    rows = {one.field: row_of(one, partners) for one in found if _is_row(path_of(one.field))}
    told = tuple(_offer(one, values, partners, rows, turned_down) for one in found)
    return Offers(text, told, partners)


def key_of(proposal: Proposal) -> str:
    """Return the name of a proposal, the same wherever its row or its passage has moved to."""
    path = path_of(proposal.field)
    said = (path.field, path.column, str(plain(proposal.value)), proposal.passage.quoted)
    return sha256("\0".join(said).encode()).hexdigest()[:16]


def path_of(field: str) -> Path:
    """Return where a proposal for ``field`` goes."""
    if field.startswith("noted."):
        return Path(field)
    found = _PATH.fullmatch(field)
    assert found is not None, field
    row = int(found["row"]) if found["row"] else None
    return Path(found["field"], row, found["column"] or "")


def rejected(convention: Any) -> frozenset[str]:
    """Return the keys of what was rejected and not taken up again, as the journal has it."""
    journal = find(convention.UID())
    keys: set[str] = set()
    for entry in journal or ():
        if entry.action == REJECTED:
            keys.add(entry.subject)
        elif entry.action == REOPENED:
            keys.discard(entry.subject)
    return frozenset(keys)


def row_of(proposal: Proposal, partners: Mapping[int, str | None]) -> dict[str, Any]:
    """Return the row a proposal makes, with the partner in the place of the party's number."""
    path = path_of(proposal.field)
    row = dict(proposal.value)
    number = path.row if path.field == "parties" else row.pop("party", None)
    if number is not None:
        row["partner"] = partners.get(number)
    if path.field == "parties":
        row = {name: row[name] for name in _OF_PARTIES}
    return row


def place_of(rows: Sequence[Mapping[str, Any]], table: str, row: Mapping[str, Any]) -> int | None:
    """Return where a table has the row that is meant, or ``None``."""
    names = IDENTITY[table]
    for at, other in enumerate(rows):
        if all(same(plain(other.get(name)), plain(row.get(name))) for name in names):
            return at
    return None


def resolved(proposal: Proposal, partners: Mapping[int, str | None]) -> Any:
    """Return the value a single field takes; a party's number becomes its partner."""
    value = proposal.value
    return partners.get(value["party"]) if isinstance(value, dict) else value


def _offer(
    proposal: Proposal,
    values: Mapping[str, Any],
    partners: Mapping[int, str | None],
    rows: Mapping[str, Mapping[str, Any]],
    turned_down: frozenset[str],
) -> Offer:
    key, path = key_of(proposal), path_of(proposal.field)
    state, current = _standing(proposal, path, values, partners, rows)
    if proposal.noted:
        state = "noted"
    elif key in turned_down and state != "agrees":
        state = "rejected"
    elif proposal.lacks and state == "open" and path.field != "parties":
        state = "incomplete"
    return Offer(key, proposal, state, current)


def _standing(
    proposal: Proposal,
    path: Path,
    values: Mapping[str, Any],
    partners: Mapping[int, str | None],
    rows: Mapping[str, Mapping[str, Any]],
) -> tuple[str, Any]:
    """How the convention stands to a proposal, and what it says instead."""
    if proposal.noted:
        return "noted", None
    if path.row is None:
        current = values.get(path.field)
        if same(plain(current), plain(resolved(proposal, partners))):
            return "agrees", None
        return ("differs", current) if current not in (None, "", []) else ("open", None)
    if path.field == "parties" and path.column:
        return _of_partner(partners.get(path.row), path.column, proposal.value)
    row = rows.get(f"{path.field}[{path.row}]", {})
    held = values.get(path.field) or []
    at = place_of(held, path.field, row)
    if at is None:
        return "open", None
    wanted = {path.column: proposal.value} if path.column else row
    agrees = all(same(plain(held[at].get(name)), plain(wanted[name])) for name in wanted)
    return ("agrees", None) if agrees else ("differs", held[at].get(path.column or ""))


def _of_partner(uid: str | None, column: str, value: Any) -> tuple[str, Any]:
    record = record_of(uid) if uid else None
    if record is None:
        return "open", None
    current = getattr(record.getObject(), column, None)
    if same(current, value):
        return "agrees", None
    return ("differs", current) if current else ("open", None)


def _is_row(path: Path) -> bool:
    return path.row is not None and not path.column
