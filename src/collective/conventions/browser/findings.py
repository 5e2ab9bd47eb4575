"""What is wrong or missing, as a sentence that a person understands: where, and what to do."""

from collective.conventions import _
from collective.conventions.browser.names import Names
from collective.conventions.browser.page import Page
from collective.conventions.browser.titles import choices_of
from collective.conventions.browser.titles import columns_of
from collective.conventions.browser.titles import fields_of
from collective.conventions.documents.texts.wording import part_title
from collective.conventions.documents.texts.wording import readable
from collective.conventions.messages import sentence
from collective.conventions.terms.findings import Finding
from dataclasses import dataclass
from dataclasses import replace
from datetime import date
from typing import Any


@dataclass(frozen=True)
class Described:
    """A finding in words: ``place`` names the field, ``text`` says what to do."""

    field: str
    place: str
    text: str


def described(finding: Finding, page: Page, names: Names, rows: Any = ()) -> Described:
    """A finding in the reader's language.

    :param rows: the rows of the finding's field, so that a row is named by its person.
    """
    finding = readable(finding, page.language)
    params = {
        name: _readable(name, value, finding, page, names) for name, value in finding.params.items()
    }
    text = page.t(sentence(replace(finding, params=params)))
    return Described(finding.field, _place(finding, page, rows), text)


def _readable(name: str, value: Any, finding: Finding, page: Page, names: Names) -> Any:
    """A parameter as people write it: a party's name, a date in words, a choice's title."""
    if name == "party":
        return names[str(value)].title
    vocabulary = choices_of(_fields(page).get(finding.field))
    if name == "outcome" and vocabulary is not None:
        return page.choice(vocabulary, str(value))
    try:
        return page.day(date.fromisoformat(str(value)))
    except ValueError:
        return value


def _place(finding: Finding, page: Page, rows: Any) -> str:
    field = _fields(page).get(finding.field)
    place = page.t(field.title) if field is not None else finding.field
    if finding.row is None:
        return place
    row = rows[finding.row] if rows and finding.row < len(rows) else {}
    numbered = page.t(_("row ${n}", mapping={"n": finding.row + 1}))
    if finding.field == "text" and row:
        return part_title(row["part"], row["number"] or "", row["title"] or "", page.language)
    place = f"{place}, {row.get('name') or numbered}"
    column = columns_of(field).get(finding.column or "") if field is not None else None
    return page.labelled(place, page.t(column.title)) if column is not None else place


def _fields(page: Page) -> dict[str, Any]:
    """The fields that findings speak of: those of the amendment on its own pages."""
    itself = getattr(page.context, "portal_type", "") == "Amendment"
    return fields_of("Amendment" if itself else "Convention")
