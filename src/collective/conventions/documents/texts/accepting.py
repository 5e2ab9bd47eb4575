"""Accepting and rejecting what a text proposes, one by one or together; the journal says which."""

from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
from collective.conventions import _
from collective.conventions.content.records import record_of
from collective.conventions.content.values import snapshot
from collective.conventions.documents.texts.articles import refuse_unless_open
from collective.conventions.documents.texts.articles import write
from collective.conventions.documents.texts.founding import found_partner
from collective.conventions.documents.texts.offers import Offer
from collective.conventions.documents.texts.offers import Offers
from collective.conventions.documents.texts.offers import offers_of
from collective.conventions.documents.texts.offers import place_of
from collective.conventions.documents.texts.offers import REJECTED
from collective.conventions.documents.texts.offers import REOPENED
from collective.conventions.documents.texts.offers import resolved
from collective.conventions.documents.texts.offers import row_of
from collective.conventions.interfaces import NotFound
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.journal.actor import actor
from collective.conventions.journal.plain import plain
from collective.conventions.journal.storage import journal_of
from typing import Any


#: Stands for a partner that is to be made.
NEW = "new"

#: What means nothing without another proposal is accepted together with it.
TOGETHER: Mapping[str, tuple[str, ...]] = {
    "duration_unit": ("duration_count", "end_date", "end_event"),
    "start_rule": ("start_date",),
    "renewal": ("renewal_months",),
    "reduction_percent": ("reduction_condition",),
    "reduction_condition": ("reduction_percent",),
}

Partners = dict[int, str | None]


def accept(
    convention: Any, keys: Sequence[str], partners: Mapping[int, str] | None = None
) -> tuple[Offer, ...]:
    """Write what the proposals with these keys say, all of it or nothing; see ``TOGETHER``.

    :param partners: UIDs by the number of the party in the text, or ``NEW``; else the likely one,
        and a new partner where none is likely and the party itself is accepted.
    :returns: what was accepted.
    :raises NotFound: a key is that of no proposal.
    :raises UnprocessableEntity: something is incomplete, or rests on what was not accepted.
    :raises BadRequest, Conflict, Forbidden: see ``write``.
    """
    refuse_unless_open(convention)
    wanted = {number: uid for number, uid in (partners or {}).items() if uid != NEW}
    offers = offers_of(convention, wanted)
    chosen = _with_companions(offers, _chosen(offers, keys))
    known = dict(offers.partners)
    known.update({number: None for number, uid in (partners or {}).items() if uid == NEW})
    for offer in chosen:
        if offer.path.field == "parties" and not offer.path.column and offer.path.row is not None:
            number = offer.path.row
            known[number] = known[number] or found_partner(offer.proposal, convention)
    values = _values(convention, offers, chosen, known)
    if values:
        write(convention, values)
    for uid, details in _details(chosen, known):
        record = record_of(uid)
        if record is not None:
            write(record.getObject(), details)
    _tell(convention, offers, chosen)
    return chosen


def reject(convention: Any, keys: Sequence[str], again: bool = False) -> tuple[Offer, ...]:
    """Turn proposals down, or take them up again; nothing of the convention changes.

    :raises NotFound: a key is that of no proposal.
    :raises Conflict, Forbidden: see ``refuse_unless_open``.
    """
    refuse_unless_open(convention)
    chosen = _chosen(offers_of(convention), keys)
    journal = journal_of(convention.UID())
    for offer in chosen:
        wording = offer.proposal.passage.quoted[:200]
        action = REOPENED if again else REJECTED
        journal.append(action, actor=actor(), subject=offer.key, reason=wording)
    return chosen


def _chosen(offers: Offers, keys: Sequence[str]) -> tuple[Offer, ...]:
    by_key = {offer.key: offer for offer in offers.offers}
    if unknown := [key for key in keys if key not in by_key]:
        raise NotFound(
            _("The text does not propose “${key}”.", mapping={"key": str(unknown[0])[:100]})
        )
    return tuple(by_key[key] for key in dict.fromkeys(keys))


def _with_companions(offers: Offers, chosen: Sequence[Offer]) -> tuple[Offer, ...]:
    wanted = {name for offer in chosen for name in TOGETHER.get(offer.proposal.field, ())}
    others = (one for one in offers.offers if one.proposal.field in wanted)
    open_ones = (one for one in others if one.state in ("open", "differs"))
    return tuple({one.key: one for one in (*chosen, *open_ones)}.values())


def _values(
    convention: Any, offers: Offers, chosen: Iterable[Offer], partners: Partners
) -> dict[str, Any]:
    """The fields as they would be; rows first, for single cells may belong to them."""
    before = snapshot(convention)
    values: dict[str, Any] = {}
    for offer in sorted(chosen, key=lambda one: bool(one.path.column)):
        path = offer.path
        _refuse_incomplete(offer)
        if path.row is None:
            values[path.field] = _known(resolved(offer.proposal, partners), offer)
            continue
        if path.field == "parties" and path.column:
            continue
        rows = values.setdefault(path.field, [dict(row) for row in before[path.field] or ()])
        parent = offers.of_field(f"{path.field}[{path.row}]")
        row = row_of(parent, partners) if parent is not None else {}
        if "partner" in row:
            _known(row["partner"], offer)
        at = place_of(rows, path.field, row)
        if path.column:
            if at is None:
                raise UnprocessableEntity(
                    _("“${text}” belongs to a row that is not accepted yet.", mapping=_said(offer))
                )
            rows[at][path.column] = offer.proposal.value
        elif at is None:
            rows.append(row)
        else:
            rows[at].update(row)
    return values


def _details(chosen: Iterable[Offer], partners: Partners) -> list[tuple[str, dict[str, Any]]]:
    """What is to be written into partners."""
    found: dict[str, dict[str, Any]] = {}
    for offer in chosen:
        path = offer.path
        if path.field == "parties" and path.column and path.row is not None:
            uid = _known(partners.get(path.row), offer)
            found.setdefault(uid, {})[path.column] = offer.proposal.value
    return list(found.items())


def _known(value: Any, offer: Offer) -> Any:
    """A value that is there; of a party no partner is known for, nothing can be written."""
    if value is None:
        raise UnprocessableEntity(
            _(
                "“${text}” belongs to a party that is not accepted yet, or whose partner is not "
                "chosen.",
                mapping=_said(offer),
            )
        )
    return value


def _refuse_incomplete(offer: Offer) -> None:
    if offer.state in ("incomplete", "noted"):
        raise UnprocessableEntity(
            _("“${text}” cannot be accepted: the text leaves a blank.", mapping=_said(offer))
        )


def _said(offer: Offer) -> dict[str, str]:
    return {"text": offer.proposal.passage.quoted[:100]}


def _tell(convention: Any, offers: Offers, chosen: Iterable[Offer]) -> None:
    """Write into the journal where each value was taken from."""
    journal = journal_of(convention.UID())
    for offer in chosen:
        part = offers.text[offer.proposal.passage.part]
        place = f"{part.title or part.part} {part.number}".strip()
        journal.append(
            "proposal_accepted",
            actor=actor(),
            subject=f"{offer.proposal.field} = {plain(offer.proposal.value)}"[:300],
            reason=f"{place}: {offer.proposal.passage.quoted}"[:500],
        )
