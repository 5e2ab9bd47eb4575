"""What a model is told of a party."""

from collections.abc import Mapping
from collections.abc import Sequence
from collective.conventions.content import vocabularies
from collective.conventions.content.records import record_of
from collective.conventions.documents.filling import saying
from collective.conventions.documents.filling.phrases import listed
from collective.conventions.documents.filling.phrases import said
from collective.conventions.terms import writing
from collective.conventions.terms.identifiers import format_enterprise_number
from collective.conventions.terms.identifiers import format_iban
from typing import Any
from zope.i18n import translate
from zope.schema.vocabulary import SimpleVocabulary
import re


Values = Mapping[str, Any]
#: The fields of a partner that are told as they are.
PLAIN = ("vat_number", "nis_code", "street", "postal_code", "city", "email", "phone", "website")


def party_of(partner: Any, values: Values, language: str) -> dict[str, Any]:
    """A partner as a party of the convention that has these values."""
    uid = partner.UID()
    role = next((row.get("role") for row in values["parties"] if row["partner"] == uid), None)
    names = {uid: partner.title}
    signatories = [
        {"name": row["name"], "capacity": row.get("capacity") or ""}
        for row in values["signatories"] or ()
        if row.get("partner") == uid and row.get("name")
    ]
    commitments = commitments_of(values, names, language)
    contacts = [
        {name: row.get(name) or "" for name in ("name", "role", "email", "phone")}
        for row in values["contacts"] or ()
        if row.get("partner") == uid
    ]
    return {
        **{name: getattr(partner, name, None) or "" for name in PLAIN},
        "name": partner.title,
        "form": _form(partner),
        "kind": partner.entity_kind or "",
        "role": role or "",
        "role_title": worded(vocabularies.PARTY_ROLES, role, language),
        "enterprise_number": _formatted(partner.enterprise_number, format_enterprise_number),
        "iban": _formatted(partner.iban, format_iban),
        "country": _country(partner, language),
        "address": _address(partner, language),
        "commune": _title_of(partner.commune),
        "represented_by": _signing(signatories, language),
        "signatories": signatories,
        "commitments": commitments,
        "contacts": contacts,
        "has_signatories": bool(signatories),
        "has_commitments": bool(commitments),
        "has_contacts": bool(contacts),
    }


def commitments_of(values: Values, names: Mapping[str, str], language: str) -> list[Any]:
    """The commitments of the parties in ``names`` (UID → name), in the order of their rows."""
    return [
        {
            "party": names[row["partner"]],
            "description": row["description"],
            "quantity": _quantity(row, language),
            "amount": _money(row.get("amount"), language),
            "due": saying.day(row.get("due"), language),
            **{name: row.get(name) or "" for name in ("domain", "budget", "condition")},
            "frequency": row.get("frequency") or "",
        }
        for row in values["commitments"] or ()
        if row.get("partner") in names and row.get("description")
    ]


def worded(vocabulary: SimpleVocabulary, token: str | None, language: str) -> str:
    """A choice in words; empty where nothing was chosen."""
    if not token or token not in vocabulary:
        return ""
    return str(translate(vocabulary.getTerm(token).title, target_language=language))


def _form(partner: Any) -> str:
    """The legal form of a partner, unless its name says it: "Commune de X" is one."""
    form = partner.legal_form or ""
    return "" if re.search(rf"\b{re.escape(form)}\b", partner.title, re.IGNORECASE) else form


def _signing(signatories: Sequence[Mapping[str, str]], language: str) -> str:
    """Who signs: "A, Bourgmestre, et B, Secrétaire"; a capacity stands between commas."""
    told = [", ".join(part for part in who.values() if part) for who in signatories]
    *others, last = told or [""]
    if others and any(who["capacity"] for who in signatories):
        return f"{', '.join(others)}, {said(language, 'and')} {last}"
    return listed(language, told)


def _quantity(row: Values, language: str) -> str:
    quantity = row.get("quantity")
    if quantity is None:
        return ""
    return f"{writing.number(quantity, language)} {row.get('unit') or ''}".strip()


def _money(amount: Any, language: str) -> str:
    return "" if amount is None else writing.money(amount, language)


def _formatted(number: str | None, form: Any) -> str:
    return form(number) if number else ""


def _country(partner: Any, language: str) -> str:
    abroad = partner.country not in (None, "BE", "OTHER")
    return worded(vocabularies.COUNTRIES, partner.country, language) if abroad else ""


def _address(partner: Any, language: str) -> str:
    place = " ".join(part for part in (partner.postal_code, partner.city) if part)
    found = (partner.street, place, _country(partner, language))
    return ", ".join(part for part in found if part)


def _title_of(uid: str | None) -> str:
    record = record_of(uid) if uid else None
    return record.Title if record is not None else ""
