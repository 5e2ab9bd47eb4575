"""The two folders of a space. Unordered, so that many may write at once."""

from collective.conventions.interfaces import IConventionFolder
from collective.conventions.interfaces import IPartnerFolder
from plone.dexterity.content import Container
from zope.interface import implementer


@implementer(IConventionFolder)
class ConventionFolder(Container):
    """Holds the conventions."""

    _ordering = "unordered"


@implementer(IPartnerFolder)
class PartnerFolder(Container):
    """Holds the partners."""

    _ordering = "unordered"
