"""Faults that scans make again and again, mended in what is proposed, never in the text."""

import re


_CAPITAL_I = re.compile(r"(?<![\wÀ-ÿ])I(?='[a-zà-ÿ])")


def mended(value: str) -> str:
    """Return a value with the small L that a scan read as a capital I: "I'association"."""
    return _CAPITAL_I.sub("l", value)
