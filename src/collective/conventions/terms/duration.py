"""The rules of a convention's duration and the facts they are applied to."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Term:
    """The rules of a convention's duration, by the schema's field names.

    The rules are tokens out of ``choices``. ``renewal_cap_months`` counts from the start, the
    first term included. ``notice_count`` is how long before a renewal or a wanted end a notice
    must be given.
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

    @property
    def months(self) -> int | None:
        """The first term in months, or None when it is not counted in months or years."""
        factor = {"months": 1, "years": 12}.get(self.duration_unit)
        if factor is None or self.duration_count is None:
            return None
        return factor * self.duration_count


@dataclass(frozen=True)
class Facts:
    """What has happened, as civil dates.

    ``signed_dates`` has one entry per signatory, None for who has not signed yet; ``event`` is the
    day the event happened that ends an "until_event" term; ``terminated`` the last day in force
    after a termination; ``non_renewal`` the day a notice against the next renewal was given.
    """

    signed_dates: tuple[date | None, ...] = ()
    approved: date | None = None
    condition_met: date | None = None
    event: date | None = None
    terminated: date | None = None
    non_renewal: date | None = None
