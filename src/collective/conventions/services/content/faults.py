"""The errors of schema fields as codes with parameters."""

from collective.conventions.content.fields import InvalidText
from collective.conventions.services.content.cells import Refused
from typing import Any
from zope.schema.interfaces import IDate
from zope.schema.interfaces import InvalidURI
from zope.schema.interfaces import IText
from zope.schema.interfaces import RequiredMissing
from zope.schema.interfaces import TooBig
from zope.schema.interfaces import TooLong
from zope.schema.interfaces import TooSmall
from zope.schema.interfaces import ValidationError


def refusal_of(error: ValidationError, field: Any) -> Refused:
    """What a field has against a value, in the terms of the answer."""
    if isinstance(error, RequiredMissing):
        return Refused("required")
    if isinstance(error, InvalidText):
        return Refused(error.args[0])
    if isinstance(error, InvalidURI):
        return Refused("not_a_url")
    if isinstance(error, TooLong):
        return Refused("too_long", maximum=field.max_length)
    if isinstance(error, TooBig | TooSmall):
        return _out_of_bounds(error, field)
    return Refused("several_lines" if IText.providedBy(field) else "invalid")


def _out_of_bounds(error: TooBig | TooSmall, field: Any) -> Refused:
    if IDate.providedBy(field):
        return Refused("date_out_of_range", first=str(field.min), last=str(field.max))
    if isinstance(error, TooBig):
        return Refused("too_large", maximum=str(field.max))
    if field.min == 0:
        return Refused("negative")
    return Refused("too_small", minimum=str(field.min))
