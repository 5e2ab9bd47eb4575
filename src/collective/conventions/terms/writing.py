"""How numbers, amounts and dates are written in the languages of the country.

Belgium writes 12.345,67 in all of its languages; English readers get 12,345.67.
"""

from datetime import date
from datetime import datetime
from decimal import Decimal


_SPACE = "\u00a0"
_MONTHS = {
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "en": "January February March April May June July August September October November December",
}
_UNITS = {"fr": ("o", "ko", "Mo", "Go")}


def number(value: Decimal | int, language: str, decimals: int | None = None) -> str:
    """Return ``value`` with grouped digits; without ``decimals`` as many as it needs."""
    exact = f"{Decimal(value):,.{decimals}f}" if decimals is not None else f"{Decimal(value):,f}"
    if decimals is None and "." in exact:
        exact = exact.rstrip("0").rstrip(".")
    return exact if language == "en" else exact.translate(str.maketrans(",.", ".,"))


def money(amount: Decimal | int, language: str) -> str:
    """Return an amount in euro: "12.345,67 €"."""
    return f"{number(amount, language, 2)}{_SPACE}€"


def price(amount: Decimal | int, language: str) -> str:
    """Return an amount in euro that was agreed on: with cents, and what is finer than a cent."""
    places = max(2, len(f"{Decimal(amount).normalize():f}".partition(".")[2]))
    return f"{number(amount, language, places)}{_SPACE}€"


def day(value: date, language: str) -> str:
    """Return a date in words: "1er avril 2026", "1. April 2026"."""
    mark = "er" if language == "fr" and value.day == 1 else "." if language == "de" else ""
    return f"{value.day}{mark}{_SPACE}{month(value, language)}"


def month(value: date, language: str) -> str:
    """Return the month of a date in words: "april 2026"."""
    name = _MONTHS.get(language, _MONTHS["en"]).split()[value.month - 1]
    return f"{name}{_SPACE}{value.year}"


def moment(value: datetime, language: str) -> str:
    """Return an instant to the minute, in the zone it carries."""
    return f"{day(value, language)}, {value:%H:%M}"


def size(octets: int, language: str) -> str:
    """Return the size of a file: "1,2 MB"."""
    amount, step = Decimal(octets), 0
    while amount >= 1000 and step < 3:
        amount, step = amount / 1000, step + 1
    unit = _UNITS.get(language, ("B", "KB", "MB", "GB"))[step]
    return f"{number(round(amount, 1), language)}{_SPACE}{unit}"
