"""A proposal in words: its field, its value, and the passage in its context."""

from collections.abc import Mapping
from collective.conventions.browser.journal.changes import Change
from collective.conventions.browser.journal.changes import changes
from collective.conventions.browser.names import names_of
from collective.conventions.browser.page import Page
from collective.conventions.browser.text.wording import name_of
from collective.conventions.browser.text.wording import NOTED
from collective.conventions.browser.text.wording import RULES
from collective.conventions.browser.titles import fields_of
from collective.conventions.documents.texts.offers import Offer
from collective.conventions.documents.texts.offers import Offers
from collective.conventions.documents.texts.offers import resolved
from collective.conventions.documents.texts.offers import row_of
from collective.conventions.journal.plain import plain
from collective.conventions.terms.texts.text import Part
from collective.conventions.terms.texts.text import plain as plain_words
from dataclasses import dataclass
from typing import Any


#: So much of the text around a passage is shown, in characters; of a passage itself a little more.
AROUND = 90
LONGEST = 600
LONGEST_VALUE = 240


@dataclass(frozen=True)
class Shown:
    """A proposal as the page shows it."""

    key: str
    state: str
    label: str
    value: str
    instead: str
    note: str
    place: str
    anchor: str
    before: str
    quoted: str
    after: str


class Teller:
    """Puts the proposals of one text into words."""

    def __init__(self, page: Page, offers: Offers) -> None:
        self._page = page
        self._offers = offers
        self._fields = fields_of("Convention")
        self._of_partners = fields_of("Partner")
        self._names = names_of(uid or "" for uid in offers.partners.values())

    def shown(self, offer: Offer) -> Shown:
        """One proposal."""
        passage = offer.proposal.passage
        part = self._offers.text[passage.part]
        before, quoted, after = _context(part, passage.column, passage.start, passage.end)
        change = self._change(offer)
        rule = RULES.get(offer.proposal.rule)
        return Shown(
            offer.key,
            offer.state,
            change.label,
            _shortened(change.after or self._party(offer) or "–"),
            _shortened(change.before),
            self._page.t(rule) if rule is not None else "",
            name_of(self._page, part),
            f"part-{passage.part}",
            before,
            quoted,
            after,
        )

    def _change(self, offer: Offer) -> Change:
        """The field, its value and what it holds now, as the journal tells of changes."""
        path, proposal = offer.path, offer.proposal
        current = offer.current if offer.state == "differs" else None
        if proposal.noted:
            title = NOTED.get(proposal.field)
            label = self._page.t(title) if title is not None else proposal.field
            return Change(label, "", str(plain(proposal.value)))
        if path.field == "parties" and path.column:
            told = self._told(self._of_partners, path.column, current, proposal.value)
            label = self._page.labelled(self._called(path.row), told.label)
            return Change(label, told.before, told.after)
        if path.row is None:
            value = resolved(proposal, self._offers.partners)
            return self._told(self._fields, path.field, current, value)
        if path.column:
            told = self._told(self._fields, path.field, [], [{path.column: proposal.value}])
            return Change(told.label, "", told.after)
        row = row_of(proposal, self._offers.partners)
        told = self._told(self._fields, path.field, [], [row])
        return Change(told.label, "", self._with_name(offer, told.after))

    def _told(self, fields: Mapping[str, Any], name: str, before: Any, after: Any) -> Change:
        told = changes(self._page, {name: plain(before)}, {name: plain(after)}, fields, self._names)
        label = self._page.t(fields[name].title) if name in fields else name
        return told[0] if told else Change(label, "", "")

    def _with_name(self, offer: Offer, told: str) -> str:
        """A party's row begins with the name the text gives it."""
        if offer.path.field == "parties":
            return (
                self._page.listed((self._called(offer.path.row), told))
                if told
                else self._called(offer.path.row)
            )
        party = offer.proposal.value.get("party")
        named = party is not None and not self._offers.partners.get(party)
        return self._page.listed((self._called(party), told)) if named else told

    def _party(self, offer: Offer) -> str:
        """The party a single field names, when no partner is known for it yet."""
        value = offer.proposal.value
        return self._called(value["party"]) if isinstance(value, dict) and "party" in value else ""

    def _called(self, number: int | None) -> str:
        found = self._offers.of_field(f"parties[{number}]")
        value = found.value if found is not None else {}
        name, short = value.get("name", ""), value.get("short", "")
        return f"{name} ({short})" if name and short else name or short or "?"


def _shortened(value: str) -> str:
    return value if len(value) <= LONGEST_VALUE else f"{value[:LONGEST_VALUE].rsplit(' ', 1)[0]} …"


def _context(part: Part, column: str, start: int, end: int) -> tuple[str, str, str]:
    """What stands before a passage, the passage, and what stands after it, up to whole words."""
    text = part.title if column == "title" else plain_words(part.body)
    quoted = text[start:end]
    if len(quoted) > LONGEST:
        quoted = f"{quoted[:LONGEST].rsplit(' ', 1)[0]} …"
    before, after = text[:start], text[end:]
    if len(before) > AROUND:
        before = f"… {before[-AROUND:].split(' ', 1)[-1]}"
    if len(after) > AROUND:
        after = f"{after[:AROUND].rsplit(' ', 1)[0]} …"
    return before, quoted, after
