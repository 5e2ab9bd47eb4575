"""What the convention is, and who looks after it."""

from collective.conventions import _
from collective.conventions.content import rows
from collective.conventions.content import sources
from collective.conventions.content import vocabularies
from collective.conventions.content.fields import table
from decimal import Decimal
from plone.supermodel import model
from zope import schema


class IAgreement(model.Schema):
    """What the convention is, and who looks after it."""

    kind = schema.Choice(title=_("Kind"), vocabulary=vocabularies.KINDS)
    reference = schema.TextLine(
        title=_("Our reference"),
        description=_("The number or code under which you file the convention."),
        required=False,
        max_length=100,
    )
    subject_matter = schema.Text(
        title=_("Subject"),
        description=_("What the parties agree on, in one or two sentences."),
        required=False,
        max_length=10000,
    )
    monetary = schema.Bool(
        title=_("Monetary"),
        description=_("Does a party owe a price? A non-monetary convention is never invoiced."),
        required=False,
        default=True,
    )
    free_of_charge = schema.Bool(title=_("Free of charge"), required=False, default=False)
    declared_value = schema.Decimal(
        title=_("Declared value (EUR)"),
        description=_("What the services are worth, beside the price that is paid."),
        required=False,
        min=Decimal(0),
    )
    text_language = schema.Choice(
        title=_("Language of the text"),
        vocabulary=vocabularies.LANGUAGES,
        default="fr",
        required=False,
    )
    language_versions = table(rows.ILanguageVersionRow, _("Other language versions"))
    predecessor = schema.Choice(
        title=_("Replaces"),
        description=_("The earlier convention that this one replaces."),
        source=sources.conventions,
        required=False,
    )
    replaced_arrangement = schema.TextLine(
        title=_("Earlier arrangement"),
        description=_("What this convention replaces when that is not in this space."),
        required=False,
        max_length=500,
    )
    responsible = schema.List(
        title=_("Responsible members"),
        description=_("Groups or members who look after this convention and may edit it."),
        value_type=schema.Choice(source=sources.members),
        required=False,
        defaultFactory=list,
    )
