"""Amendment: what the parties change of a convention that is signed, and from when (D5)."""

from collective.conventions import _
from collective.conventions.content import rows
from collective.conventions.content import vocabularies
from collective.conventions.content.fields import civil_date
from collective.conventions.content.fields import CleanTable
from collective.conventions.content.fields import table
from collective.conventions.content.rows import amending
from collective.conventions.interfaces import IConventionPart
from plone.dexterity.content import Container
from plone.supermodel import model
from zope import schema
from zope.interface import implementer


#: By this a convention finds its amendments without waking anything else that lies in it.
META_TYPE = "Conventions Amendment"


class IAmendment(model.Schema):
    """The data of an amendment, in the order in which one works."""

    amendment_number = schema.Int(
        title=_("Number of the amendment"),
        description=_("It gets the next one of its convention when it is added, and keeps it."),
        required=False,
        min=1,
        readonly=True,
    )
    subject_matter = schema.Text(
        title=_("Subject"),
        description=_("What the parties agree on, in one or two sentences."),
        required=False,
        max_length=10000,
    )
    effective_rule = schema.Choice(
        title=_("Takes effect"),
        vocabulary=vocabularies.EFFECTIVE_RULES,
        default="fixed_date",
        required=False,
    )
    first_day = civil_date(
        title=_("First day on which it holds"),
        description=_("Only when it takes effect on a fixed date, never before it is signed."),
        required=False,
    )

    model.fieldset(
        "changes",
        label=_("What it changes"),
        fields=["changes", "price_changes", "commitment_changes", "party_changes", "text_changes"],
    )
    changes = table(amending.IFieldChangeRow, _("Fields that change"))
    price_changes = table(amending.IPriceChangeRow, _("Prices that change"))
    commitment_changes = table(amending.ICommitmentChangeRow, _("Commitments that change"))
    party_changes = table(amending.IPartyChangeRow, _("Parties that change"))
    text_changes = table(amending.ITextChangeRow, _("Articles that change"))

    model.fieldset(
        "decisions",
        label=_("Decisions"),
        fields=[
            "college_date",
            "college_number",
            "council_sitting",
            "council_date",
            "council_number",
            "folder_reference",
            "agenda_number",
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
    folder_reference = schema.TextLine(
        title=_("Folder reference"),
        description=_("The reference of the folder in the decision system."),
        required=False,
        max_length=100,
    )
    agenda_number = schema.TextLine(title=_("Agenda number"), required=False, max_length=50)

    model.fieldset("parties", label=_("Signatories"), fields=["signatories"])
    signatories = table(
        rows.ISignatoryRow,
        _("Signatories"),
        _("Who signs for each party. The dates are entered when the originals are signed."),
    )


@implementer(IAmendment, IConventionPart)
class Amendment(Container):
    """An amendment; holds its annexes. Unordered, as every container of ours."""

    meta_type = META_TYPE
    text_changes = CleanTable("body")
    _ordering = "unordered"
