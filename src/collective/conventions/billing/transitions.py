"""The steps of an invoice follow from facts, on whatever road they are asked for."""

from Acquisition import aq_parent
from collective.conventions import _
from collective.conventions.billing import frozen
from collective.conventions.billing import sendings
from collective.conventions.billing.balance import balance_of
from collective.conventions.billing.figures import refresh
from collective.conventions.billing.issue import settle_issue
from collective.conventions.billing.parties import item_of
from collective.conventions.billing.payments import book
from collective.conventions.clock import today
from collective.conventions.interfaces import Conflict
from collective.conventions.journal.actor import actor
from collective.conventions.journal.storage import journal_of
from OFS.interfaces import IObjectWillBeRemovedEvent
from plone import api
from plone.base.interfaces import IPloneSiteRoot
from Products.DCWorkflow.interfaces import IAfterTransitionEvent
from Products.DCWorkflow.interfaces import IBeforeTransitionEvent
from typing import Any
from zope.lifecycleevent.interfaces import IObjectCopiedEvent


def before_step(invoice: Any, event: IBeforeTransitionEvent) -> None:
    """Issue with the step that says so; refuse a state that the payments do not tell."""
    step = event.transition.id if event.transition is not None else ""
    if step == "issue":
        # What was received is frozen before: its issuer has given it its number.
        issued = frozen.issued_of(invoice) or settle_issue(
            invoice, (event.kwargs or {}).get("today") or today()
        )
        journal = journal_of(aq_parent(invoice).UID())
        credited = item_of(invoice.credits) if invoice.document_kind == "credit_note" else None
        if credited is not None:
            follow_facts(credited)
            refresh(credited)
        told = {"number": issued.number, "checksums": issued.checksums}
        action = "part_received" if issued.received else "part_issued"
        journal.append(action, actor=actor(), subject=invoice.title, after=told)
    elif step and state_by_facts(invoice) != event.new_state.id:
        raise Conflict(_("The payments and credit notes of this document say otherwise."))


def after_step(invoice: Any, event: IAfterTransitionEvent) -> None:
    """Let the catalog see what the step has changed."""
    if event.transition is not None:
        refresh(invoice)


def state_by_facts(invoice: Any) -> str:
    """The state that the payments and credit notes of an issued document tell."""
    balance = balance_of(invoice)
    if balance is None:
        return "draft"
    if invoice.document_kind == "credit_note":
        return "issued"
    if not balance.owed:
        return "credited"
    return "issued" if balance.open else "paid"


def follow_facts(invoice: Any) -> None:
    """Take the steps that lead to the state which the facts tell, if it is another."""
    workflow = api.portal.get_tool("portal_workflow")
    wanted, present = state_by_facts(invoice), api.content.get_state(invoice)
    if wanted == present:
        return
    if wanted == "issued" or present == "credited":
        workflow.doActionFor(invoice, "reopen")
        return
    workflow.doActionFor(invoice, {"paid": "settle", "credited": "credit"}[wanted])


def keep(invoice: Any, event: IObjectWillBeRemovedEvent) -> None:
    """Refuse to delete what was issued."""
    if IPloneSiteRoot.providedBy(event.object):
        return
    if api.content.get_state(invoice, "draft") != "draft":
        raise Conflict(
            _(
                "“${title}” has been issued. It is kept; a credit note takes it back.",
                mapping={"title": invoice.title},
            )
        )


def start_afresh(copy: Any, event: IObjectCopiedEvent) -> None:
    """A copy is a draft: it has no number, and nothing was paid of it."""
    for name in (frozen.ATTRIBUTE, book.ATTRIBUTE, sendings.ATTRIBUTE):
        if name in copy.__dict__:
            delattr(copy, name)
