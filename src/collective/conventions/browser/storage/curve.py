"""The growth of a space as a line, drawn on the server."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date


WIDTH, HEIGHT = 600, 120


@dataclass(frozen=True)
class Curve:
    """A line from the first day to the last; ``limit`` is the height of the limit, if in sight."""

    points: str
    limit: int | None
    first: date
    last: date


def curve(days: Sequence[tuple[date, int]], limit: int) -> Curve | None:
    """The line through the days; none where there is but one of them.

    Between two days on which something changed the space held what it held on the first of them.
    """
    if len(days) < 2:
        return None
    first, last = days[0][0], days[-1][0]
    span = max((last - first).days, 1)
    most = max(octets for _day, octets in days) or 1
    top = min(limit, most * 2) if limit else most
    top = max(top, most)
    points: list[str] = []
    height = None
    for day, octets in days:
        x = (day - first).days * WIDTH // span
        y = HEIGHT - octets * HEIGHT // top
        points += [] if height is None else [f"{x},{height}"]
        points.append(f"{x},{y}")
        height = y
    in_sight = HEIGHT - limit * HEIGHT // top if 0 < limit <= top else None
    return Curve(" ".join(points), in_sight, first, last)
