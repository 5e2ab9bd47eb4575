"""The supervisory authority: until when it may act, what it decided (W6)."""

from collections.abc import Mapping
from collective.conventions.terms.dated import Dated
from collective.conventions.terms.delays import Delay
from collective.conventions.terms.delays import last_day
from collective.conventions.terms.delays import moved_from
from dataclasses import dataclass
from dataclasses import replace
from datetime import date


@dataclass(frozen=True)
class Supervision:
    """What happened between a decision and the authority that supervises it.

    ``outcome`` is the schema's token ("pending", "none", "approved", "refused", "suspended",
    "annulled") and ``decided`` its date; ``lifted`` the day from which a suspension no longer
    holds; ``regime`` the code of the delay (see ``statute.DELAYS``), which the authority may
    prolong by ``prolonged_days``.
    """

    sent: date | None = None
    received: date | None = None
    outcome: str = ""
    decided: date | None = None
    lifted: date | None = None
    regime: str = ""
    prolonged_days: int = 0

    @property
    def over(self) -> bool:
        """Whether the authority has decided, or let its delay pass."""
        return self.outcome not in ("", "pending")


def until(supervision: Supervision, delays: Mapping[str, Delay]) -> Dated | None:
    """Return the last day on which the authority may act; None when nothing tells it."""
    delay = delays.get(supervision.regime)
    if delay is None or supervision.received is None:
        return None
    delay = replace(delay, days=delay.days + max(supervision.prolonged_days, 0))
    return Dated(
        last_day(delay, supervision.received),
        "supervision_delay",
        {
            "count": delay.count,
            "unit": delay.unit,
            "received": supervision.received.isoformat(),
            "moved_from": moved_from(delay, supervision.received),
        },
    )


def decided_as(supervision: Supervision | None, outcome: str) -> date | None:
    """Return the day on which the authority decided ``outcome``, or None when it did not."""
    if supervision is None or supervision.outcome != outcome:
        return None
    return supervision.decided
