"""Reads what a client sent, field by field and row by row, and gathers all that is wrong."""

from collections.abc import Iterator
from collections.abc import Mapping
from collective.conventions import _
from collective.conventions.services.content.cells import plain_text
from collective.conventions.services.content.cells import read
from collective.conventions.services.content.cells import Refused
from collective.conventions.services.content.faults import refusal_of
from collective.conventions.services.refusals.problem import Problem
from collective.conventions.services.refusals.problem import problem
from collective.z3cform.datagridfield.interfaces import IRow
from functools import cache
from typing import Any
from zope.schema import getFieldsInOrder
from zope.schema.interfaces import IBool
from zope.schema.interfaces import IChoice
from zope.schema.interfaces import IList
from zope.schema.interfaces import ValidationError


#: Of a list whose field does not say how many it may hold.
MOST_ITEMS = 500


@cache
def columns_of(schema: Any) -> Mapping[str, Any]:
    """The columns of a table; kept, for they are asked for with every row."""
    return dict(getFieldsInOrder(schema))


class Reader:
    """Reads the values of one write. ``problems`` holds what was refused so far."""

    def __init__(self, content: Any) -> None:
        self.content = content
        self.problems: list[Problem] = []
        self._terms: dict[tuple[Any, str], Any] = {}

    def value(self, name: str, field: Any, raw: Any) -> Any:
        """The value of a field; what is refused becomes a problem, and None."""
        try:
            if IList.providedBy(field):
                return list(self._items(name, field, raw))
            return self._single(field, raw)
        except Refused as refused:
            self.problems.append(problem(refused.code, name, **refused.params))

    def default(self, name: str, field: Any) -> Any:
        """The value of a field that a new object was not given."""
        try:
            return absent(field)
        except Refused as refused:
            self.problems.append(problem(refused.code, name, **refused.params))

    def _items(self, name: str, field: Any, raw: Any) -> Iterator[Any]:
        items = [] if raw is None else raw
        most = field.max_length or MOST_ITEMS
        if not isinstance(items, list):
            raise Refused("wrong_type", expected=_("a list"))
        if len(items) > most:
            raise Refused("too_many", maximum=most)
        for position, item in enumerate(items):
            try:
                if IRow.providedBy(field.value_type):
                    yield self._row(name, field.value_type.schema, item, position)
                else:
                    yield self._single(field.value_type, item)
            except Refused as refused:
                self.problems.append(problem(refused.code, name, position, **refused.params))

    def _row(self, name: str, schema: Any, raw: Any, position: int) -> dict[str, Any]:
        if not isinstance(raw, Mapping):
            raise Refused("not_a_row")
        columns = columns_of(schema)
        for column in raw:
            if column not in columns:
                self.problems.append(problem("unknown_column", name, position, column))
        row = {}
        for column, field in columns.items():
            try:
                row[column] = self._single(field, raw[column]) if column in raw else absent(field)
            except Refused as refused:
                found = problem(refused.code, name, position, column, **refused.params)
                self.problems.append(found)
        return row

    def _single(self, field: Any, raw: Any) -> Any:
        """One value that is no list, proved by its field."""
        if raw is None or raw == "":
            return empty(field)
        try:
            if IChoice.providedBy(field):
                return self._choice(field, raw)
            value = read(field, raw)
            return empty(field) if value is None else _validated(field, value)
        except ValidationError as error:
            raise refusal_of(error, field)

    def _choice(self, field: Any, raw: Any) -> Any:
        """What a token stands for, or a value itself; each is looked up once in a write."""
        token = plain_text(raw.get("token") if isinstance(raw, Mapping) else raw)
        source = field.vocabulary or field.vocabularyName
        if (source, token) not in self._terms:
            self._terms[source, token] = self._term(field.bind(self.content).vocabulary, token)
        return self._terms[source, token]

    def _term(self, vocabulary: Any, token: str) -> Any:
        for find in (vocabulary.getTermByToken, vocabulary.getTerm):
            # A vocabulary of users takes its tokens apart, and trips over what is none.
            try:
                return find(token).value
            except (LookupError, ValueError, AttributeError, TypeError):
                continue
        raise Refused("unknown_choice", value=token[:100])


def empty(field: Any) -> Any:
    """The value of a field that a client sets to nothing; an empty flag is not set."""
    if field.required:
        raise Refused("required")
    return False if IBool.providedBy(field) else field.missing_value


def absent(field: Any) -> Any:
    """The value of a field or column that a client left out."""
    return empty(field) if field.default is None else field.default


def _validated(field: Any, value: Any) -> Any:
    field.validate(value)
    return value
