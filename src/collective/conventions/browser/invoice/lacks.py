"""What keeps a document from being issued, in words, with links to where it is mended."""

from collections.abc import Iterable
from collections.abc import Mapping
from collective.conventions import _
from collective.conventions.billing.parties import item_of
from collective.conventions.browser.page import Page
from collective.conventions.browser.titles import columns_of
from collective.conventions.browser.titles import fields_of
from collective.conventions.messages import sentence
from collective.conventions.terms.document import Document
from collective.conventions.terms.findings import Finding
from dataclasses import dataclass
from dataclasses import replace
from datetime import date
from plone import api
from typing import Any


#: Fields of a document that have another name in the form of an invoice, or of its convention.
IN_INVOICE: Mapping[str, str] = {"due": "due_date"}
IN_CONVENTION: Mapping[str, str] = {"due": "payment_days", "lines": "prices"}
PARTIES = ("issuer", "customer")


@dataclass(frozen=True)
class Lack:
    """Something missing or wrong; ``url`` leads to where it is mended, if the reader may."""

    place: str
    text: str
    url: str


def lacks(
    page: Page, findings: Iterable[Finding], document: Document, holder: Any | None
) -> list[Lack]:
    """What is missing, all of it.

    :param holder: the draft, or the convention before there is one, whose form mends what is not
        of a party; None where the reader may not change it.
    """
    return [_lack(page, finding, document, holder) for finding in findings]


def _lack(page: Page, finding: Finding, document: Document, holder: Any | None) -> Lack:
    params = {name: _readable(page, value) for name, value in finding.params.items()}
    text = page.t(sentence(replace(finding, params=params)))
    if finding.field in PARTIES and finding.column:
        return _of_party(page, finding, getattr(document, finding.field).uid, text, holder)
    kind = "Convention" if getattr(holder, "portal_type", "") == "Convention" else "Invoice"
    name = (IN_CONVENTION if kind == "Convention" else IN_INVOICE).get(finding.field, finding.field)
    field = fields_of(kind).get(name) or fields_of("Invoice").get(finding.field)
    place = page.t(field.title) if field is not None else finding.field
    control = f"form-widgets-{name}"
    if finding.row is not None:
        row = page.t(_("row ${n}", mapping={"n": finding.row + 1}))
        place = f"{place}, {row}"
        column = columns_of(field).get(finding.column or "")
        place = page.labelled(place, page.t(column.title)) if column is not None else place
        if kind == "Invoice" and column is not None:
            control = f"{control}-{finding.row}-{finding.column}"
    return Lack(place, text, _edit(holder, control))


def _of_party(page: Page, finding: Finding, uid: str, text: str, holder: Any | None) -> Lack:
    """What a party lacks is mended in its own form; that there is none, in that of the holder."""
    party = item_of(uid)
    title = page.t(fields_of("Invoice")[finding.field].title)
    if party is None:
        return Lack(title, text, _edit(holder, f"form-widgets-{finding.field}"))
    field = fields_of("Partner").get(finding.column or "")
    place = page.labelled(title, page.t(field.title)) if field is not None else title
    may = api.user.has_permission("Modify portal content", obj=party)
    return Lack(place, text, _edit(party if may else None, f"form-widgets-{finding.column}"))


def _edit(item: Any | None, control: str) -> str:
    return f"{item.absolute_url()}/edit#{control}" if item is not None else ""


def _readable(page: Page, value: Any) -> Any:
    """A parameter as people write it: a date in words."""
    try:
        return page.day(date.fromisoformat(str(value)))
    except ValueError:
        return value
