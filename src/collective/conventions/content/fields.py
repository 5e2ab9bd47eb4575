"""Fields of our own: a text that has one canonical form, and dates within reason."""

from collections.abc import Callable
from collections.abc import Mapping
from collective.conventions.markup.clean import clean
from collective.conventions.messages import sentence
from collective.conventions.terms.findings import Finding
from collective.conventions.terms.identifiers import InvalidIdentifier
from collective.z3cform.datagridfield.row import DictRow
from datetime import date
from typing import Any
from zope.interface import implementer
from zope.interface import Interface
from zope.schema import Date
from zope.schema import List
from zope.schema import Text
from zope.schema import TextLine
from zope.schema.interfaces import IFromUnicode
from zope.schema.interfaces import ValidationError


FIRST_DATE = date(1900, 1, 1)
LAST_DATE = date(2200, 12, 31)


class InvalidText(ValidationError):
    """A text that is not what its field asks for; ``doc()`` is the sentence to show."""

    def __init__(self, code: str, field: str) -> None:
        super().__init__(code)
        self._sentence = sentence(Finding(code=code, field=field))

    def doc(self) -> Any:
        return self._sentence


@implementer(IFromUnicode)
class Identifier(TextLine):
    """A text line that ``normalise`` brings into its canonical form, or refuses.

    Forms and REST both read a text through ``fromUnicode``, so what is stored is canonical
    whatever was typed (``BE 0403.019.261`` and ``403019261`` are one enterprise number).
    """

    def __init__(self, normalise: Callable[[str], str], **options: Any) -> None:
        self.normalise = normalise
        super().__init__(**options)

    def fromUnicode(self, value: str) -> str | None:
        if not value.strip():
            self.validate(self.missing_value)
            return None
        canonical = self._canonical(value)
        self.validate(canonical)
        return canonical

    def _canonical(self, value: str) -> str:
        try:
            return self.normalise(value)
        except InvalidIdentifier as error:
            raise InvalidText(error.code, self.__name__).with_field_and_value(self, value)

    def _validate(self, value: str) -> None:
        super()._validate(value)
        self._canonical(value)


@implementer(IFromUnicode)
class Markup(Text):
    """The words of an article: HTML of the agreed elements only, whatever was sent."""

    normalise = staticmethod(clean)

    def fromUnicode(self, value: str) -> str | None:
        cleaned = clean(value) or None
        self.validate(cleaned)
        return cleaned


class CleanTable:
    """A table of a content class whose column of markup is cleaned whenever it is set.

    Forms, services, imports and commands all set the attribute in the end, so no road leads past.
    """

    def __init__(self, *columns: str) -> None:
        self.columns = columns

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    def __get__(self, content: Any, owner: type | None = None) -> Any:
        if content is None:
            return self
        content._p_activate()
        try:
            return content.__dict__[self.name]
        except KeyError:
            # The schema answers with its default.
            raise AttributeError(self.name)

    def __set__(self, content: Any, rows: Any) -> None:
        # The state of an object whose data are not loaded yet would be lost.
        content._p_activate()
        content.__dict__[self.name] = [self._cleaned(row) for row in rows or ()]
        content._p_changed = True

    def _cleaned(self, row: Any) -> Any:
        if not isinstance(row, Mapping):
            return row
        told = {name: clean(row[name]) for name in self.columns if isinstance(row.get(name), str)}
        return {**row, **told}


def civil_date(**options: Any) -> Date:
    """A date between 1900 and 2200: outside of them it is a slip of the keyboard."""
    return Date(min=FIRST_DATE, max=LAST_DATE, **options)


def table(row: type[Interface], title: str, description: str = "") -> List:
    """A table of ``row`` dictionaries; an empty list where nothing was entered."""
    return List(
        title=title,
        description=description,
        value_type=DictRow(title=title, schema=row),
        required=False,
        defaultFactory=list,
        max_length=500,
    )
