"""What the demo is written down in: plain data, one record per thing to be made.

Partners are named by short keys; the builder puts their UIDs in their place. A convention holds
all of its facts at once; the builder enters each one when the state opens it.
"""

from collections.abc import Mapping
from collective.conventions.terms.deliberating import Deliberation
from dataclasses import dataclass
from dataclasses import field
from datetime import date
from decimal import Decimal
from typing import Any


Row = Mapping[str, Any]
Fields = Mapping[str, Any]


@dataclass(frozen=True)
class Person:
    """Somebody with an account; ``partner`` is the key of the partner he speaks for."""

    login: str
    name: str
    role: str
    partner: str = ""


@dataclass(frozen=True)
class File:
    """An annex: its file is made of ``text``."""

    title: str
    text: str
    kind: str = "annex"
    publication: str = "parties"
    number: str = ""
    language: str = "fr"


@dataclass(frozen=True)
class Slip:
    """What somebody got wrong in the article of a title: its number, or a last paragraph."""

    title: str
    number: str = ""
    paragraph: str = ""


@dataclass(frozen=True, kw_only=True)
class Change:
    """An amendment: what it changes of its convention, and how far it has come."""

    title: str
    state: str
    fields: Fields


@dataclass(frozen=True, kw_only=True)
class Adapted:
    """A model of a space's own: the article ``article`` of a shipped one is written anew."""

    source: str
    title: str
    article: str
    body: str


@dataclass(frozen=True, kw_only=True)
class Agreement:
    """A convention with everything that belongs to it; ``document`` names its source, if any.

    :ivar model: the model of the library of which its text is made; none leaves it without text.
    :ivar slips: what is still wrong with the text.
    :ivar decree: the languages in which its decree is drafted.
    :ivar deliberations: where they are told one by one; the last one takes it to its approval.
    """

    id: str
    title: str
    state: str
    fields: Fields
    annexes: tuple[File, ...] = ()
    document: str = ""
    model: str = ""
    slips: tuple[Slip, ...] = ()
    decree: tuple[str, ...] = ()
    deliberations: tuple[Deliberation, ...] = ()
    amendments: tuple[Change, ...] = ()

    def deliberations_of(self, body: str) -> tuple[Deliberation, ...]:
        """Those of the College, or of the Council."""
        return tuple(one for one in self.deliberations if one.body == body)


@dataclass(frozen=True, kw_only=True)
class Demo:
    """A space with its partners (the key is their id), people and conventions."""

    id: str
    title: str
    description: str
    partners: Mapping[str, Fields]
    people: tuple[Person, ...]
    agreements: tuple[Agreement, ...]
    models: tuple[Adapted, ...] = ()
    #: What the register of the server says of it.
    facts: Fields = field(default_factory=dict)


def party(partner: str, role: str) -> Row:
    """A row of the parties."""
    return {"partner": partner, "role": role}


def signs(
    partner: str,
    name: str,
    capacity: str,
    signed: date | None = None,
    received: date | None = None,
    by_delegation: bool = False,
) -> Row:
    """A row of the signatories."""
    return {
        "partner": partner,
        "name": name,
        "capacity": capacity,
        "by_delegation": by_delegation,
        "date_signed": signed,
        "original_received": received,
    }


def owes(partner: str, description: str, **columns: Any) -> Row:
    """A row of the commitments; numbers are given as whole numbers or text."""
    for name in ("quantity", "amount"):
        if name in columns:
            columns[name] = Decimal(columns[name])
    return {"partner": partner, "description": description, **columns}


def costs(description: str, basis: str, amount: str, **columns: Any) -> Row:
    """A row of the prices, at the standard rate of VAT."""
    return {
        "description": description,
        "basis": basis,
        "amount": Decimal(amount),
        "vat_rate": Decimal(21),
        "vat_category": "S",
        **columns,
    }


def contact(partner: str, name: str, role: str, email: str | None = None) -> Row:
    """A row of the contact persons."""
    return {"partner": partner, "name": name, "role": role, "email": email}


def clauses(**texts: str) -> list[Row]:
    """Rows of the clauses, by topic."""
    return [{"topic": topic, "clause": clause} for topic, clause in texts.items()]
