"""Fields of our own: a text that has one canonical form, and dates within reason."""

from collections.abc import Callable
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
