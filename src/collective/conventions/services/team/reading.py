"""What a client tells of a member or a signature."""

from collections.abc import Mapping
from plone.namedfile.field import NamedBlobFile
from typing import Any
from zope import schema


MEMBER: Mapping[str, Any] = {
    name: schema.TextLine(__name__=name) for name in ("login", "name", "organisation", "email")
}
SIGNATURE: Mapping[str, Any] = {
    "document": schema.TextLine(__name__="document"),
    "version": schema.TextLine(__name__="version"),
    "signed": schema.Date(__name__="signed"),
    "file": NamedBlobFile(__name__="file"),
}
