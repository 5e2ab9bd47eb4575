"""Annex: a file of a convention, with the rule of its publication."""

from collective.conventions import _
from collective.conventions.content import vocabularies
from collective.conventions.interfaces import IConventionPart
from plone.dexterity.content import Item
from plone.namedfile.field import NamedBlobFile
from plone.rfc822.interfaces import IPrimaryField
from plone.supermodel import model
from zope import schema
from zope.interface import alsoProvides
from zope.interface import implementer


class IAnnex(model.Schema):
    """The data of an annex (B3, B7)."""

    file = NamedBlobFile(title=_("File"))
    publication = schema.Choice(
        title=_("Publication"),
        description=_("Who may read it. An annex of the secretariat is never published."),
        vocabulary=vocabularies.PUBLICATION_RULES,
        default="parties",
    )
    annex_kind = schema.Choice(
        title=_("Kind"), vocabulary=vocabularies.ANNEX_KINDS, default="annex", required=False
    )
    number = schema.TextLine(title=_("Number"), required=False, max_length=50)
    language = schema.Choice(
        title=_("Language"), vocabulary=vocabularies.LANGUAGES, default="fr", required=False
    )


alsoProvides(IAnnex["file"], IPrimaryField)


@implementer(IAnnex, IConventionPart)
class Annex(Item):
    """An annex. See ``IAnnex``."""

    # Every content object has a language already, an empty one, which would hide the default.
    language = IAnnex["language"].default
