"""Model: what texts, decrees and letters are made from."""

from collective.conventions import _
from collective.conventions.content import rows
from collective.conventions.content import vocabularies
from collective.conventions.content.fields import CleanTable
from collective.conventions.content.fields import table
from datetime import date
from persistent import Persistent
from plone.dexterity.content import Item
from plone.namedfile.field import NamedBlobFile
from plone.supermodel import model
from typing import Any
from zope import schema
from zope.interface import implementer


class IModel(model.Schema):
    """The data of a model (W7, D7, O1)."""

    kind = schema.Choice(title=_("Kind"), vocabulary=vocabularies.MODEL_KINDS, default="convention")
    purpose = schema.Choice(
        title=_("What the letter is for"),
        vocabulary=vocabularies.LETTER_PURPOSES,
        required=False,
    )
    language = schema.Choice(
        title=_("Language"), vocabulary=vocabularies.LANGUAGES, default="fr", required=False
    )
    source = schema.Choice(
        title=_("Written as"), vocabulary=vocabularies.MODEL_SOURCES, default="articles"
    )
    file = NamedBlobFile(
        title=_("Document"),
        description=_("Made in Word or LibreOffice and saved as DOCX."),
        required=False,
    )
    adapted_from = schema.TextLine(
        title=_("Adapted from"),
        description=_("The model and version of which it began as a copy."),
        required=False,
        max_length=200,
    )
    text = table(rows.ITextRow, _("Text of the model"), _("Its parts, with fields in braces."))


class Version(Persistent):
    """A model as it was saved once: never changed afterwards.

    :ivar number: 1, 2, 3…
    :ivar day: when it was saved, and ``author`` by whom (an id).
    :ivar rows: the rows of ``text`` then.
    :ivar file: the document then, or None.
    """

    def __init__(self, number: int, day: date, author: str, rows: Any, file: Any) -> None:
        self.number, self.day, self.author = number, day, author
        self.rows = tuple(dict(row) for row in rows or ())
        self.file = file


@implementer(IModel)
class Model(Item):
    """A model. ``versions`` holds all that was ever saved of it, the first one first."""

    # Every content object has a language already, an empty one, which would hide the default.
    language = IModel["language"].default
    text = CleanTable("body")
    versions: tuple[Version, ...] = ()
