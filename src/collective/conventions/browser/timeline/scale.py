"""From days to places on a line, and the marks on that line."""

from collections.abc import Iterator
from collective.conventions.terms.dates import plus
from dataclasses import dataclass
from datetime import date


#: The distances between two marks, in months; the shortest that leaves room for their labels.
STEPS = (1, 3, 6, 12, 24, 60, 120, 240, 600)
#: The room for the label of a year, and of a month.
YEAR, MONTH = 56.0, 110.0


@dataclass(frozen=True)
class Scale:
    """A line from ``left`` to ``right`` on which time runs evenly."""

    first: date
    last: date
    left: float
    right: float

    def place(self, day: date) -> float:
        """Where a day lies; what lies beyond an end of the line is put there."""
        return self.left + (self.right - self.left) * min(max(self.share(day), 0.0), 1.0)

    def share(self, day: date) -> float:
        """The share of the line before a day."""
        return (day - self.first).days / max((self.last - self.first).days, 1)

    def ticks(self) -> Iterator[tuple[date, str]]:
        """Yield the days to mark with their labels: years, or months of a short time."""
        months = max((self.last - self.first).days / 30.4, 1.0)
        per_month = (self.right - self.left) / months
        room = {step: MONTH if step < 12 else YEAR for step in STEPS}
        step = next((step for step in STEPS if step * per_month >= room[step]), STEPS[-1])
        years = max(step // 12, 1)
        anchor = date(self.first.year - self.first.year % years, 1, 1)
        for number in range((self.last.year - anchor.year + 1) * 12 // step + 1):
            day = plus(anchor, months=number * step)
            if self.first <= day <= self.last:
                yield day, f"{day:%m/%Y}" if step < 12 else str(day.year)
