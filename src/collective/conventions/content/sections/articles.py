"""The text of the convention, article by article, and the model it was made from (D7, W11)."""

from collective.conventions import _
from collective.conventions.content import rows
from collective.conventions.content.fields import table
from collective.conventions.content.sections.provisions import IProvisions
from plone.supermodel import model as supermodel
from zope import schema


class IArticles(IProvisions):
    """The text of the convention, article by article, and the model it was made from (D7, W11)."""

    supermodel.fieldset("text", label=_("Text"), fields=["model", "text", "text_exceptions"])
    model = schema.TextLine(
        title=_("Made from the model"),
        description=_("The id of the model and its version, as in “shipped:access-fr@1”."),
        required=False,
        max_length=200,
    )
    text = table(
        rows.ITextRow,
        _("Text of the convention"),
        _("Its heading, parties, preamble and articles."),
    )
    text_exceptions = table(
        rows.ITextExceptionRow,
        _("Exceptions for the text"),
        _("What the check of the text finds and a person has accepted, with the reason."),
    )
