"""Asking before something is deleted, and saying why it is kept."""

from Acquisition import aq_inner
from Acquisition import aq_parent
from collective.conventions.access.aspects import has_aspects
from collective.conventions.interfaces import Conflict
from collective.conventions.lifecycle.deletion import keep_convention
from collective.conventions.lifecycle.deletion import keep_used
from functools import cached_property
from OFS.event import ObjectWillBeRemovedEvent
from plone.app.content.browser.actions import DeleteConfirmationForm
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18n import translate


class DeletionForm(DeleteConfirmationForm):
    """Plone's own confirmation, unless the guards of the deletion refuse it."""

    template = ViewPageTemplateFile("page.pt")

    @cached_property
    def refusal(self) -> str:
        """Why the thing is kept, or nothing."""
        guard = keep_convention if has_aspects(self.context) else keep_used
        parent = aq_parent(aq_inner(self.context))
        try:
            guard(self.context, ObjectWillBeRemovedEvent(self.context, parent, self.context.id))
        except Conflict as error:
            return str(translate(error.message, context=self.request))
        return ""
