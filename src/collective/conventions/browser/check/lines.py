"""The findings and exceptions as the page shows them."""

from collections.abc import Mapping
from collective.conventions.documents.texts.checking import Checked
from collective.conventions.documents.texts.checking import Found
from collective.conventions.documents.texts.wording import part_title
from collective.conventions.documents.texts.wording import reason
from collective.conventions.documents.texts.wording import SEVERITIES
from collective.conventions.terms import writing
from collective.conventions.terms.texts.check.flaw import Flaw
from collective.conventions.terms.texts.check.flaw import SEVERITIES as ORDER
from dataclasses import dataclass
from datetime import date
from typing import Any
from zope.i18n import translate


@dataclass(frozen=True)
class Line:
    """A finding: in which part, what is wrong, and the passage with its ``words`` in the middle."""

    code: str
    key: str
    anchor: str
    where: str
    text: str
    before: str
    words: str
    after: str


@dataclass(frozen=True)
class Group:
    """The findings of one severity."""

    severity: str
    title: str
    lines: list[Line]


@dataclass(frozen=True)
class Accepted:
    """An exception: what it is for, why, by whom and when."""

    code: str
    key: str
    text: str
    reason: str
    author: str
    day: str

    @classmethod
    def of_row(
        cls, row: Mapping[str, Any], language: str, people: Any, text: str = ""
    ) -> "Accepted":
        """An exception by its row; without ``text`` its place says what it was for."""
        day: date | None = row.get("day")
        author = str(row.get("author") or "")
        return cls(
            str(row.get("code") or ""),
            str(row.get("place") or ""),
            text or str(row.get("place") or ""),
            str(row.get("reason") or ""),
            people[author] if author else "",
            writing.day(day, language) if day else "",
        )


def groups(checked: Checked, language: str) -> list[Group]:
    """What nobody has accepted, by severity, the gravest first."""
    found = []
    for severity in ORDER:
        flaws = [one.flaw for one in checked.open if one.flaw.severity == severity]
        lines = [_line(flaw, checked, language) for flaw in flaws]
        title = str(translate(SEVERITIES[severity], target_language=language))
        if lines:
            found.append(Group(severity, title, lines))
    return found


def accepted_line(one: Found, language: str, people: Any) -> Accepted:
    """An exception that counts, with the finding it is for."""
    return Accepted.of_row(one.accepted or {}, language, people, reason(one.flaw, language))


def _line(flaw: Flaw, checked: Checked, language: str) -> Line:
    place = flaw.place
    title = checked.text[place.index].title
    words = " ".join(place.words.split())
    before, found, after = place.line.partition(words) if words else (place.line, "", "")
    return Line(
        flaw.code,
        flaw.key,
        f"part-{place.index}",
        part_title(place.part, place.number, title, language),
        reason(flaw, language),
        before,
        found,
        after,
    )
