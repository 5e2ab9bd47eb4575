"""From when, for how long, renewed how (C12, O9)."""

from collective.conventions import _
from collective.conventions.content import vocabularies
from collective.conventions.content.fields import civil_date
from collective.conventions.content.sections.decisions import IDecisions
from plone.supermodel import model
from zope import schema


class ITerm(IDecisions):
    """From when, for how long, renewed how (C12, O9)."""

    model.fieldset(
        "term",
        label=_("Term"),
        fields=[
            "start_rule",
            "start_date",
            "start_condition",
            "condition_met",
            "duration_unit",
            "duration_count",
            "end_date",
            "end_event",
            "event_date",
            "renewal",
            "renewal_months",
            "renewal_cap_months",
        ],
    )
    start_rule = schema.Choice(
        title=_("Enters into force"),
        vocabulary=vocabularies.START_RULES,
        default="last_signature",
        required=False,
    )
    start_date = civil_date(
        title=_("Fixed start date"),
        description=_("Only when it enters into force on a fixed date."),
        required=False,
    )
    start_condition = schema.Text(title=_("Condition of the start"), required=False)
    condition_met = civil_date(title=_("Condition met on"), required=False)
    duration_unit = schema.Choice(
        title=_("Duration"),
        vocabulary=vocabularies.DURATION_UNITS,
        default="unlimited",
        required=False,
    )
    duration_count = schema.Int(
        title=_("Number of months or years"), required=False, min=1, max=1200
    )
    end_date = civil_date(
        title=_("End date"), description=_("The last day in force."), required=False
    )
    end_event = schema.TextLine(title=_("Event that ends it"), required=False, max_length=500)
    event_date = civil_date(
        title=_("Event happened on"), description=_("The last day in force."), required=False
    )
    renewal = schema.Choice(
        title=_("Renewal"), vocabulary=vocabularies.RENEWALS, default="none", required=False
    )
    renewal_months = schema.Int(
        title=_("Renewed each time for (months)"), required=False, min=1, max=1200
    )
    renewal_cap_months = schema.Int(
        title=_("At most, counted from the start (months)"), required=False, min=1, max=1200
    )
