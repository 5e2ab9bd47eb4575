"""A letter about an invoice that nobody has paid, in the language and the style of its paper."""

from chameleon import PageTemplateFile
from collective.conventions import _
from collective.conventions.billing.mail_text import how_to_pay
from collective.conventions.billing.paper import qr
from collective.conventions.billing.paper.pdf import attachment_name
from collective.conventions.billing.paper.pdf import HERE
from collective.conventions.billing.paper.wording import Wording
from collective.conventions.documents.rendering.pdf import laid_out
from collective.conventions.terms.communication import written
from collective.conventions.terms.document import Document
from collective.conventions.terms.paying import Balance
from collective.conventions.terms.paying import days_overdue
from dataclasses import dataclass
from datetime import date
from functools import cache
from zope.i18nmessageid import Message


TITLES: dict[str, Message] = {
    "reminder": _("Payment reminder"),
    "second_reminder": _("Second payment reminder"),
    "formal_notice": _("Formal notice to pay"),
}
OPENINGS: dict[str, Message] = {
    "reminder": _(
        "According to our books, the invoice ${number} of ${issued} has not been paid in whole. It"
        " was due on ${due}, and may have escaped your attention."
    ),
    "second_reminder": _(
        "According to our books, the invoice ${number} of ${issued} is still not paid in whole. It"
        " was due on ${due}."
    ),
    "formal_notice": _(
        "The invoice ${number} of ${issued}, due on ${due}, is still not paid in whole. By this"
        " letter we formally give you notice to pay it."
    ),
}
CLOSINGS: dict[str, Message] = {
    "reminder": _(
        "Please pay the amount that is still open. If you have done so in the last days, please"
        " take this letter as settled."
    ),
    "second_reminder": _(
        "Please pay the amount that is still open without delay, or tell us what keeps you from it."
    ),
    "formal_notice": _(
        "Please pay the amount that is still open without delay. Otherwise we claim, without"
        " writing again, the interest and the costs that the law and the convention provide for."
    ),
}


@dataclass(frozen=True)
class Letter:
    """A letter (``name`` of ``terms.dunning.LETTERS``) of a day about an issued ``document``.

    ``balance`` is what is open of it; ``before`` the day of the letter before.
    """

    name: str
    document: Document
    balance: Balance
    day: date
    before: date | None = None

    @property
    def say(self) -> Wording:
        """The words of its language."""
        return Wording(self.document.language)

    @property
    def days_late(self) -> int:
        """For how many days the invoice has been overdue."""
        return days_overdue(self.balance, self.document.due, self.day)

    def title(self) -> str:
        """What the letter is."""
        return self.say.t(TITLES[self.name])

    def subject(self) -> str:
        """What the letter is, and about which invoice."""
        kind, number = self.say.kind(self.document.kind), self.document.number
        return f"{self.title()} – {kind} {number}"

    def paragraphs(self) -> tuple[str, ...]:
        """What stands before the figures."""
        days = {"issued": self.document.issued, "due": self.document.due}
        said = {name: self.say.day(day) if day else "–" for name, day in days.items()}
        found = [self._t(OPENINGS[self.name], number=self.document.number, **said)]
        if self.before is not None:
            told = _("We last wrote to you about it on ${day}.")
            found.append(self._t(told, day=self.say.day(self.before)))
        return tuple(found)

    def closing(self) -> str:
        """What stands after the figures."""
        return self.say.t(CLOSINGS[self.name])

    def plain(self) -> str:
        """The letter as the text of a mail."""
        opened = self.say.money(self.balance.open)
        told = how_to_pay(self.document, opened, self.say)
        regards = "\n".join((self.say.t(_("With kind regards,")), self.document.issuer.name))
        parts = (self.say.t(_("Good day,")), *self.paragraphs(), told, self.closing(), regards)
        return "\n\n".join(parts) + "\n"

    def file_name(self) -> str:
        """The name of its file, without an ending."""
        about = attachment_name(self.document).removesuffix(".xml")
        return f"{self.name.replace('_', '-')}-{about}"

    def _t(self, message: Message, **mapping: str) -> str:
        return self.say.t(Message(message, mapping=mapping))


def pdf(letter: Letter) -> bytes:
    """The letter on paper; the same letter always gives the same bytes.

    :raises ServiceUnavailable: when the server lacks the library that lays out text.
    """
    return laid_out(html(letter))


def html(letter: Letter) -> str:
    """The page before it is laid out; what the document says is text in it, never markup."""
    document, say = letter.document, letter.say
    return str(
        _template()(
            letter=letter,
            document=document,
            balance=letter.balance,
            say=say,
            made=f"{letter.day.isoformat()}T00:00:00Z",
            style=(HERE / "page.css").read_text(encoding="utf-8"),
            communication=written(document.communication or document.number),
            code=_code(letter),
            translate=say.translated,
        )
    )


def _code(letter: Letter) -> str:
    """The code that pays what is open."""
    document = letter.document
    communication = document.communication or document.number
    try:
        code = qr.payment_code(
            document.issuer.name, document.issuer.iban, letter.balance.open, communication
        )
    except qr.Unpayable:
        return ""
    return qr.svg(code, letter.say.t(_("QR code for the payment")))


@cache
def _template() -> PageTemplateFile:
    return PageTemplateFile(str(HERE / "letter.pt"))
