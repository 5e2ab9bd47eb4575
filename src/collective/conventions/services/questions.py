"""The question in a query string, and the batch that answers it."""

from collections.abc import Mapping
from collections.abc import Sequence
from collective.conventions import _
from collective.conventions.interfaces import BadRequest
from collective.conventions.listing.question import Question
from collective.conventions.listing.reading import BATCH
from collective.conventions.listing.reading import values_of
from collective.conventions.services.listed import links
from typing import Any
from typing import TypeVar


Item = TypeVar("Item")


def asked(request: Any, readers: Mapping[str, Any]) -> Question:
    """What the query string asks for.

    :param readers: by name, what reads each filter; ``b_start`` and ``b_size`` are read besides.
    :raises BadRequest: something in it cannot be read; the findings name all of it.
    """
    found, findings = values_of({**readers, **BATCH}, request.form)
    if findings:
        raise BadRequest(_("The question cannot be understood."), findings)
    batch = {name: found.pop(name) for name in BATCH if name in found}
    return Question(filters=found, **batch)


def batch_of(question: Question, items: Sequence[Item]) -> Sequence[Item]:
    """The items of the batch that is asked for."""
    return items[question.b_start : question.b_start + question.b_size]


def batched(address: str, question: Question, total: int, items: Sequence[Any]) -> dict[str, Any]:
    """The answer with a batch of ``total`` items, and the links to the others."""
    answer = {"@id": f"{address}{question.query()}", "items_total": total, "items": items}
    batching = links(address, question, total)
    return {**answer, "batching": batching} if batching else answer
