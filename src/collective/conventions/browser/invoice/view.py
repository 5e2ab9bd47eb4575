"""The page of an invoice or credit note, laid out like the document it is or will become."""

from Acquisition import aq_parent
from collective.conventions import _
from collective.conventions.billing.balance import balance_of
from collective.conventions.billing.drafts import document_of
from collective.conventions.billing.frozen import is_received
from collective.conventions.billing.frozen import Issued
from collective.conventions.billing.frozen import issued_of
from collective.conventions.billing.issue import dated
from collective.conventions.billing.issue import ISSUE
from collective.conventions.billing.issue import missing
from collective.conventions.billing.paper.wording import Wording
from collective.conventions.billing.parties import item_of
from collective.conventions.billing.payments.record import RECORD
from collective.conventions.browser.invoice.files import FILES
from collective.conventions.browser.invoice.history import credits_of
from collective.conventions.browser.invoice.history import Paid
from collective.conventions.browser.invoice.history import paid
from collective.conventions.browser.invoice.history import Related
from collective.conventions.browser.invoice.lacks import Lack
from collective.conventions.browser.invoice.lacks import lacks
from collective.conventions.browser.invoice.states import shown_state
from collective.conventions.browser.invoice.states import STATES
from collective.conventions.browser.page import Page
from collective.conventions.terms.communication import written
from collective.conventions.terms.document import Document
from collective.conventions.terms.document import Organisation
from collective.conventions.terms.paying import Balance
from collective.conventions.terms.paying import days_overdue
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any


ADD = "collective.conventions: Add Invoice"


class InvoicePage(Page):
    """What the pages of one invoice share."""

    @cached_property
    def url(self) -> str:
        return str(self.context.absolute_url())

    @cached_property
    def convention(self) -> Any:
        return aq_parent(self.context)

    @cached_property
    def issued(self) -> Issued | None:
        return issued_of(self.context)

    @cached_property
    def document(self) -> Document:
        """What was issued, or what would be issued today."""
        found = document_of(self.context)
        return found if self.issued else dated(found, self.convention, self.today)

    @cached_property
    def is_invoice(self) -> bool:
        return self.document.kind == "invoice"

    @cached_property
    def say(self) -> Wording:
        return Wording(self.language)

    @cached_property
    def received(self) -> bool:
        """Whether another has issued it."""
        return is_received(self.context)

    @cached_property
    def title(self) -> str:
        """What the document is called: by its number once it has one."""
        kind = self.say.kind(self.document.kind)
        return f"{kind} {self.document.number}" if self.issued else str(self.context.title)

    @cached_property
    def balance(self) -> Balance | None:
        """What is open of an issued invoice; a credit note has no balance."""
        return balance_of(self.context) if self.is_invoice else None

    @cached_property
    def may_issue(self) -> bool:
        return self.may(ISSUE)

    @cached_property
    def may_change(self) -> bool:
        return self.may("Modify portal content")


class InvoiceView(InvoicePage):
    """A draft and what it lacks, or what was issued and what has been paid of it."""

    index = ViewPageTemplateFile("view.pt")
    document_section = ViewPageTemplateFile("document.pt")
    history_section = ViewPageTemplateFile("history.pt")
    file_titles = FILES

    @cached_property
    def state(self) -> str:
        return shown_state(self.context, self.document, self.balance, self.today)

    @cached_property
    def state_title(self) -> str:
        return self.t(STATES[self.state])

    @cached_property
    def days_overdue(self) -> int:
        if self.balance is None:
            return 0
        return days_overdue(self.balance, self.document.due, self.today)

    @cached_property
    def communication(self) -> str:
        return written(self.document.communication)

    @cached_property
    def lacks(self) -> list[Lack]:
        """What a draft lacks, each with a link to where it is filled in."""
        found = missing(self.context, self.today)
        return lacks(self, found, self.document, self.context if self.may_change else None)

    @cached_property
    def parties(self) -> list[tuple[str, Organisation, str]]:
        """The issuer and the customer: heading, what the document says, and the page."""
        return [
            (self.t(title), party, self._url(party.uid))
            for title, party in (
                (_("Issuer"), self.document.issuer),
                (_("Customer"), self.document.customer),
            )
        ]

    @cached_property
    def credited(self) -> Related | None:
        """The invoice that a credit note takes back."""
        found = item_of(self.context.credits)
        issued = issued_of(found) if found is not None else None
        if issued is None:
            return None
        return Related(issued.number, found.absolute_url(), issued.document.gross, False)

    @cached_property
    def credit_notes(self) -> list[Related]:
        return credits_of(self, self.context)

    @cached_property
    def payments(self) -> list[Paid]:
        return paid(self, self.context)

    @cached_property
    def may_pay(self) -> bool:
        return self.balance is not None and self.may(RECORD)

    @cached_property
    def may_credit(self) -> bool:
        left = self.balance is not None and bool(self.balance.owed) and not self.received
        return left and self.may_issue and self.may(ADD, self.convention)

    @property
    def has_paper(self) -> bool:
        """What was received has no paper of ours."""
        return not self.received

    @cached_property
    def may_see_journal(self) -> bool:
        return self.may("collective.conventions: View Journal", self.convention)

    @cached_property
    def breaks(self) -> list[str]:
        """What is no longer as it was issued."""
        return [self.t(FILES[name]) for name in self.issued.breaks()] if self.issued else []

    def _url(self, uid: str) -> str:
        found = item_of(uid)
        seen = found is not None and self.may("View", found)
        return str(found.absolute_url()) if seen else ""
