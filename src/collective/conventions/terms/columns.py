"""The columns of each collection of rows: what kind of value, and whether it must be there."""

from collections.abc import Mapping
from collective.conventions.terms import choices
from collective.conventions.terms.amending.amendment import ACTIONS
from collective.conventions.terms.amending.amendment import FIELDS
from collective.conventions.terms.amending.amendment import TABLES
from collective.conventions.terms.rules import CLAUSE_TOPICS
from collective.conventions.terms.texts.text import PARTS
from collective.conventions.terms.watching import RECIPIENTS
from collective.conventions.terms.watching import WATCHED
from dataclasses import dataclass
from dataclasses import replace


@dataclass(frozen=True)
class Column:
    """A column: its ``kind`` (text, flag, date, number), and what holds for each of its cells.

    ``choices`` empty means any value; ``unsigned`` refuses numbers below zero.
    """

    kind: str = "text"
    required: bool = False
    choices: tuple[str, ...] = ()
    unsigned: bool = False


TEXT = Column()
NEEDED = Column(required=True)
FLAG = Column("flag")
DATE = Column("date")
AMOUNT = Column("number", unsigned=True)
NUMBER = Column("number", required=True)
COUNT = Column("number", unsigned=True)

#: The collections of what is agreed on or has happened, by their field's name.
_PLAIN: Mapping[str, Mapping[str, Column]] = {
    "parties": {"partner": NEEDED, "role": Column(choices=choices.PARTY_ROLES)},
    "signatories": {
        "partner": NEEDED,
        "name": TEXT,
        "capacity": TEXT,
        "by_delegation": FLAG,
        "date_signed": DATE,
        "original_received": DATE,
    },
    "commitments": {
        "partner": NEEDED,
        "description": NEEDED,
        "domain": TEXT,
        "quantity": AMOUNT,
        "unit": TEXT,
        "amount": AMOUNT,
        "budget": TEXT,
        "condition": TEXT,
        "frequency": TEXT,
        "due": DATE,
        "done": DATE,
        "evidence": TEXT,
    },
    "contacts": {
        "partner": NEEDED,
        "name": NEEDED,
        "role": TEXT,
        "email": TEXT,
        "phone": TEXT,
        "since": DATE,
    },
    "consents": {
        "kind": Column(required=True, choices=choices.CONSENT_KINDS),
        "requested_by": TEXT,
        "description": TEXT,
        "requested": DATE,
        "answer": Column(choices=choices.ANSWERS),
        "answered": DATE,
    },
    "undertakings": {
        "person": NEEDED,
        "capacity": TEXT,
        "kind": Column(choices=choices.UNDERTAKING_KINDS),
        "signed": DATE,
        "document": TEXT,
    },
    "notices": {
        "kind": Column(required=True, choices=choices.NOTICE_KINDS),
        "partner": TEXT,
        "sent": DATE,
        "presented": DATE,
        "received": DATE,
        "means": Column(choices=choices.NOTICE_MEANS),
        "note": TEXT,
        "annex": TEXT,
    },
    "renewals_agreed": {
        "agreed": Column("date", required=True),
        "decision": TEXT,
        "note": TEXT,
    },
    "clauses": {
        "topic": Column(required=True, choices=CLAUSE_TOPICS),
        "clause": NEEDED,
    },
    "overrides": {
        "key": NEEDED,
        "day": Column("date", required=True),
        "reason": NEEDED,
        "author": NEEDED,
    },
    "reminders": {
        "what": Column(required=True, choices=WATCHED),
        "days_before": TEXT,
        "repeat_days": COUNT,
        "recipients": Column(required=True, choices=RECIPIENTS),
    },
    "language_versions": {
        "language": Column(required=True, choices=choices.LANGUAGES),
        "title": TEXT,
        "authoritative": FLAG,
    },
    "text": {
        "part": Column(required=True, choices=PARTS),
        "number": TEXT,
        "title": TEXT,
        "body": TEXT,
        "clause": TEXT,
    },
    "text_exceptions": {
        "code": NEEDED,
        "place": TEXT,
        "reason": NEEDED,
        "author": NEEDED,
        "day": Column("date", required=True),
    },
    "decree": {
        "part": Column(required=True, choices=choices.DECREE_PARTS),
        "language": Column(required=True, choices=choices.LANGUAGES),
        "body": TEXT,
    },
    "deliberations": {
        "body": Column(required=True, choices=choices.DELIBERATING_BODIES),
        "sitting": Column("date", required=True),
        "outcome": Column(required=True, choices=choices.DELIBERATION_OUTCOMES),
        "number": TEXT,
        "remark": TEXT,
    },
    "lines": {
        "description": NEEDED,
        "quantity": NUMBER,
        "unit_price": NUMBER,
        "vat_rate": NUMBER,
        "vat_category": Column(choices=choices.VAT_CATEGORIES),
        "unit": Column(choices=choices.UNITS),
        "reduction_percent": AMOUNT,
        "reduction_reason": TEXT,
        "period_start": DATE,
        "period_end": DATE,
        "explanation": TEXT,
    },
    "prices": {
        "description": NEEDED,
        "basis": Column(required=True, choices=choices.PRICE_BASES),
        "amount": Column("number", required=True, unsigned=True),
        "vat_rate": NUMBER,
        "vat_category": Column(choices=choices.VAT_CATEGORIES),
        "from_count": COUNT,
        "day": DATE,
        "indexed": FLAG,
    },
}

#: What an amendment changes; a row that it removes needs nothing but its name.
_CHANGES: Mapping[str, Mapping[str, Column]] = {
    "changes": {"field": Column(required=True, choices=FIELDS), "value": TEXT},
    **{
        field: {
            "action": Column(required=True, choices=ACTIONS),
            "row": TEXT,
            **{name: replace(column, required=False) for name, column in _PLAIN[table].items()},
        }
        for table, field in TABLES.items()
    },
}

#: The collections by their field's name, each with its columns.
COLUMNS: Mapping[str, Mapping[str, Column]] = {**_PLAIN, **_CHANGES}
