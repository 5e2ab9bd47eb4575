"""The communication of a payment: the invoice's number, or a structured one of twelve digits.

The structured one is the Belgian +++123/4567/89012+++ whose last two digits check the others.
"""

from collections.abc import Iterator
from collective.conventions.terms.findings import known
from collective.conventions.terms.plain_text import InvalidIdentifier
from functools import lru_cache
from stdnum import iso11649
from stdnum.be import ogm_vcs
import re


_STRUCTURED = re.compile(r"(?<!\d)(\d{3})[\s/.-]*(\d{4})[\s/.-]*(\d{5})(?!\d)")
_RUNS = re.compile(r"[0-9]+|[A-Za-z]+")


def structured(number: str) -> str:
    """Return the twelve digits of the structured communication for a document's ``number``.

    Only its digits count: "2026-0001" → "002026000132".

    :raises InvalidIdentifier: for a number without a digit, or with more than ten.
    """
    digits = "".join(character for character in number if character in "0123456789")
    if not 1 <= len(digits) <= 10:
        raise InvalidIdentifier(known("identifier_length"))
    base = digits.rjust(10, "0")
    return base + ogm_vcs.calc_check_digits(base)


def written(communication: str) -> str:
    """Return a communication as people write it: a structured one as "+++002/0260/00132+++"."""
    if len(communication) == 12 and ogm_vcs.is_valid(communication):
        return f"+++{ogm_vcs.format(communication)}+++"
    return communication


def bare(text: str) -> str:
    """Return a text that is a structured communication and nothing else without its signs.

    The Belgian one ("010806817183"), or a creditor reference of ISO 11649 ("RF18539007547034");
    "" for free text.
    """
    if ogm_vcs.is_valid(text):
        return ogm_vcs.compact(text)
    return iso11649.compact(text).upper() if iso11649.is_valid(text) else ""


def structured_in(text: str) -> tuple[str, ...]:
    """Return every structured communication that ``text`` holds, as twelve digits."""
    found = ("".join(match.groups()) for match in _STRUCTURED.finditer(text))
    return tuple(dict.fromkeys(digits for digits in found if ogm_vcs.is_valid(digits)))


def names(text: str, number: str) -> bool:
    """Tell whether ``text`` names a document: whatever its case, its separators, its zeros.

    "facture 2026 12" names "2026-0012"; "2026-00123" does not.
    """
    # Of thousands of numbers nearly all are told apart by this, at a fraction of the cost.
    if _figures(number) not in _figures(text):
        return False
    pattern = r"[\W_]*".join(_run_patterns(number))
    return bool(pattern) and re.search(_alone(pattern), text, re.IGNORECASE) is not None


@lru_cache(maxsize=20_000)
def _figures(text: str) -> str:
    """The digits of a text from 1 to 9, one after the other."""
    return "".join(character for character in text if character in "123456789")


def _run_patterns(number: str) -> Iterator[str]:
    for run in _RUNS.findall(number):
        yield f"0*{run.lstrip('0') or '0'}" if run.isdecimal() else run


def _alone(pattern: str) -> str:
    return f"(?<![A-Za-z0-9]){pattern}(?![A-Za-z0-9])"
