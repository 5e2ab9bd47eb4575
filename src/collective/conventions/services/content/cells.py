"""JSON values as the values of fields: by the kind of the field, without guessing."""

from base64 import b64decode
from collections.abc import Callable
from collective.conventions import _
from collective.conventions.terms.amounts import MAXIMUM
from collective.conventions.terms.amounts import MOST_DECIMALS
from collective.conventions.terms.amounts import number_fault
from datetime import date
from decimal import Decimal
from plone.namedfile.interfaces import INamedField
from plone.restapi.services.content.tus import TUSUpload
from typing import Any
from zope.schema.interfaces import IBool
from zope.schema.interfaces import IDate
from zope.schema.interfaces import IDecimal
from zope.schema.interfaces import IFromUnicode
from zope.schema.interfaces import IInt
from zope.schema.interfaces import IText
from zope.schema.interfaces import ITextLine
import re


DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
NUMBER = re.compile(r"[+-]?[0-9]{1,40}(\.[0-9]{1,40})?")
MEDIA_TYPE = re.compile(r"[A-Za-z0-9][\w.+-]{0,126}/[A-Za-z0-9][\w.+-]{0,126}", re.ASCII)
#: Controls, halves of surrogate pairs and non-characters: neither UTF-8 nor XML can carry them.
UNSTORABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


class Refused(ValueError):
    """A value that is refused: the code of its problem, and the parameters of its sentence."""

    def __init__(self, code: str, **params: Any) -> None:
        super().__init__(code)
        self.code = code
        self.params = params


def read(field: Any, raw: Any) -> Any:
    """The value of ``field`` that ``raw`` stands for; ``raw`` is not None.

    :raises Refused: when it stands for none.
    :raises ValidationError: when the field's own reading refuses it.
    """
    for kind, reader in READERS:
        if kind.providedBy(field):
            return reader(field, raw)
    raise Refused("invalid")


def plain_text(raw: Any) -> str:
    """A text that every part of the system can carry."""
    if not isinstance(raw, str):
        raise Refused("wrong_type", expected=_("a text"))
    if UNSTORABLE.search(raw):
        raise Refused("not_storable")
    return raw


def _text(field: Any, raw: Any) -> str | None:
    text = plain_text(raw)
    if text.strip() and hasattr(field, "normalise"):
        text = field.normalise(text)
    return text if text.strip() else None


def _line(field: Any, raw: Any) -> str | None:
    line = plain_text(raw).strip()
    if line and hasattr(field, "normalise"):
        canonical: str | None = IFromUnicode(field).fromUnicode(line)
        return canonical
    return line or None


def _flag(field: Any, raw: Any) -> bool:
    if not isinstance(raw, bool):
        raise Refused("wrong_type", expected=_("true or false"))
    return raw


def _whole(field: Any, raw: Any) -> int:
    if not isinstance(raw, int) or isinstance(raw, bool):
        raise Refused("wrong_type", expected=_("a whole number"))
    return raw


def _number(field: Any, raw: Any) -> Decimal:
    if isinstance(raw, bool) or not isinstance(raw, int | float | Decimal | str):
        raise Refused("wrong_type", expected=_("a number"))
    if isinstance(raw, str) and not NUMBER.fullmatch(raw):
        raise Refused("not_a_number")
    number = Decimal(str(raw))
    code = "too_large" if number.adjusted() > 30 else number_fault(number)
    if code:
        limits = {"too_large": int(MAXIMUM), "too_many_decimals": MOST_DECIMALS}
        raise Refused(code, **({"maximum": limits[code]} if code in limits else {}))
    # Neither "1E+2" nor "-0" is how people write an amount.
    return Decimal(format(number, "f")) + 0


def _day(field: Any, raw: Any) -> date:
    if not isinstance(raw, str) or not DATE.fullmatch(raw):
        raise Refused("not_a_date")
    try:
        return date.fromisoformat(raw)
    except ValueError:
        raise Refused("not_a_date")


def _file(field: Any, raw: Any) -> Any:
    if isinstance(raw, TUSUpload):
        about = raw.metadata()
        return _named(field, raw.open(), about.get("filename"), about.get("content-type"))
    if not isinstance(raw, dict) or not isinstance(raw.get("data"), str):
        raise Refused("wrong_type", expected=_("an object with the data of the file in base64"))
    if raw.get("encoding", "base64") != "base64":
        raise Refused("not_base64")
    try:
        data = b64decode("".join(raw["data"].split()), validate=True)
    except ValueError:
        raise Refused("not_base64")
    if not data:
        return None
    return _named(field, data, raw.get("filename"), raw.get("content-type"))


def _named(field: Any, data: Any, name: Any, media_type: Any) -> Any:
    filename = None if name is None else plain_text(name)
    kind = "application/octet-stream" if media_type is None else plain_text(media_type)
    if not MEDIA_TYPE.fullmatch(kind):
        raise Refused("wrong_type", expected=_("a media type, as in application/pdf"))
    if filename is not None and ("\n" in filename or "\r" in filename):
        raise Refused("several_lines")
    return field._type(data=data, contentType=kind, filename=filename)


READERS: tuple[tuple[Any, Callable[[Any, Any], Any]], ...] = (
    (IBool, _flag),
    (IInt, _whole),
    (IDecimal, _number),
    (IDate, _day),
    (INamedField, _file),
    (ITextLine, _line),
    (IText, _text),
)
