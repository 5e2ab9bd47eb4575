"""A text in lines, in which a line that is an address can be followed."""

from collective.conventions.deadlines.reminders.address import is_of_the_web
from collective.conventions.terms.identifiers import InvalidIdentifier
from collective.conventions.terms.identifiers import normalise_email
from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    """A line; ``url`` is empty where it is no address."""

    text: str
    url: str = ""


def linked(text: str) -> list[Line]:
    """The lines of a text that hold something."""
    return [_line(line.strip()) for line in text.splitlines() if line.strip()]


def _line(text: str) -> Line:
    if "://" in text:
        return Line(text, text if _is_web(text) else "")
    try:
        return Line(text, f"mailto:{normalise_email(text)}")
    except InvalidIdentifier:
        return Line(text)


def _is_web(text: str) -> bool:
    address = text.partition("#")[0].partition("?")[0]
    return is_of_the_web(address) and not set(text) & set(" <>\"'")
