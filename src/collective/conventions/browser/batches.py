"""Pages of a long list: which one is asked for, and the links to the others."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Batch:
    """Page ``number`` (from 1) of ``total`` things, ``size`` to a page."""

    number: int
    size: int
    total: int

    @property
    def pages(self) -> int:
        return max(-(-self.total // self.size), 1)

    @property
    def start(self) -> int:
        """How many things stand before this page."""
        return (self.number - 1) * self.size

    @property
    def before(self) -> int:
        """The number of the page before; 0 for none."""
        return self.number - 1

    @property
    def after(self) -> int:
        """The number of the page after; 0 for none."""
        return self.number + 1 if self.number < self.pages else 0


def batch(asked: Any, size: int, total: int) -> Batch:
    """The batch that a request asks for; what is no page of it becomes the nearest that is."""
    text = str(asked or "")
    number = int(text) if text.isascii() and text.isdigit() and len(text) < 7 else 1
    return Batch(min(max(number, 1), Batch(1, size, total).pages), size, total)
