"""The fields of a small body that is no content, each read as the schema has it."""

from collections.abc import Mapping
from collective.conventions import _
from collective.conventions.services.content.cells import read
from collective.conventions.services.content.cells import Refused
from collective.conventions.services.content.deserialize import refuse_faults
from collective.conventions.services.content.reader import MOST_ITEMS
from collective.conventions.services.refusals.problem import problem
from typing import Any
from zope.schema.interfaces import IList


def read_fields(fields: Mapping[str, Any], sent: Mapping[str, Any]) -> dict[str, Any]:
    """The values of the fields that were sent; an empty or blank one stands for nothing.

    :raises BadRequest: a field nobody knows, or a value of another kind.
    """
    problems = [problem("unknown_field", name) for name in sent if name not in fields]
    found = {}
    for name, field in fields.items():
        try:
            value = None if sent.get(name) is None else _value(field, sent[name])
            if value is not None:
                found[name] = value
        except Refused as refused:
            problems.append(problem(refused.code, name, **refused.params))
    refuse_faults(problems)
    return found


def _value(field: Any, raw: Any) -> Any:
    if not IList.providedBy(field):
        return read(field, raw)
    if not isinstance(raw, list):
        raise Refused("wrong_type", expected=_("a list"))
    if len(raw) > MOST_ITEMS:
        raise Refused("too_many", maximum=MOST_ITEMS)
    return [read(field.value_type, item) for item in raw]
