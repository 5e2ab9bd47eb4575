"""What College and Council decide (B1, C14)."""

from collective.conventions import _
from collective.conventions.content import rows
from collective.conventions.content.fields import civil_date
from collective.conventions.content.fields import table
from collective.conventions.content.sections.commitments import ICommitments
from plone.supermodel import model
from zope import schema


class IDecisions(ICommitments):
    """What College and Council decide (B1, C14)."""

    model.fieldset(
        "decisions",
        label=_("Decisions"),
        fields=[
            "college_date",
            "college_number",
            "council_sitting",
            "council_date",
            "council_number",
            "approved_text",
            "folder_reference",
            "agenda_number",
            "decree",
            "deliberations",
        ],
    )
    college_date = civil_date(
        title=_("Date of the College's decision"),
        description=_("The College decides before the Council."),
        required=False,
    )
    college_number = schema.TextLine(
        title=_("Number of the College's decision"), required=False, max_length=100
    )
    council_sitting = civil_date(
        title=_("Sitting of the Council"),
        description=_("The sitting for which the decision is on the agenda."),
        required=False,
    )
    council_date = civil_date(title=_("Date of the Council's decision"), required=False)
    council_number = schema.TextLine(
        title=_("Number of the Council's decision"), required=False, max_length=100
    )
    approved_text = schema.TextLine(
        title=_("Fingerprint of the approved text"),
        description=_("Kept when the Council approves; what is signed is compared with it."),
        required=False,
        readonly=True,
        max_length=64,
    )
    folder_reference = schema.TextLine(
        title=_("Folder reference"),
        description=_("The reference of the folder in the decision system."),
        required=False,
        max_length=100,
    )
    agenda_number = schema.TextLine(title=_("Agenda number"), required=False, max_length=50)
    decree = table(
        rows.IDecreeRow,
        _("Council decree"),
        _("The decree that the Council votes on, part by part and language by language."),
    )
    deliberations = table(
        rows.IDeliberationRow,
        _("Deliberations"),
        _("What College and Council decided at each sitting."),
    )
