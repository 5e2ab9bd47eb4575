"""What a client sends of price indexes, read strictly."""

from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from collective.conventions import _
from collective.conventions.billing.indexes import Value
from collective.conventions.content import vocabularies
from collective.conventions.content.fields import civil_date
from collective.conventions.services.content.deserialize import refuse_faults
from collective.conventions.services.content.schema_sent import read_by
from collective.conventions.services.refusals.problem import Problem
from collective.conventions.services.refusals.problem import problem
from collective.z3cform.datagridfield.row import DictRow
from typing import Any
from zope import schema
from zope.interface import Interface


#: The months of sixty years and more.
MOST_VALUES = 1000


class IIndexRow(Interface):
    """The index of a series in a month, named by its first day."""

    series = schema.Choice(title=_("Indexed by"), vocabulary=vocabularies.INDEX_SERIES)
    month = civil_date(title=_("Month"))
    value = schema.Decimal(title=_("Index"))


class IIndexesSent(Interface):
    """Values, and where they were read."""

    source = schema.TextLine(title=_("Source"), max_length=500)
    values = schema.List(
        title=_("Values"),
        value_type=DictRow(title=_("Value"), schema=IIndexRow),
        max_length=MOST_VALUES,
    )


def values_in(place: Any, sent: Mapping[str, Any]) -> list[Value]:
    """The values that a client sends.

    :raises BadRequest: for what is malformed, unknown or missing; it names all of it.
    """
    read = read_by(IIndexesSent, place, sent)
    refuse_faults([*_faults(read["values"])])
    return [Value(source=read["source"], **row) for row in read["values"]]


def _faults(rows: Sequence[Mapping[str, Any]]) -> Iterator[Problem]:
    seen: dict[Any, int] = {}
    for position, row in enumerate(rows):
        if row["value"] <= 0:
            yield problem("not_positive", "values", position, "value")
        if row["month"].day != 1:
            yield problem("not_a_month", "values", position, "month")
        first = seen.setdefault((row["series"], row["month"]), position)
        if first != position:
            yield problem("duplicate", "values", position, "month", first=first + 1)
    if not rows:
        yield problem("required", "values")
