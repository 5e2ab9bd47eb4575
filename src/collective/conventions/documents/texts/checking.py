"""Checking the text of a convention, and what a person has accepted of what is found (W10, W11)."""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from collective.conventions import _
from collective.conventions.access import aspects
from collective.conventions.content.amended import values_at
from collective.conventions.content.values import text_of
from collective.conventions.documents.texts.articles import write
from collective.conventions.documents.texts.context import context_of
from collective.conventions.documents.texts.stages import stages
from collective.conventions.interfaces import Conflict
from collective.conventions.interfaces import Forbidden
from collective.conventions.interfaces import IStepGuard
from collective.conventions.interfaces import NotFound
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.journal.actor import actor
from collective.conventions.terms.findings import Finding
from collective.conventions.terms.texts.check.checking import check
from collective.conventions.terms.texts.check.flaw import Flaw
from collective.conventions.terms.texts.text import Text
from dataclasses import dataclass
from dataclasses import replace
from datetime import date
from typing import Any
from zope.interface import implementer


FIELD = "text_exceptions"
#: How long a reason may be.
MOST = 2000
Row = Mapping[str, Any]


@dataclass(frozen=True)
class Found:
    """A finding about a text; ``accepted`` is the exception that was made for it."""

    flaw: Flaw
    accepted: Row | None = None

    @property
    def blocks(self) -> bool:
        """Whether it keeps the convention from being signed."""
        return self.flaw.severity == "severe" and self.accepted is None


@dataclass(frozen=True)
class Checked:
    """A text with what is found in it, and the exceptions whose passage is no longer there."""

    text: Text
    found: tuple[Found, ...]
    stale: tuple[Row, ...]

    @property
    def blocking(self) -> tuple[Found, ...]:
        """What keeps the convention from being signed."""
        return tuple(one for one in self.found if one.blocks)

    @property
    def open(self) -> tuple[Found, ...]:
        """What nobody has accepted."""
        return tuple(one for one in self.found if one.accepted is None)


def checked(convention: Any, at: date | None = None) -> Checked:
    """Check the text as it holds on the day ``at``, or after all that is agreed on.

    An exception counts for the finding of its code and its passage. Each row counts once: of two
    equal passages with one exception, one is still open.
    """
    return check_values(convention, values_at(convention, at))


def checked_as(convention: Any, key: str, today: date) -> Checked:
    """Check the text of a stage (``stages``); an exception that counts in another is not stale.

    :raises NotFound: there is no such stage, or the user may not see that there is.
    """
    found = {one.key: one.values for one in stages(convention, today)}
    if key not in found:
        raise NotFound(_("The convention has no such text."))
    asked = check_values(convention, found.pop(key))
    for values in found.values():
        if asked.stale:
            stale = _check(convention, values, asked.stale).stale
            asked = replace(asked, stale=stale)
    return asked


def check_values(convention: Any, values: Mapping[str, Any]) -> Checked:
    """Check the text that a convention has with these values of it."""
    return _check(convention, values, convention.text_exceptions or ())


@implementer(IStepGuard)
class TextGuard:
    """Keeps a convention from being signed while its text has a severe fault."""

    def __init__(self, convention: Any) -> None:
        self.convention = convention

    def lacks(self, step: str, today: date) -> Sequence[Finding]:
        if step != "sign" or not self.convention.text:
            return ()
        return tuple(one.flaw.finding for one in checked(self.convention).blocking)


def accept(convention: Any, code: str, place: str, reason: str, today: date) -> Row:
    """Make an exception for a finding, in the name of the current user; return its row.

    :param place: the finding's ``key``.
    :raises Forbidden: the current user may not follow up this convention.
    :raises Conflict: its state has closed the exceptions, or somebody is editing it.
    :raises NotFound: there is no such finding that is still open.
    :raises UnprocessableEntity: the reason is missing, or too long.
    """
    row = {
        "code": code,
        "place": place,
        "reason": reason.strip(),
        "author": actor(),
        "day": today,
    }
    rows = [*(dict(old) for old in convention.text_exceptions or ()), row]
    _refuse_unless_open(convention, rows)
    texts = (check_values(convention, one.values) for one in stages(convention, today))
    if not any(_same(one.flaw, row) for found in texts for one in found.open):
        raise NotFound(_("The text has no such finding, or an exception was made for it."))
    if wrong := tuple(_wrong(reason.strip())):
        raise UnprocessableEntity(_("Some values are not valid. Nothing was changed."), wrong)
    write(convention, {FIELD: rows})
    return row


def take_back(convention: Any, code: str, place: str) -> None:
    """Take an exception back: what it was made for is open again, if it is still there.

    :raises Forbidden: the current user may not follow up this convention.
    :raises Conflict: its state has closed the exceptions, or somebody is editing it.
    :raises NotFound: there is no such exception.
    """
    rows = [dict(row) for row in convention.text_exceptions or ()]
    found = [at for at, row in enumerate(rows) if (row["code"], row["place"]) == (code, place)]
    if not found:
        raise NotFound(_("There is no such exception."))
    del rows[found[0]]
    _refuse_unless_open(convention, rows)
    write(convention, {FIELD: rows})


def _check(convention: Any, values: Mapping[str, Any], exceptions: Iterable[Row]) -> Checked:
    text, rows = text_of(values), [dict(row) for row in exceptions]
    found = tuple(_matched(check(text, context_of(convention, values)), rows))
    return Checked(text, found, tuple(rows))


def _matched(flaws: Sequence[Flaw], rows: list[dict[str, Any]]) -> Iterator[Found]:
    """Each finding with its exception, which is taken out of ``rows``."""
    for flaw in flaws:
        accepted = next((row for row in rows if _same(flaw, row)), None)
        if accepted is not None:
            rows.remove(accepted)
        yield Found(flaw, accepted)


def _same(flaw: Flaw, row: Row) -> bool:
    return flaw.code == row.get("code") and flaw.key == row.get("place")


def _wrong(reason: str) -> Iterator[Finding]:
    if not reason:
        yield Finding("required", "reason")
    if len(reason) > MOST:
        yield Finding("text_too_long", "reason", {"maximum": MOST})


def _refuse_unless_open(convention: Any, rows: list[dict[str, Any]]) -> None:
    """Refuse to write the exceptions where the state or the permissions forbid it."""
    after = {FIELD: rows}
    if locked := aspects.locked(convention, after):
        raise Conflict(_("The state of the convention does not allow this change."), locked)
    if "follow_up" not in aspects.permitted(convention) or aspects.forbidden(convention, after):
        raise Forbidden(_("You may not change this now."))
