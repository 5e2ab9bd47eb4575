"""What a text seems to say, where it says so, and by which rule it was found."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Passage:
    """A stretch of a text.

    :ivar part: the position of the part in the text, from 0.
    :ivar column: "title" or "body", as plain text (``text.plain``).
    :ivar start: where it begins in that; :ivar end: the first position after it.
    """

    part: int
    column: str
    start: int
    end: int
    quoted: str


@dataclass(frozen=True)
class Proposal:
    """A value that a text gives to a field.

    :ivar field: a path into the convention's schema: "council_date", "prices[0].indexed".
        A number counts the rows that are proposed, not those that are there already.
    :ivar value: as the field takes it; of a row a mapping by column. ``party`` in it is the number
        of a proposed party. What no field takes is told under "noted.…".
    :ivar rule: the name of what found it.
    :ivar lacks: columns that the row needs and the text leaves blank.
    """

    field: str
    value: Any
    passage: Passage
    rule: str
    lacks: tuple[str, ...] = ()

    @property
    def noted(self) -> bool:
        """Whether it is told only, for no field of a convention takes it."""
        return self.field.startswith("noted.")
