"""What fields, columns and choices are called, wherever a page speaks of them by name."""

from collections.abc import Mapping
from functools import cache
from plone.dexterity.utils import iterSchemataForType
from zope.schema import getFieldsInOrder
from zope.schema.interfaces import IChoice
from zope.schema.interfaces import IField
from zope.schema.interfaces import IList
from zope.schema.vocabulary import SimpleVocabulary


def fields_of(*portal_types: str) -> dict[str, IField]:
    """The fields of content types by name; of two with one name the first wins."""
    fields: dict[str, IField] = {}
    for portal_type in portal_types:
        for schema in iterSchemataForType(portal_type):
            for name, field in getFieldsInOrder(schema):
                fields.setdefault(name, field)
    return fields


@cache
def columns_of(field: IField) -> Mapping[str, IField]:
    """The columns of a table of rows; none for any other field."""
    row = getattr(getattr(field, "value_type", None), "schema", None)
    return dict(getFieldsInOrder(row)) if IList.providedBy(field) and row is not None else {}


def choices_of(field: IField | None) -> SimpleVocabulary | None:
    """The closed list a field chooses from, if it has one."""
    found = field.vocabulary if IChoice.providedBy(field) else None
    return found if isinstance(found, SimpleVocabulary) else None
