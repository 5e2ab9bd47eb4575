"""The words of a mail: what is due, why, and where to look it up."""

from collections.abc import Iterator
from collections.abc import Sequence
from collective.conventions import _
from collective.conventions.deadlines.reminders.recipients import Recipient
from collective.conventions.deadlines.reminders.settings import space_address
from collective.conventions.deadlines.wording.teller import Teller
from collective.conventions.terms.dated import DatedFact
from dataclasses import dataclass
from html import escape
from plone import api
from zope.i18nmessageid import Message


@dataclass(frozen=True)
class Item:
    """One date of which a mail reminds."""

    uid: str
    title: str
    url: str
    fact: DatedFact
    occurrence: str


class Text:
    """A mail to one person, in his language."""

    def __init__(self, recipient: Recipient, items: Sequence[Item]) -> None:
        self.recipient = recipient
        self.items = items
        self.teller = Teller(recipient.language)

    def subject(self) -> str:
        """What a list of mails shows."""
        first = self.items[0]
        if len(self.items) == 1:
            said = f"{self.teller.day(first.fact.day)}: {self.teller.what(first.fact)}"
            return " ".join(f"{said} – {first.title}".split())
        return self._t(_("Reminder: ${n} dates of conventions"), n=len(self.items))

    def plain(self) -> str:
        """The mail for a reader without HTML."""
        lines = [self._greeting(), "", self._introduction(), ""]
        for heading, items in self._parts():
            lines += [heading.upper(), ""] if heading else []
            for item in items:
                lines += [self.teller.in_short(item.fact), item.title]
                lines += [self.teller.reason(item.fact), item.url, ""]
        return "\n".join([*lines, "-- ", self._why(), ""])

    def html(self) -> str:
        """The same mail with headings and links; no pictures, nothing to load."""
        parts = [f"<p>{escape(self._greeting())}</p>", f"<p>{escape(self._introduction())}</p>"]
        for heading, items in self._parts():
            parts += [f"<h2>{escape(heading)}</h2>"] if heading else []
            parts += ["<ul>", *map(self._line, items), "</ul>"]
        parts.append(f"<p><small>{escape(self._why())}</small></p>")
        head = '<head><meta charset="utf-8"></head>'
        body = "\n".join(parts)
        language = escape(self.recipient.language)
        return f'<!doctype html>\n<html lang="{language}">{head}<body>\n{body}\n</body></html>\n'

    def _line(self, item: Item) -> str:
        said, why = self.teller.in_short(item.fact), self.teller.reason(item.fact)
        link = f'<a href="{escape(item.url)}">{escape(item.title)}</a>'
        return f"<li><strong>{escape(said)}</strong><br>{link}<br>{escape(why)}</li>"

    def _parts(self) -> Iterator[tuple[str, list[Item]]]:
        """What is past first, under a heading of its own."""
        past = [item for item in self.items if item.fact.past]
        coming = [item for item in self.items if not item.fact.past]
        if past:
            yield self._t(_("Already past")), past
        if coming:
            yield self._t(_("To come")) if past else "", coming

    def _greeting(self) -> str:
        return self._t(_("Good day ${name},"), name=self.recipient.name)

    def _introduction(self) -> str:
        space = api.portal.get().title
        return self._t(
            _("Please think of these dates in the conventions of ${space}."), space=space
        )

    def _why(self) -> str:
        if self.recipient.is_member:
            choice = f"{space_address()}/@@my-deadlines"
            return self._t(
                _("You get this mail because of the reminders of the space. Choose how at ${url}"),
                url=choice,
            )
        return self._t(_("You get this mail because your organisation named you as a contact."))

    def _t(self, message: Message, **mapping: object) -> str:
        return self.teller.t(Message(message, mapping=mapping))
