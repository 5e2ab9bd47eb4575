"""Where computed dates come from, who changes them, and who is told."""

from collective.conventions import _
from collective.conventions.content import vocabularies
from collective.conventions.content.fields import civil_date
from zope import schema
from zope.interface import Interface


class IClauseRow(Interface):
    """The clause of the text on which a computed date rests."""

    topic = schema.Choice(title=_("Topic"), vocabulary=vocabularies.CLAUSE_TOPICS)
    clause = schema.TextLine(
        title=_("Clause"), description=_("Its number, as in “art. 8”."), max_length=200
    )


class IOverrideRow(Interface):
    """A date that a person has set in the place of the computed one, and why."""

    key = schema.TextLine(title=_("Date concerned"), max_length=200)
    day = civil_date(title=_("Day decided"))
    reason = schema.Text(title=_("Reason"), max_length=2000)
    author = schema.TextLine(title=_("Decided by"), max_length=200)


class IReminderRow(Interface):
    """Who is reminded of which date of this convention, and when."""

    what = schema.Choice(title=_("Date concerned"), vocabulary=vocabularies.WATCHED)
    days_before = schema.TextLine(
        title=_("Days before"),
        description=_("Numbers with commas between them, as in “60, 30, 7”."),
        required=False,
        max_length=100,
    )
    repeat_days = schema.Int(
        title=_("Then every so many days, until it is done"), required=False, min=1, max=365
    )
    recipients = schema.Choice(title=_("To"), vocabulary=vocabularies.RECIPIENTS)
