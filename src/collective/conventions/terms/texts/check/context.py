"""What the data say about a convention, as far as its text can be compared with them."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True)
class KnownDate:
    """A civil date of the data: ``field`` is the schema's name of it ("council_date")."""

    field: str
    day: date


@dataclass(frozen=True)
class KnownAmount:
    """An amount of the data in euro; ``taxed`` for a price to which VAT is added."""

    field: str
    amount: Decimal
    taxed: bool = False


@dataclass(frozen=True)
class KnownParty:
    """A party: its legal name, and what else it is called ("CIRB")."""

    name: str
    short_names: tuple[str, ...] = ()


@dataclass(frozen=True)
class KnownAnnex:
    """An annex that is there: its number as it is written, which may be empty, and its title."""

    number: str
    title: str


@dataclass(frozen=True)
class Context:
    """All that a text is compared with; what is unknown is left empty and compared with nothing.

    ``annexes`` is None where nobody can say which annexes there are; ``monetary`` tells whether a
    price is owed; ``language`` is that of the text.
    """

    dates: tuple[KnownDate, ...] = ()
    amounts: tuple[KnownAmount, ...] = ()
    parties: tuple[KnownParty, ...] = ()
    annexes: tuple[KnownAnnex, ...] | None = None
    monetary: bool = True
    language: str = "fr"
