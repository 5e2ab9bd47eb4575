"""A part of a long list, never too much of it."""

from collections.abc import Sequence
from collective.conventions import _
from collective.conventions.interfaces import BadRequest
from collective.conventions.terms.findings import Finding
from typing import Any


USUAL = 25
MOST = 1000


def batch(request: Any, items: Sequence[Any]) -> Sequence[Any]:
    """The items from ``b_start`` on, ``b_size`` of them and 1000 at most."""
    start, size = window(request)
    return items[start : start + size]


def window(request: Any) -> tuple[int, int]:
    """Where the wanted part starts, counted from 0, and how many items it has at most.

    :raises BadRequest: when either is no number, or a negative one.
    """
    return _number(request, "b_start", 0), min(_number(request, "b_size", USUAL), MOST)


def _number(request: Any, name: str, usual: int) -> int:
    text = str(request.form.get(name, usual))
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise BadRequest(
            _("“${name}” must be a number from 0 on.", mapping={"name": name}),
            [Finding("not_a_number", name)],
        )
    return int(text)
