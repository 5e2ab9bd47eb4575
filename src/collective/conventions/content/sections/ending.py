"""When and why it ended."""

from collective.conventions import _
from collective.conventions.content.fields import civil_date
from collective.conventions.content.sections.follow_up import IFollowUp
from plone.supermodel import model
from zope import schema


class IEnding(IFollowUp):
    """When and why it ended."""

    model.fieldset("ending", label=_("End"), fields=["termination_date", "termination_reason"])
    termination_date = civil_date(
        title=_("Ends on"), description=_("The last day in force."), required=False
    )
    termination_reason = schema.Text(title=_("Reason of the end"), required=False, max_length=5000)
