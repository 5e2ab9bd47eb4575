"""Identifiers of Belgian legal persons: read leniently, kept in one canonical form.

Every ``normalise_*`` takes text and returns the canonical form. Separators people type (spaces,
dots, dashes, slashes), invisible characters and full-width forms are understood; letters and
digits of other scripts are not. Each raises ``InvalidIdentifier`` with the code of the first thing
that is wrong.
"""

from collective.conventions.terms.plain_text import InvalidIdentifier
from collective.conventions.terms.plain_text import plain
from stdnum import exceptions
from stdnum import iban
from stdnum.be import iban as be_iban
from stdnum.be import vat as be_vat
from stdnum.eu import vat as eu_vat
from typing import Protocol
import re


__all__ = [
    "InvalidIdentifier",
    "format_enterprise_number",
    "format_iban",
    "normalise_email",
    "normalise_enterprise_number",
    "normalise_iban",
    "normalise_nis_code",
    "normalise_postal_code",
    "normalise_vat_number",
]

_CODES: tuple[tuple[type[exceptions.ValidationError], str], ...] = (
    (exceptions.InvalidChecksum, "identifier_checksum"),
    (exceptions.InvalidLength, "identifier_length"),
    (exceptions.InvalidComponent, "identifier_country"),
    (exceptions.InvalidFormat, "identifier_format"),
)
_EMAIL = re.compile(
    r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
    r"@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z][A-Za-z0-9-]{0,61}[A-Za-z0-9]"
)


class _Standard(Protocol):
    def validate(self, number: str) -> str: ...


def normalise_enterprise_number(text: str) -> str:
    """Return the ten digits of an enterprise number: "BE 0403.019.261" → "0403019261"."""
    return _checked(be_vat, plain(text))


def format_enterprise_number(number: str) -> str:
    """Return an enterprise number as people write it: "0403019261" → "0403.019.261"."""
    digits = normalise_enterprise_number(number)
    return f"{digits[:4]}.{digits[4:7]}.{digits[7:]}"


def normalise_vat_number(text: str) -> str:
    """Return a VAT number with its country: "be 0403.019.261" → "BE0403019261".

    A number without a country is taken as Belgian; other member states follow their own rules.
    """
    number = plain(text).upper()
    if number[:2].isalpha() and number[:2] != "BE":
        return _checked(eu_vat, number)
    return "BE" + _checked(be_vat, number)


def normalise_iban(text: str) -> str:
    """Return an account number without spaces; a Belgian one is checked by its national digits.

    A bank code that the library's list of banks lacks is no fault: the list ages, accounts do not.
    """
    number = iban.compact(plain(text))
    if not number.startswith("BE"):
        return _checked(iban, number)
    try:
        return _checked(be_iban, number)
    except InvalidIdentifier as refusal:
        if refusal.code == "identifier_country":
            return number
        raise


def format_iban(number: str) -> str:
    """Return an account number in groups of four."""
    return iban.format(normalise_iban(number))


def normalise_nis_code(text: str) -> str:
    """Return the five digits of a municipality in the statistical register (NIS, INS)."""
    return _matching(r"[1-9][0-9]{4}", text)


def normalise_postal_code(text: str) -> str:
    """Return the four digits of a Belgian postal code."""
    return _matching(r"[1-9][0-9]{3}", text)


def normalise_email(text: str) -> str:
    """Return an e-mail address, its domain in lower case; no quoted or foreign-script forms."""
    try:
        address = plain(text)
    except InvalidIdentifier as error:
        empty = error.code == "identifier_empty"
        raise InvalidIdentifier("identifier_empty" if empty else "email_malformed")
    local, _, domain = address.rpartition("@")
    if len(local) > 64 or len(address) > 254 or not _EMAIL.fullmatch(address):
        raise InvalidIdentifier("email_malformed")
    return f"{local}@{domain.lower()}"


def _matching(pattern: str, text: str) -> str:
    digits = plain(text).replace(" ", "")
    if not re.fullmatch(pattern, digits):
        raise InvalidIdentifier("identifier_format")
    return digits


def _checked(standard: _Standard, number: str) -> str:
    try:
        return standard.validate(number)
    except ValueError as error:
        codes = (code for kind, code in _CODES if isinstance(error, kind))
        raise InvalidIdentifier(next(codes, "identifier_format"))
