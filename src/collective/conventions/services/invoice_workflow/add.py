"""POST @workflow/issue: an invoice gets its number, and changes no more."""

from collective.conventions import _
from collective.conventions.billing.frozen import issued_of
from collective.conventions.billing.issue import issue
from collective.conventions.clock import today
from collective.conventions.interfaces import Conflict
from collective.conventions.services.below import Below
from collective.conventions.services.content.body import body
from collective.conventions.services.content.deserialize import refuse_faults
from collective.conventions.services.invoice_workflow.get import STEP
from collective.conventions.services.refusals.problem import problem
from collective.conventions.services.workflow.states import last_entry
from plone.protect.interfaces import IDisableCSRFProtection
from typing import Any
from zExceptions import NotFound
from zope.interface import alsoProvides


class Add(Below):
    """Answers the number; who asks again is told that it has one."""

    known = (STEP,)

    def reply(self) -> dict[str, Any]:
        alsoProvides(self.request, IDisableCSRFProtection)
        if not self.params:
            raise NotFound(STEP)
        refuse_faults([problem("unknown_field", name) for name in body(self.request)])
        known = issued_of(self.context)
        if known is not None:
            told = {"number": known.number}
            raise Conflict(_("This has been issued already, as ${number}.", mapping=told))
        return {"number": issue(self.context, today()).number, **last_entry(self.context)}
