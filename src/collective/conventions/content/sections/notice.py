"""How it ends before its time (C13, O9, D6)."""

from collective.conventions import _
from collective.conventions.content import sources
from collective.conventions.content import vocabularies
from collective.conventions.content.sections.term import ITerm
from plone.supermodel import model
from zope import schema


class INotice(ITerm):
    """How it ends before its time (C13, O9, D6)."""

    model.fieldset(
        "notice",
        label=_("Notice and breach"),
        fields=[
            "notice_count",
            "notice_unit",
            "notice_means",
            "notice_basis",
            "notice_scope",
            "notice_by",
            "breach_count",
            "breach_unit",
            "breach_basis",
            "resolutory_condition",
        ],
    )
    notice_count = schema.Int(
        title=_("Notice"),
        description=_("How many days or months it takes; none when left empty."),
        required=False,
        min=1,
        max=1200,
    )
    notice_unit = schema.Choice(
        title=_("Notice counted in"),
        vocabulary=vocabularies.NOTICE_UNITS,
        default="months",
        required=False,
    )
    notice_means = schema.Choice(
        title=_("Notice given by"), vocabulary=vocabularies.NOTICE_MEANS, required=False
    )
    notice_basis = schema.Choice(
        title=_("Notice counted from"),
        vocabulary=vocabularies.NOTICE_BASES,
        default="sending",
        required=False,
    )
    notice_scope = schema.Choice(
        title=_("What a notice does"),
        description=_("When left empty: refuses the renewal if it renews by itself, else ends it."),
        vocabulary=vocabularies.NOTICE_SCOPES,
        required=False,
    )
    notice_by = schema.Choice(
        title=_("Notice reserved to"),
        description=_("The only party that may give notice; any of them when left empty."),
        source=sources.partners,
        required=False,
    )
    breach_count = schema.Int(
        title=_("Time to make a breach good"),
        description=_("After a formal notice; then the other party may terminate."),
        required=False,
        min=1,
        max=1200,
    )
    breach_unit = schema.Choice(
        title=_("That time counted in"),
        vocabulary=vocabularies.NOTICE_UNITS,
        default="days",
        required=False,
    )
    breach_basis = schema.Choice(
        title=_("That time counted from"),
        vocabulary=vocabularies.NOTICE_BASES,
        default="sending",
        required=False,
    )
    resolutory_condition = schema.Text(
        title=_("Resolutory condition"),
        description=_("An event, such as an annulment by the supervisory authority, that ends it."),
        required=False,
        max_length=5000,
    )
