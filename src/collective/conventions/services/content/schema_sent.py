"""A small body that is no content, read by a schema of its own."""

from collections.abc import Mapping
from collective.conventions.services.content.deserialize import refuse_faults
from collective.conventions.services.content.reader import Reader
from collective.conventions.services.refusals.problem import problem
from typing import Any
from zope.schema import getFieldsInOrder


def read_by(schema: Any, context: Any, sent: Mapping[str, Any]) -> dict[str, Any]:
    """A value for each field of ``schema``; what was not sent has its default.

    :param context: where the choices of the fields are looked up.
    :raises BadRequest: for what is malformed, unknown or missing; it names all of it.
    """
    reader = Reader(context)
    fields = dict(getFieldsInOrder(schema))
    reader.problems += [problem("unknown_field", name) for name in sent if name not in fields]
    values = {
        name: reader.value(name, field, sent[name]) if name in sent else reader.default(name, field)
        for name, field in fields.items()
    }
    refuse_faults(reader.problems)
    return values
