"""The folders of a space. Unordered, so that many may write at once.

The navigation asks the catalog what is not excluded from it; who says nothing is left out.
"""

from collective.conventions.interfaces import IConventionFolder
from collective.conventions.interfaces import IModelFolder
from collective.conventions.interfaces import IPartnerFolder
from plone.dexterity.content import Container
from zope.interface import implementer


@implementer(IConventionFolder)
class ConventionFolder(Container):
    """Holds the conventions."""

    _ordering = "unordered"
    exclude_from_nav = False


@implementer(IPartnerFolder)
class PartnerFolder(Container):
    """Holds the partners."""

    _ordering = "unordered"
    exclude_from_nav = False


@implementer(IModelFolder)
class ModelFolder(Container):
    """Holds the models of the space's own."""

    _ordering = "unordered"
