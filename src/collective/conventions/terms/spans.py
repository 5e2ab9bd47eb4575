"""Days in a row: one span, and spans that follow each other without gap or overlap."""

from collective.conventions.terms.dates import plus
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Span:
    """Days from ``start`` to ``end``, both included; no start: never; no end: open."""

    start: date | None
    end: date | None

    def holds(self, day: date) -> bool:
        """Tell whether ``day`` lies within the span."""
        return (
            self.start is not None and self.start <= day and (self.end is None or day <= self.end)
        )


NEVER = Span(None, None)


def periods(start: date, months: int, upto: date) -> tuple[Span, ...]:
    """Return the spans of ``months`` that tile ``start`` to ``upto``, the last one cut there.

    :raises ValueError: when ``months`` is not above zero.
    """
    if months <= 0:
        raise ValueError("a period has at least one month")
    tiles: list[Span] = []
    first = start
    while first <= upto:
        following = plus(start, months=months * (len(tiles) + 1))
        beyond = following > upto or following == date.max
        tiles.append(Span(first, upto if beyond else plus(following, days=-1)))
        if beyond:
            break
        first = following
    return tuple(tiles)
