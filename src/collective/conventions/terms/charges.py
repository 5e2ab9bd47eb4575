"""What is to be charged or given back, and why: lines with reasons that a face puts into words."""

from collections.abc import Mapping
from collective.conventions.terms.dated import Params
from collective.conventions.terms.document import DocumentLine
from collective.conventions.terms.indexing import IndexedPrice
from dataclasses import dataclass
from dataclasses import field


#: Why a line is there and why it has this price, with the parameters a sentence can use: dates as
#: ISO text, months by their first day, numbers as text with a point.
REASONS: Mapping[str, tuple[str, ...]] = {
    # what is charged
    "months_in_force": ("first", "last", "count"),
    "months_open_again": ("first", "last", "count"),
    "participants": ("count", "from_count"),
    "participants_before": ("count", "document"),
    "one_off_due": ("day",),
    "reduction_ended": ("first", "last", "percent", "condition"),
    # what is given back
    "beyond_end": ("end",),
    "before_start": ("start",),
    "reduction_began": ("first", "last", "percent", "condition"),
    "given_back_before": ("document",),
    # why it has this price
    "reduced": ("percent", "condition"),
    "index_unset": (),
    "index_not_yet": (),
    "index_missing": ("wanted", "month"),
    "index_applied": ("p0", "a", "b", "i0", "i", "month", "amount"),
}


@dataclass(frozen=True)
class Reason:
    """One reason: a key of ``REASONS`` with its parameters.

    :raises ValueError: for an undeclared code, or other parameters than it declares.
    """

    code: str
    params: Params = field(default_factory=dict, hash=False)

    def __post_init__(self) -> None:
        if self.code not in REASONS or set(self.params) != set(REASONS[self.code]):
            raise ValueError(f"undeclared reason or parameters: {self.code} {sorted(self.params)}")


@dataclass(frozen=True)
class Charge:
    """A line of a document to come, with its reasons: first why it is there, then why its price."""

    line: DocumentLine
    reasons: tuple[Reason, ...]


def reasons_of(price: IndexedPrice) -> tuple[Reason, ...]:
    """Return why an indexed price is what it is; nothing for one that is never indexed."""
    match price.why:
        case "index_applied":
            names = ("p0", "a", "b", "i0", "i", "amount")
            numbers = {name: str(getattr(price, name)) for name in names}
            return (Reason("index_applied", {**numbers, "month": str(price.month)}),)
        case "index_missing":
            month = "" if price.month is None else price.month.isoformat()
            return (Reason("index_missing", {"wanted": str(price.wanted), "month": month}),)
        case "index_unset" | "index_not_yet":
            return (Reason(price.why),)
    return ()
