"""How a number that a person typed is read, in the languages of the country.

The counterpart of ``writing``. Belgium types 1.234,56 or 1 234,56; English readers 1,234.56. The
other sign is taken for the decimal one where it cannot group digits: 12.5 is twelve and a half
everywhere.
"""

from collective.conventions.terms.amounts import InvalidAmount
from decimal import Decimal
import re


#: What may stand between digits and says nothing: spaces of every width and the Swiss apostrophe.
_SILENT = re.compile("[\\s\u00a0\u2009\u202f'’]")
#: What people write around an amount.
_EURO = re.compile(r"^(?:€|EUR)|(?:€|EUR)$", re.IGNORECASE)


def number(text: str, language: str) -> Decimal:
    """Return the number that ``text`` says to a reader of ``language``.

    :raises InvalidAmount: when it says none.
    """
    point, group = (".", ",") if language == "en" else (",", ".")
    bare = _EURO.sub("", _SILENT.sub("", text)).replace("−", "-")
    grouped = rf"[+-]?\d{{1,3}}(?:{re.escape(group)}\d{{3}})+(?:{re.escape(point)}\d+)?"
    if re.fullmatch(grouped, bare, re.ASCII):
        return Decimal(bare.replace(group, "").replace(point, "."))
    if re.fullmatch(r"[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)", bare, re.ASCII):
        return Decimal(bare.replace(",", "."))
    raise InvalidAmount("not_a_number")
