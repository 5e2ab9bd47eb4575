"""A decision as a decision system sends it back, read strictly, and recorded once."""

from collections.abc import Iterator
from collections.abc import Mapping
from collective.conventions import _
from collective.conventions.exchange.fingerprint import fingerprint
from collective.conventions.interfaces import BadRequest
from collective.conventions.interfaces import Conflict
from collective.conventions.lifecycle.deliberating import record
from collective.conventions.terms.cells import cell_faults
from collective.conventions.terms.columns import Column
from collective.conventions.terms.columns import COLUMNS
from collective.conventions.terms.columns import NEEDED
from collective.conventions.terms.deliberating import Deliberation
from collective.conventions.terms.deliberating import deliberations_of
from collective.conventions.terms.deliberating import FIELD
from collective.conventions.terms.findings import Finding
from dataclasses import dataclass
from datetime import date
from typing import Any
import json
import re


FORMAT, VERSION = "collective.conventions/decision", 1
#: The largest decision in bytes: it is one page of JSON.
MAXIMUM = 2**18
#: The longest of each text, as in the rows of the convention.
LONGEST = {"number": 100, "remark": 2000}
MEMBERS: Mapping[str, Column] = {
    "format": Column(required=True, choices=(FORMAT,)),
    "version": Column("number", required=True),
    "id": NEEDED,
    "fingerprint": NEEDED,
    **COLUMNS[FIELD],
}
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True)
class Decision:
    """What was decided, about which convention, and about which text of it."""

    id: str
    fingerprint: str
    made: Deliberation


def loads(raw: bytes) -> Decision:
    """Read the bytes of ``decision.json``.

    :raises BadRequest: it is too large, no JSON object, or something in it is wrong: ``findings``.
    """
    if len(raw) > MAXIMUM:
        raise BadRequest(_("The decision is too large: it is one page of JSON."))
    try:
        found = json.loads(raw)
    except (ValueError, RecursionError):
        raise BadRequest(_("The decision is no valid JSON."))
    return read(found)


def read(sent: Any) -> Decision:
    """Read the values of ``decision.json``; ``docs/decision.schema.json`` describes them.

    :raises BadRequest: ``findings`` name everything that is wrong, member by member.
    """
    if not isinstance(sent, Mapping):
        raise BadRequest(_("The decision must be a JSON object."))
    values = {**sent, "sitting": _day(sent.get("sitting"))}
    if found := tuple(_findings(values)):
        raise BadRequest(_("This is not a decision as it is documented."), found)
    texts = {name: (values.get(name) or "").strip() for name in LONGEST}
    made = Deliberation(values["body"], values["sitting"], values["outcome"], **texts)
    return Decision(values["id"], values["fingerprint"], made)


def take(convention: Any, decision: Decision, today: date) -> bool:
    """Record a decision that came back, and take the step that it calls for.

    The very same decision again changes nothing.

    :returns: whether it was new.
    :raises Conflict: it is about another convention, or about another text than the present one.
    :raises UnprocessableEntity, Conflict, Forbidden: see ``lifecycle.deliberating.record``.
    """
    if decision.id != convention.UID():
        raise Conflict(_("This decision is about another convention."))
    known = decision.made in deliberations_of(convention.deliberations)
    if not known and decision.fingerprint != fingerprint(convention):
        raise Conflict(
            _(
                "The decision is about another text than the present one: something was changed "
                "after the export. Please export it again and let it be decided."
            )
        )
    return record(convention, decision.made, today)


def _findings(values: Mapping[str, Any]) -> Iterator[Finding]:
    for name in values:
        if name not in MEMBERS:
            yield Finding("unknown_member", str(name)[:100])
    for name, column in MEMBERS.items():
        for code, params in cell_faults(column, values.get(name)):
            yield Finding(code, name, params)
    version = values.get("version")
    if isinstance(version, int) and not isinstance(version, bool) and version != VERSION:
        yield Finding("unknown_choice", "version", {"value": str(version)[:20]})
    for name, most in LONGEST.items():
        if isinstance(values.get(name), str) and len(values[name]) > most:
            yield Finding("text_too_long", name, {"maximum": most})


def _day(sent: Any) -> Any:
    """A day written as in JSON; anything else as it is, for the findings to name."""
    if not isinstance(sent, str) or not _DAY.fullmatch(sent):
        return sent
    try:
        return date.fromisoformat(sent)
    except ValueError:
        return sent
