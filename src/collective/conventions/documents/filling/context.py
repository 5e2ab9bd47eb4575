"""What a convention says, as plain text for models: the values of ``fields.FIELDS``.

Only texts, flags, dictionaries and lists leave this module, so a model can reach nothing else.
What is not known is an empty text.
"""

from collections.abc import Mapping
from collective.conventions.content import vocabularies
from collective.conventions.content.amended import values_at
from collective.conventions.documents.decree.entity import parties_of
from collective.conventions.documents.decree.facts import listed_annexes
from collective.conventions.documents.decree.facts import replaced
from collective.conventions.documents.filling import saying
from collective.conventions.documents.filling.fields import FIELDS
from collective.conventions.documents.filling.letters import Letter
from collective.conventions.documents.filling.letters import letter_of
from collective.conventions.documents.filling.party import commitments_of
from collective.conventions.documents.filling.party import party_of
from collective.conventions.documents.filling.party import worded
from collective.conventions.documents.filling.phrases import counted
from collective.conventions.documents.filling.prices import price_of
from collective.conventions.documents.filling.prices import prices_of
from collective.conventions.documents.filling.shape import empty
from collective.conventions.terms import writing
from datetime import date
from typing import Any


Values = Mapping[str, Any]
ROLES = ("provider", "user", "organiser", "participant", "partner", "authority")


def context_of(
    convention: Any, language: str, today: date, letter: Letter | None = None
) -> dict[str, Any]:
    """The values that hold today, of every field, in the words of a language (fr, nl, de, en).

    :param letter: who writes to whom and why, where the model is a letter.
    """
    values = dict(values_at(convention, today))
    partners = parties_of(convention, today)
    names = {partner.UID(): partner.title for partner in partners}
    parties = [party_of(partner, values, language) for partner in partners]
    return {
        "today": writing.day(today, language),
        "convention": _convention(values, language),
        "parties": parties,
        **{role: _with_role(parties, role) for role in ROLES},
        "signatories": [
            {"party": party["name"], **who} for party in parties for who in party["signatories"]
        ],
        "commitments": commitments_of(values, names, language),
        "prices": prices_of(values, language),
        "price": price_of(values, names, language),
        "term": _term(values, language),
        "notice": _notice(values, names, language),
        "breach": {
            "sentence": saying.breach(values, language),
            "length": saying.breach_length(values, language),
        },
        "provisions": _provisions(values, len(parties), language),
        "decision": _decision(values, language),
        "supervision": {
            "authority": values["supervision_authority"] or "",
            "sent": saying.day(values["supervision_sent"], language),
            "received": saying.day(values["supervision_received"], language),
        },
        "annexes": _annexes(convention),
        "letter": letter_of(letter, parties, today, language),
    }


def _with_role(parties: list[dict[str, Any]], role: str) -> dict[str, Any]:
    nobody = empty(FIELDS[role].fields)
    return next((party for party in parties if party["role"] == role), nobody)


def _convention(values: Values, language: str) -> dict[str, Any]:
    declared = values["declared_value"]
    return {
        "title": values["title"] or "",
        "reference": values["reference"] or "",
        "subject": values["subject_matter"] or "",
        "kind": worded(vocabularies.KINDS, values["kind"], language),
        "free": bool(values["free_of_charge"]),
        "monetary": bool(values["monetary"]),
        "declared_value": writing.money(declared, language) if declared is not None else "",
        "replaces": replaced(values),
    }


def _term(values: Values, language: str) -> dict[str, Any]:
    return {
        "start": saying.start(values, language),
        "duration": saying.duration(values, language),
        "renewal": saying.renewal(values, language),
        "start_date": saying.day(values["start_date"], language),
        "end_date": saying.day(values["end_date"], language),
        "is_unlimited": values["duration_unit"] in (None, "unlimited"),
        "is_tacit": values["renewal"] == "tacit",
    }


def _notice(values: Values, names: Mapping[str, str], language: str) -> dict[str, str]:
    return {
        "sentence": saying.notice(values, language, names.get(values["notice_by"], "")),
        "length": saying.notice_length(values, language),
        "means": saying.notice_means(values, language),
    }


def _provisions(values: Values, parties: int, language: str) -> dict[str, str]:
    days = values["contacts_days"]
    return {
        "disputes": values["dispute_settlement"] or "",
        "resolutory": values["resolutory_condition"] or "",
        "contacts_days": counted(language, days) if days else "",
        "originals": counted(language, values["originals"] or parties),
    }


def _decision(values: Values, language: str) -> dict[str, str]:
    return {
        "college_date": saying.day(values["college_date"], language),
        "college_number": values["college_number"] or "",
        "sitting": saying.day(values["council_sitting"], language),
        "council_date": saying.day(values["council_date"], language),
        "council_number": values["council_number"] or "",
        "folder": values["folder_reference"] or "",
        "agenda": values["agenda_number"] or "",
    }


def _annexes(convention: Any) -> list[dict[str, Any]]:
    """The annexes to the text, numbered as the text cites them."""
    found = [annex for annex in listed_annexes(convention) if annex["kind"] == "annex"]
    return [
        {"number": str(place), "title": annex["title"], "closed": annex["closed"]}
        for place, annex in enumerate(found, 1)
    ]
