"""The JSON object of a request, read strictly and within bounds."""

from collections.abc import Iterable
from collective.conventions import _
from collective.conventions.interfaces import BadRequest
from collective.conventions.interfaces import RequestEntityTooLarge
from decimal import Decimal
from decimal import InvalidOperation
from typing import Any
import json


#: The largest body in bytes, and the largest one that may carry a file.
MAXIMUM = 10 * 2**20
MAXIMUM_WITH_FILE = 128 * 2**20


def body(request: Any, maximum: int = MAXIMUM) -> dict[str, Any]:
    """The object that the request carries; numbers with decimals are ``Decimal``, never floats.

    :raises RequestEntityTooLarge: for more than ``maximum`` bytes.
    :raises BadRequest: for what is no JSON object.
    """
    raw = _bytes(request, maximum)
    # What serializes the answer looks for batching hints here, within a limit made for forms.
    request.set("BODY", raw)
    try:
        data = json.loads(
            raw or b"{}",
            parse_float=_decimal,
            parse_constant=_no_constant,
            object_pairs_hook=_object,
        )
    except (ValueError, RecursionError):
        raise BadRequest(_("The body is not valid JSON, or is nested too deeply."))
    if not isinstance(data, dict):
        raise BadRequest(_("The body must be a JSON object."))
    return data


def _bytes(request: Any, maximum: int) -> bytes:
    stream = request.get("BODYFILE")
    if stream is None:
        raw: bytes = request.get("BODY", b"")
    else:
        stream.seek(0)
        raw = stream.read(maximum + 1)
    if len(raw) > maximum:
        raise RequestEntityTooLarge(
            _("The body is too large: ${maximum} bytes at most.", mapping={"maximum": maximum})
        )
    return raw


def _decimal(text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation:
        raise ValueError(text)


def _no_constant(text: str) -> None:
    raise ValueError(text)


def _object(pairs: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise BadRequest(_("“${name}” is given twice.", mapping={"name": name}))
        found[name] = value
    return found
