"""HEAD @tus-upload: how much of an upload has come."""

from collective.conventions.services.uploads.base import OfThisSpace
from plone.restapi.services.content.tus import UploadHead


class Head(OfThisSpace, UploadHead):
    """Plone's own answer, for uploads of this space."""
