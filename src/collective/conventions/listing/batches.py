"""Cutting a long list into batches."""

from collections.abc import Iterator
from dataclasses import dataclass


#: How many batches are named on each side of the present one.
NEIGHBOURS = 2


@dataclass(frozen=True)
class Batches:
    """Where the batches of a list begin, seen from the one that starts at ``start``."""

    total: int
    start: int
    size: int

    @property
    def end(self) -> int:
        """Where the present batch ends."""
        return min(self.start + self.size, self.total)

    @property
    def last(self) -> int:
        """Where the last batch starts."""
        return max(0, (self.total - 1) // self.size * self.size)

    @property
    def previous(self) -> int | None:
        return max(0, min(self.start - self.size, self.last)) if self.start > 0 else None

    @property
    def next(self) -> int | None:
        return self.start + self.size if self.start + self.size < self.total else None

    def around(self) -> Iterator[tuple[int, int] | None]:
        """The numbers of the first, the last and the near batches, each with its start.

        ``None`` stands for those left out between two.
        """
        present, last = self.start // self.size + 1, self.last // self.size + 1
        before = 0
        near = range(present - NEIGHBOURS, present + NEIGHBOURS + 1)
        for number in sorted({1, last} | {n for n in near if 1 < n < last}):
            if number - before > 1:
                yield None
            yield number, (number - 1) * self.size
            before = number
