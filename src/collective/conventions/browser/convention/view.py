"""The page of a convention."""

from collections.abc import Mapping
from collective.conventions.access.aspects import permitted
from collective.conventions.access.insiders import is_insider
from collective.conventions.access.journals import telling
from collective.conventions.billing.issue import ISSUE
from collective.conventions.billing.refusal import refusal
from collective.conventions.browser.amendment.section import AmendmentsSection
from collective.conventions.browser.check.section import TextCheck
from collective.conventions.browser.convention import commitments
from collective.conventions.browser.convention import facts
from collective.conventions.browser.convention import force
from collective.conventions.browser.convention import next_step
from collective.conventions.browser.convention import papers
from collective.conventions.browser.convention import parties
from collective.conventions.browser.convention import wording
from collective.conventions.browser.convention.price import PriceSection
from collective.conventions.browser.convention.text import TextSection
from collective.conventions.browser.enrolment.section import EnrolmentSection
from collective.conventions.browser.invoice.states import STATES as INVOICE_STATES
from collective.conventions.browser.journal.lines import Line
from collective.conventions.browser.journal.lines import lines
from collective.conventions.browser.names import Names
from collective.conventions.browser.names import names_of
from collective.conventions.browser.names import referred
from collective.conventions.browser.page import Page
from collective.conventions.browser.people import People
from collective.conventions.browser.signed.section import SigningSection
from collective.conventions.browser.states import NEXT
from collective.conventions.browser.timeline.decided import Decided
from collective.conventions.browser.timeline.decided import decided
from collective.conventions.browser.timeline.section import TimelineSection
from collective.conventions.content import vocabularies
from collective.conventions.content.amended import values_at
from collective.conventions.content.values import snapshot
from collective.conventions.journal.storage import find
from collective.conventions.terms.commitments import Commitment
from functools import cached_property
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any


#: How many entries of the journal the page shows.
LATEST = 5


class ConventionView(Page):
    """A convention: parties, what each owes, decisions, term, papers and history."""

    index = ViewPageTemplateFile("view.pt")
    parties_section = ViewPageTemplateFile("parties.pt")
    commitments_section = ViewPageTemplateFile("commitments.pt")
    follow_up_section = ViewPageTemplateFile("follow_up.pt")
    price_section = ViewPageTemplateFile("price.pt")
    papers_section = ViewPageTemplateFile("papers.pt")
    vocabularies = vocabularies

    @cached_property
    def url(self) -> str:
        return str(self.context.absolute_url())

    @cached_property
    def values(self) -> dict[str, Any]:
        return snapshot(self.context)

    @cached_property
    def held(self) -> dict[str, Any]:
        """The values as they hold today, amendments included."""
        return dict(values_at(self.context, self.today))

    @cached_property
    def names(self) -> Names:
        return names_of(referred(self.values) | referred(self.held))

    @cached_property
    def state(self) -> str:
        return str(api.content.get_state(self.context))

    @cached_property
    def state_title(self) -> str:
        return self.choice(vocabularies.STATES, self.state)

    @cached_property
    def kind(self) -> str:
        return self.choice(vocabularies.KINDS, self.context.kind)

    @cached_property
    def in_force(self) -> str:
        return force.sentence(self, self.state, values_at(self.context))

    @cached_property
    def insider(self) -> bool:
        return is_insider(self.context)

    @cached_property
    def open(self) -> frozenset[str]:
        """The aspects that the reader may change now."""
        return permitted(self.context)

    @cached_property
    def steps(self) -> list[next_step.NextStep]:
        return next_step.next_steps(self, self.values, self.names)

    @cached_property
    def what_next(self) -> str:
        return self.t(NEXT[self.state])

    @cached_property
    def at_a_glance(self) -> list[facts.Fact]:
        return facts.at_a_glance(self, self.values, self.names)

    @cached_property
    def responsible(self) -> list[str]:
        people = People(self)
        return [people[principal] for principal in self.values["responsible"] or ()]

    @cached_property
    def parties(self) -> list[parties.Card]:
        return parties.cards(self.held, self.names)

    @cached_property
    def owed(self) -> list[commitments.Owed]:
        return commitments.owed(self.held, self.names, self.today)

    def overdue(self, commitment: Commitment) -> bool:
        return commitment.is_overdue(self.today)

    @cached_property
    def timeline(self) -> TimelineSection:
        """What happens next, and all dates."""
        return TimelineSection(self.context, self.request)

    @cached_property
    def amendments(self) -> AmendmentsSection:
        """What has been changed of it since."""
        return AmendmentsSection(self.context, self.request)

    @cached_property
    def text_section(self) -> TextSection:
        """Its text, and the ways to work with it."""
        return TextSection(self.context, self.request)

    @cached_property
    def text_check(self) -> TextCheck:
        """How the text stands."""
        return TextCheck(self.context, self.request)

    @cached_property
    def price(self) -> PriceSection:
        """What it costs, and what is to be billed."""
        return PriceSection(self.context, self.request, self.held)

    @cached_property
    def enrolment(self) -> EnrolmentSection:
        """How far it has come where participants enrol."""
        return EnrolmentSection(self.context, self.request)

    @cached_property
    def signing(self) -> SigningSection:
        """Originals and signed copies, and the complete file to take away."""
        return SigningSection(self.context, self.request)

    @cached_property
    def fact_sections(self) -> Mapping[str, list[Any]]:
        """The sections that hold labelled facts and nothing else."""
        return {
            "decisions": facts.decisions(self, self.values),
            "term": wording.term(self, self.held, self.names),
            "supervision": facts.supervision(self, self.values),
            "reminders": facts.reminders(self, self.values) if self.insider else [],
            "ending": facts.ending(self, self.values),
        }

    @cached_property
    def decided(self) -> list[Decided]:
        """The dates that somebody has set by hand."""
        return decided(self.context, self.timeline.facts, self.timeline.teller)

    @cached_property
    def letters(self) -> Mapping[str, Any]:
        """The letters on file that the reader may see, by UID."""
        return {annex.UID(): annex for annex in self.annexes}

    @cached_property
    def annexes(self) -> list[Any]:
        return papers.open_annexes(self.context)

    @cached_property
    def closed_annexes(self) -> list[papers.Closed]:
        return papers.closed_annexes(self.context)

    @cached_property
    def may_add_annex(self) -> bool:
        return self.may("collective.conventions: Add Annex")

    @cached_property
    def invoices(self) -> list[papers.Invoiced]:
        return papers.invoices(self.context, self.today)

    @cached_property
    def invoiced(self) -> str:
        return self.money(papers.total(self.invoices))

    def invoice_state(self, state: str) -> str:
        return self.t(INVOICE_STATES[state])

    @cached_property
    def may_add_invoice(self) -> bool:
        """Nothing is ever invoiced for a non-monetary or free convention (D1, B6)."""
        may = self.may("collective.conventions: Add Invoice")
        return may and refusal(self.context) is None

    @cached_property
    def may_receive(self) -> bool:
        return self.may_add_invoice and self.may(ISSUE)

    @cached_property
    def history(self) -> list[Line]:
        """The latest entries of the journal, for who may read it."""
        journal = find(self.context.UID())
        if journal is None or not self.may("collective.conventions: View Journal"):
            return []
        first = max(journal.length - LATEST, 0) + 1
        told = telling(journal.uid)
        entries = [told(entry) for entry in journal.between(first, journal.length)]
        return lines(self, entries, self.names)[::-1]
