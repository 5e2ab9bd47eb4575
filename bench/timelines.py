"""How many timelines the engine computes in a second: plain Python, no Plone, one convention."""

from collective.conventions.terms.commitments import Commitment
from collective.conventions.terms.duration import Facts
from collective.conventions.terms.duration import Term
from collective.conventions.terms.parties import Party
from collective.conventions.terms.timeline import timeline
from datetime import date
from datetime import timedelta
from time import perf_counter


#: A service for a year, renewed year by year until four years are full, one month's notice.
TERM = Term(
    duration_unit="years",
    duration_count=1,
    renewal="tacit",
    renewal_months=12,
    renewal_cap_months=48,
    notice_count=1,
    notice_unit="months",
    contacts_days=30,
    start_rule="next_month",
)
SIGNED = date(2026, 3, 4)
FACTS = Facts(
    signed_dates=(SIGNED, SIGNED),
    approved=date(2026, 2, 23),
    parties=(Party("provider", "provider"), Party("user", "user")),
    commitments=tuple(
        Commitment("user", f"Report {number}", due=SIGNED + timedelta(days=90 * number))
        for number in range(1, 9)
    ),
)


def per_second(rounds: int) -> float:
    """The timelines of a convention seen from a hundred days, ``rounds`` times over."""
    days = [SIGNED + timedelta(days=17 * number) for number in range(100)]
    started = perf_counter()
    for _round in range(rounds):
        for day in days:
            timeline(TERM, FACTS, day)
    return rounds * len(days) / (perf_counter() - started)
