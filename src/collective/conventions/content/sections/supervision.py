"""What the supervisory authority says (W6)."""

from collective.conventions import _
from collective.conventions.content import vocabularies
from collective.conventions.content.fields import civil_date
from collective.conventions.content.sections.articles import IArticles
from plone.supermodel import model
from zope import schema


class ISupervision(IArticles):
    """What the supervisory authority says (W6)."""

    model.fieldset(
        "supervision",
        label=_("Supervision"),
        fields=[
            "supervision_authority",
            "supervision_sent",
            "supervision_received",
            "supervision_regime",
            "supervision_prolonged_days",
            "supervision_outcome",
            "supervision_date",
            "supervision_lifted",
        ],
    )
    supervision_authority = schema.TextLine(
        title=_("Supervisory authority"), required=False, max_length=200
    )
    supervision_sent = civil_date(title=_("Sent to the authority on"), required=False)
    supervision_received = civil_date(title=_("Received by the authority on"), required=False)
    supervision_regime = schema.Choice(
        title=_("Rules of the supervision"),
        vocabulary=vocabularies.SUPERVISION_REGIMES,
        required=False,
    )
    supervision_prolonged_days = schema.Int(
        title=_("Prolonged by the authority (days)"), required=False, min=1, max=366
    )
    supervision_outcome = schema.Choice(
        title=_("Outcome of the supervision"),
        vocabulary=vocabularies.SUPERVISION_OUTCOMES,
        required=False,
    )
    supervision_date = civil_date(title=_("Date of the outcome"), required=False)
    supervision_lifted = civil_date(
        title=_("Suspension lifted on"),
        description=_("The first day on which it no longer holds."),
        required=False,
    )
