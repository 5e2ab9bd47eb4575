"""The fields a client may name, and what it may send back without effect."""

from collections.abc import Iterator
from plone.dexterity.utils import iterSchemataForType
from typing import Any
from zope.schema import getFieldsInOrder


#: What a reading answers and a writing ignores: facts that only the system sets.
_OF_ANY_ITEM = ("@id", "@type", "@components", "UID", "id", "type_title", "parent", "lock")
_OF_ITS_LIFE = ("created", "modified", "review_state", "version", "working_copy", "working_copy_of")
_OF_ITS_PLACE = ("is_folderish", "previous_item", "next_item", "items", "items_total", "batching")
_OF_ITS_STEPS = ("approved_text", "amendment_number")
_OF_ITS_DISPLAY = ("layout", "allow_discussion", "targetUrl", "computed")
READ_ONLY = frozenset(
    (*_OF_ANY_ITEM, *_OF_ITS_LIFE, *_OF_ITS_PLACE, *_OF_ITS_STEPS, *_OF_ITS_DISPLAY)
)


def fields_of(portal_type: str) -> Iterator[tuple[Any, str, Any]]:
    """(schema, name, field) of each field that can be written; of two alike the first counts."""
    seen: set[str] = set()
    for schema in iterSchemataForType(portal_type):
        for name, field in getFieldsInOrder(schema):
            if name not in seen and not field.readonly:
                seen.add(name)
                yield schema, name, field
