"""The parts a listing's page is made of, as its template draws them."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Chip:
    """A filter in force; following ``url`` takes it away."""

    label: str
    text: str
    url: str


@dataclass(frozen=True)
class Choice:
    """A value of a facet; following ``url`` asks for it, or no longer."""

    title: str
    count: int
    chosen: bool
    url: str


@dataclass(frozen=True)
class Facet:
    """A filter with its values and how many there are of each."""

    name: str
    title: str
    choices: list[Choice]


@dataclass(frozen=True)
class Heading:
    """A column; ``direction`` is that of ``aria-sort``, ``url`` is empty where nobody sorts."""

    title: str
    url: str = ""
    direction: str | None = None


@dataclass(frozen=True)
class Cell:
    """What a column shows of a row; ``badge`` is the name of a colour."""

    lines: tuple[str, ...]
    url: str = ""
    note: str = ""
    badge: str = ""
