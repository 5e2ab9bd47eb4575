"""What happens while it lives."""

from collective.conventions import _
from collective.conventions.content import rows
from collective.conventions.content.fields import table
from collective.conventions.content.sections.supervision import ISupervision
from plone.supermodel import model
from zope import schema


class IFollowUp(ISupervision):
    """What happens while it lives."""

    model.fieldset(
        "follow_up",
        label=_("Follow-up"),
        fields=[
            "consents",
            "undertakings",
            "notices",
            "renewals_agreed",
            "overrides",
            "reminders",
            "remarks",
        ],
    )
    consents = table(rows.IConsentRow, _("Consents"))
    undertakings = table(rows.IUndertakingRow, _("Confidentiality undertakings"))
    notices = table(rows.INoticeRow, _("Notices and letters"))
    renewals_agreed = table(
        rows.IAgreedRenewalRow,
        _("Renewals agreed on"),
        _("Of a convention that is renewed by a new agreement only."),
    )
    overrides = table(
        rows.IOverrideRow,
        _("Dates set by hand"),
        _("A date that was decided to be another than the computed one."),
    )
    reminders = table(
        rows.IReminderRow,
        _("Reminders"),
        _("For this convention, in the place of the reminders of the space for the same date."),
    )
    remarks = schema.Text(title=_("Remarks"), required=False, max_length=20000)
