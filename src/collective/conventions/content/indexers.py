"""What the catalog keeps of conventions and partners.

Only facts that do not go stale with time: the first and last day in force move when the
convention is edited or signed, never because a day has passed.
"""

from collective.conventions.content.amended import parties_ever
from collective.conventions.content.amended import values_at
from collective.conventions.content.amendment import IAmendment
from collective.conventions.content.convention import IConvention
from collective.conventions.content.invoice import IInvoice
from collective.conventions.content.partner import IPartner
from collective.conventions.content.records import record_of
from collective.conventions.content.values import snapshot
from collective.conventions.content.values import span_of
from collective.conventions.content.values import texts_of
from datetime import date
from plone import api
from plone.indexer import indexer
from typing import Any


#: Stands for "no end", so that a search "in force on" or "ends after" finds it.
ENDLESS = date(2500, 12, 31)
IN_FORCE = ("signed", "terminated")
#: Fields and columns that hold the UID of another item.
REFERENCES = ("predecessor", "issuer", "customer", "commune", "notice_by", "credits")
REFERENCE_COLUMNS = ("partner", "requested_by", "annex")


@indexer(IConvention)
def convention_kind(convention: Any) -> str:
    return convention.kind


@indexer(IConvention)
def convention_parties(convention: Any) -> tuple[str, ...]:
    """Who is party to it, was, or will be: a change of the parties moves no record later on."""
    return parties_ever(convention)


@indexer(IConvention)
def convention_responsible(convention: Any) -> tuple[str, ...]:
    """The members and groups in charge, by their ids."""
    return tuple(convention.responsible or ())


@indexer(IConvention)
def convention_uses(convention: Any) -> tuple[str, ...]:
    """The UIDs of all that the convention refers to, so that none of it is deleted."""
    return _referred(convention)


@indexer(IInvoice)
def invoice_uses(invoice: Any) -> tuple[str, ...]:
    """The UIDs of the partners of an invoice."""
    return _referred(invoice)


@indexer(IAmendment)
def amendment_uses(amendment: Any) -> tuple[str, ...]:
    """The UIDs of the partners that an amendment names."""
    return _referred(amendment)


@indexer(IPartner)
def partner_uses(partner: Any) -> tuple[str, ...]:
    """The UID of the commune of a CPAS."""
    return _referred(partner)


@indexer(IConvention)
def convention_reference(convention: Any) -> str:
    return convention.reference or ""


@indexer(IConvention)
def force_start(convention: Any) -> date | None:
    """First day in force; nothing before the convention is signed."""
    if api.content.get_state(convention, "") not in IN_FORCE:
        return None
    return span_of(values_at(convention)).start


@indexer(IConvention)
def force_end(convention: Any) -> date | None:
    """Last day in force, renewals counted; ``ENDLESS`` where there is none."""
    if api.content.get_state(convention, "") not in IN_FORCE:
        return None
    return span_of(values_at(convention)).end or ENDLESS


@indexer(IConvention)
def convention_text(convention: Any) -> str:
    """What a search by words looks at: the texts and the names of the parties."""
    values = values_at(convention)
    names = _titles(list(parties_ever(convention)))
    return " ".join([convention.reference or "", *texts_of(values).values(), *names])


@indexer(IPartner)
def partner_kind(partner: Any) -> str:
    return partner.entity_kind


@indexer(IPartner)
def partner_city(partner: Any) -> str | None:
    return partner.city


@indexer(IPartner)
def enterprise_number(partner: Any) -> str | None:
    return partner.enterprise_number


@indexer(IPartner)
def nis_code(partner: Any) -> str | None:
    return partner.nis_code


@indexer(IPartner)
def partner_text(partner: Any) -> str:
    """What a search by words looks at."""
    names = [row["name"] for row in partner.representatives or ()]
    parts = [
        partner.title,
        partner.description,
        partner.city,
        partner.enterprise_number,
        partner.nis_code,
        *names,
    ]
    return " ".join(part for part in parts if part)


def _referred(content: Any) -> tuple[str, ...]:
    values = snapshot(content)
    single = [values.get(name) for name in REFERENCES]
    tables = [value for value in values.values() if isinstance(value, list)]
    rows = [row for table in tables for row in table if isinstance(row, dict)]
    in_rows = [row.get(column) for row in rows for column in REFERENCE_COLUMNS]
    return tuple(sorted({uid for uid in (*single, *in_rows) if uid}))


def _titles(uids: list[str]) -> list[str]:
    found = [record_of(uid) for uid in uids]
    return [record.Title for record in found if record is not None]
