"""The values of a content object as people read them: section by section, in one language."""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from collective.conventions import _
from collective.conventions.content.records import record_of
from collective.conventions.content.values import snapshot
from collective.conventions.terms import writing
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from plone import api
from plone.autoform.interfaces import READ_PERMISSIONS_KEY
from plone.dexterity.utils import iterSchemataForType
from plone.supermodel.interfaces import FIELDSETS_KEY
from plone.supermodel.utils import mergedTaggedValueDict
from plone.supermodel.utils import mergedTaggedValueList
from typing import Any
from zope.component import getUtility
from zope.i18n import translate
from zope.schema import getFieldsInOrder
from zope.schema.vocabulary import SimpleVocabulary
from zope.security.interfaces import IPermission
import re


#: What has files of its own in the archive.
APART = ("text", "decree")
_UID = re.compile(r"[0-9a-f]{32}")
_TAG = re.compile(r"<[^>]+>")


@dataclass(frozen=True)
class Fact:
    """A field with its value; a table has rows below its columns instead."""

    label: str
    lines: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True)
class Section:
    """A section of a form, with what is filled in."""

    title: str
    facts: tuple[Fact, ...]


def readable_values(content: Any) -> dict[str, Any]:
    """The values that the current user may read."""
    closed = {name for schema in _schemata(content) for name in _closed(schema, content)}
    return {name: value for name, value in snapshot(content).items() if name not in closed}


def sections(content: Any, language: str) -> tuple[Section, ...]:
    """What is filled in, as far as the current user may read it; empty sections are left out."""
    values, teller = readable_values(content), _Teller(language)
    found = []
    for schema in _schemata(content):
        fields = dict(getFieldsInOrder(schema))
        sets = mergedTaggedValueList(schema, FIELDSETS_KEY)
        placed = {name for one in sets for name in one.fields}
        first = [name for name in fields if name not in placed]
        titles = [(teller.t(_("Agreement")), first), *((teller.t(s.label), s.fields) for s in sets)]
        for title, names in titles:
            told = [name for name in names if name in fields and name not in APART]
            known = {name: fields[name] for name in told if name in values}
            if facts := tuple(teller.facts(known, values)):
                found.append(Section(title, facts))
    return tuple(_joined(found))


def _joined(found: Iterable[Section]) -> Iterator[Section]:
    """Sections of the same title as one; several schemas may fill it."""
    facts: dict[str, tuple[Fact, ...]] = {}
    for section in found:
        facts[section.title] = (*facts.get(section.title, ()), *section.facts)
    return (Section(title, given) for title, given in facts.items())


def _schemata(content: Any) -> tuple[Any, ...]:
    return tuple(iterSchemataForType(content.portal_type))


def _closed(schema: Any, content: Any) -> Iterator[str]:
    for name, permission in mergedTaggedValueDict(schema, READ_PERMISSIONS_KEY).items():
        title = getUtility(IPermission, permission).title
        if not api.user.has_permission(title, obj=content):
            yield name


class _Teller:
    """Writes values in one language."""

    def __init__(self, language: str) -> None:
        self.language = language

    def t(self, message: Any) -> str:
        return str(translate(message, target_language=self.language))

    def facts(self, fields: Mapping[str, Any], values: Mapping[str, Any]) -> Iterator[Fact]:
        for name, field in fields.items():
            value = values[name]
            columns = getattr(getattr(field, "value_type", None), "schema", None)
            if value in (None, "", [], ()):
                continue
            if columns is not None:
                yield self._table(self.t(field.title), dict(getFieldsInOrder(columns)), value)
            else:
                yield Fact(self.t(field.title), tuple(self._said(field, value).splitlines()))

    def _table(self, label: str, columns: Mapping[str, Any], rows: Any) -> Fact:
        told = [
            tuple(self._said(field, row.get(name)) for name, field in columns.items())
            for row in rows
            if isinstance(row, Mapping)
        ]
        used = [place for place in range(len(columns)) if any(row[place] for row in told)]
        titles = [self.t(field.title) for field in columns.values()]
        return Fact(
            label,
            columns=tuple(titles[place] for place in used),
            rows=tuple(tuple(row[place] for place in used) for row in told),
        )

    def _said(self, field: Any, value: Any) -> str:
        if value in (None, "", [], ()):
            return ""
        if isinstance(value, bool):
            return self.t(_("Yes")) if value else self.t(_("No"))
        if isinstance(value, date):
            return writing.day(value, self.language)
        if isinstance(value, Decimal | int):
            return writing.number(value, self.language)
        if isinstance(value, list | tuple | set | frozenset):
            return ", ".join(self._said(field.value_type, one) for one in value)
        if hasattr(value, "filename"):
            return str(value.filename)
        return self._chosen(field, str(value))

    def _chosen(self, field: Any, text: str) -> str:
        vocabulary = getattr(field, "vocabulary", None)
        if isinstance(vocabulary, SimpleVocabulary) and text in vocabulary:
            return self.t(vocabulary.getTerm(text).title)
        if _UID.fullmatch(text):
            record = record_of(text)
            return str(record.Title) if record is not None else text
        return _TAG.sub(" ", text) if field is not None and field.__name__ == "body" else text
