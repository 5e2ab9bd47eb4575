"""The words of a mail that brings a document, in the language of the document."""

from collective.conventions import _
from collective.conventions.billing.paper.pdf import attachment_name
from collective.conventions.billing.paper.pdf import page_title
from collective.conventions.billing.paper.wording import Wording
from collective.conventions.terms.communication import written
from collective.conventions.terms.document import Document
from zope.i18nmessageid import Message


class MailText:
    """A mail that brings ``document``."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.say = Wording(document.language)

    def subject(self) -> str:
        """What a list of mails shows."""
        return f"{page_title(self.document)} – {self.document.issuer.name}"

    def body(self) -> str:
        """The whole text, for a reader without HTML."""
        parts = (self._greeting(), self._what(), self._how(), self._closing())
        return "\n\n".join(part for part in parts if part) + "\n"

    def _greeting(self) -> str:
        return self._t(_("Good day,"))

    def _what(self) -> str:
        document = self.document
        told = _("You find attached: ${document}, as a PDF and as an e-invoice (UBL).")
        text = self._t(told, document=page_title(document))
        if document.credits is not None:
            number = document.credits.number
            text += " " + self._t(_("It corrects the invoice ${number}."), number=number)
        return text

    def _how(self) -> str:
        """Amount, account and communication of what is to be paid."""
        document = self.document
        if document.kind == "credit_note":
            amount = self.say.money(document.gross)
            return self._t(_("Total in your favour: ${amount}"), amount=amount)
        return how_to_pay(document, self.say.money(document.gross), self.say)

    def _closing(self) -> str:
        return "\n".join((self._t(_("With kind regards,")), self.document.issuer.name))

    def _t(self, message: Message, **mapping: object) -> str:
        return self.say.t(Message(message, mapping=mapping))


def how_to_pay(document: Document, amount: str, say: Wording) -> str:
    """The lines of a mail with which somebody can pay."""
    due = say.day(document.due) if document.due else document.payment_terms
    account = say.account(document.issuer.iban) if document.issuer.iban else ""
    rows = (
        (_("Amount"), amount),
        (_("Due date"), due),
        (_("Account (IBAN)"), account),
        (_("Beneficiary"), document.issuer.name),
        (_("Communication"), written(document.communication or document.number)),
    )
    # In French a space stands before the colon.
    colon = "\u00a0:" if document.language == "fr" else ":"
    return "\n".join(f"{say.t(name)}{colon} {value}" for name, value in rows if value)


def pdf_name(document: Document) -> str:
    """The name of a paper as a file."""
    return attachment_name(document).removesuffix(".xml") + ".pdf"
