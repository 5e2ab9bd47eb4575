"""The text of a convention, its language versions, and the decree of the council."""

from collective.conventions import _
from collective.conventions.content import vocabularies
from collective.conventions.content.fields import civil_date
from collective.conventions.content.fields import Markup
from zope import schema
from zope.interface import Interface


class ILanguageVersionRow(Interface):
    """A language version of the text (B7)."""

    language = schema.Choice(title=_("Language"), vocabulary=vocabularies.LANGUAGES)
    title = schema.TextLine(title=_("Title in that language"), required=False, max_length=500)
    authoritative = schema.Bool(title=_("Authoritative"), required=False, default=True)


class ITextRow(Interface):
    """A part of the text of a convention or of a model (D7, W11)."""

    part = schema.Choice(title=_("Part of the text"), vocabulary=vocabularies.TEXT_PARTS)
    number = schema.TextLine(title=_("Number"), required=False, max_length=50)
    title = schema.TextLine(title=_("Title"), required=False, max_length=500)
    body = Markup(title=_("Text"), required=False, max_length=100000)
    clause = schema.TextLine(
        title=_("Taken from"),
        description=_("The model and version from which it was taken."),
        required=False,
        max_length=200,
    )


class ITextExceptionRow(Interface):
    """What is wrong with a text and was accepted by a person, for a reason (W11)."""

    code = schema.TextLine(title=_("Finding"), max_length=100)
    place = schema.TextLine(title=_("Place"), required=False, max_length=200)
    reason = schema.Text(title=_("Reason"), max_length=2000)
    author = schema.TextLine(title=_("Decided by"), max_length=200)
    day = civil_date(title=_("Day decided"))


class IDecreeRow(Interface):
    """A part of the decree on which the council votes, in one language (B1, B7)."""

    part = schema.Choice(title=_("Part of the decree"), vocabulary=vocabularies.DECREE_PARTS)
    language = schema.Choice(title=_("Language"), vocabulary=vocabularies.LANGUAGES)
    body = Markup(title=_("Text"), required=False, max_length=100000)


class IDeliberationRow(Interface):
    """What College or Council decided at a sitting (B1)."""

    body = schema.Choice(title=_("Body"), vocabulary=vocabularies.DELIBERATING_BODIES)
    sitting = civil_date(title=_("Sitting"))
    outcome = schema.Choice(title=_("Decision"), vocabulary=vocabularies.DELIBERATION_OUTCOMES)
    number = schema.TextLine(title=_("Number"), required=False, max_length=100)
    remark = schema.Text(title=_("Remark"), required=False, max_length=2000)
