"""The rules of a convention's duration and the facts they are applied to."""

from collections.abc import Mapping
from collective.conventions.terms.amending.state import Origin
from collective.conventions.terms.commitments import Commitment
from collective.conventions.terms.dated import Override
from collective.conventions.terms.letters import Letter
from collective.conventions.terms.parties import Party
from collective.conventions.terms.parties import Signatory
from collective.conventions.terms.supervision import Supervision
from dataclasses import dataclass
from dataclasses import field
from datetime import date


@dataclass(frozen=True)
class Term:
    """The rules of a convention's duration, by the schema's field names.

    The rules are tokens out of ``choices``. ``renewal_cap_months`` counts from the start, the
    first term included. ``notice_count`` is how long before a renewal or a wanted end a notice
    must be given, ``notice_basis`` what counts as giving it, ``notice_scope`` whether it only
    refuses a renewal or ends the convention at any time ("": the former if renewed tacitly),
    ``notice_by`` the UID of the one party who may give it ("": any).

    ``breach_count`` and ``breach_unit`` are how long a formal notice leaves to make a breach good,
    from ``breach_basis`` on; ``contacts_days`` within how many days of the start each party names
    its contacts. A text in ``resolutory_condition`` makes suspension and annulment of the decision
    act on the convention. ``delays_move`` is False where the clauses derogate from the rule that a
    last day on which nobody works moves. ``clauses`` gives the text or number of the clause for
    each topic (the values of ``rules.TOPICS``); ``origins`` says of each field that was amended by
    which amendment.
    """

    start_rule: str = "last_signature"
    start_date: date | None = None
    duration_unit: str = "unlimited"
    duration_count: int | None = None
    end_date: date | None = None
    renewal: str = "none"
    renewal_months: int | None = None
    renewal_cap_months: int | None = None
    notice_count: int | None = None
    notice_unit: str = "months"
    notice_basis: str = "sending"
    notice_scope: str = ""
    notice_by: str = ""
    breach_count: int | None = None
    breach_unit: str = "days"
    breach_basis: str = "sending"
    contacts_days: int | None = None
    resolutory_condition: str = ""
    delays_move: bool = True
    clauses: Mapping[str, str] = field(default_factory=dict, hash=False)
    origins: Mapping[str, Origin] = field(default_factory=dict, hash=False)

    @property
    def months(self) -> int | None:
        """The first term in months, or None when it is not counted in months or years."""
        factor = {"months": 1, "years": 12}.get(self.duration_unit)
        if factor is None or self.duration_count is None:
            return None
        return factor * self.duration_count

    @property
    def scope(self) -> str:
        """What a notice does: "renewal" or "any_time"."""
        return self.notice_scope or ("renewal" if self.renewal == "tacit" else "any_time")


@dataclass(frozen=True)
class Facts:
    """What has happened, as civil dates.

    ``signed_dates`` has one entry per signatory, None for who has not signed yet; ``event`` is the
    day the event happened that ends an "until_event" term; ``terminated`` the last day in force
    after a termination; ``non_renewal`` the day a notice against the next renewal was given (one
    of the ``letters`` counts as well).

    ``signatories`` are the same signatures with their persons (used for dates when
    ``signed_dates`` is empty); ``letters`` the notices, in the order of their rows; ``agreed`` the
    days on which the parties agreed to an express renewal; ``contacts`` the UIDs of the parties
    that have named theirs; ``overrides`` the dates a person decided; ``amendments`` those that were
    signed, with their first days.
    """

    signed_dates: tuple[date | None, ...] = ()
    approved: date | None = None
    condition_met: date | None = None
    event: date | None = None
    terminated: date | None = None
    non_renewal: date | None = None
    college: date | None = None
    signatories: tuple[Signatory, ...] = ()
    parties: tuple[Party, ...] = ()
    letters: tuple[Letter, ...] = ()
    supervision: Supervision | None = None
    agreed: tuple[date, ...] = ()
    contacts: tuple[str, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    overrides: tuple[Override, ...] = ()
    amendments: tuple[Origin, ...] = ()

    @property
    def signatures(self) -> tuple[date | None, ...]:
        """The date of each signature, None for one that is missing."""
        return self.signed_dates or tuple(one.date_signed for one in self.signatories)
