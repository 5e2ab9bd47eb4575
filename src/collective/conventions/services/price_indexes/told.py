"""The values of price indexes as the answers carry them."""

from collective.conventions.billing.indexes import Value
from collective.conventions.billing.indexes import values_of
from dataclasses import asdict
from plone.restapi.serializer.converters import json_compatible
from typing import Any


def told(place: Any) -> list[dict[str, Any]]:
    """All values that hold in a space, or on the root: the latest month of each series last.

    ``own`` says whether the place keeps it itself; what it keeps goes before the operator's.
    """
    root = place.getPhysicalRoot()
    found = {one.key: (one, False) for one in values_of(root)}
    found |= {one.key: (one, True) for one in values_of(place)}
    return [_value(one, own) for _key, (one, own) in sorted(found.items())]


def _value(one: Value, own: bool) -> dict[str, Any]:
    answer: dict[str, Any] = json_compatible({**asdict(one), "own": own})
    return answer
