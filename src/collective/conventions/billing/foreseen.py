"""What a run would issue for many conventions; one that cannot be read keeps no other back."""

from collections.abc import Iterable
from collections.abc import Iterator
from collective.conventions.billing.plan import plan
from collective.conventions.billing.plan import Planned
from collective.conventions.billing.telling import why
from collective.conventions.terms.amounts import total
from collective.conventions.terms.document import ZERO
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
import logging


logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Foreseen:
    """The documents that are due for one convention, or why nobody can tell (``failure``)."""

    record: Any
    planned: tuple[Planned, ...] = ()
    failure: str = ""


@dataclass(frozen=True)
class Due:
    """All that is due: how many documents, their sum in euro without VAT, what stands in the way.

    A credit note counts against the invoices. ``held`` are documents that lack something,
    ``failures`` conventions that cannot be read.
    """

    documents: int = 0
    net: Decimal = ZERO
    held: int = 0
    failures: int = 0


def foreseen(records: Iterable[Any], on: date, today: date) -> Iterator[Foreseen]:
    """What is due for each of some catalog records of conventions, where something is."""
    for record in records:
        try:
            found = plan(record._unrestrictedGetObject(), on, today)
        except Exception as error:
            logger.info("%s could not be looked through", record.getPath(), exc_info=True)
            yield Foreseen(record, failure=why(error))
            continue
        if found:
            yield Foreseen(record, found)


def due(found: Iterable[Foreseen]) -> Due:
    """What the documents of several conventions add up to."""
    known = tuple(found)
    documents = [planned for one in known for planned in one.planned]
    return Due(
        len(documents),
        total(*(signed_net(planned) for planned in documents)),
        sum(bool(planned.findings) for planned in documents),
        sum(bool(one.failure) for one in known),
    )


def signed_net(planned: Planned) -> Decimal:
    """What a document charges without VAT; below zero where it gives back."""
    net = planned.document.net
    return -net if planned.document.kind == "credit_note" else net
