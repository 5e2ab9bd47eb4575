"""What is asked of a tool."""

from collections.abc import Mapping
from collective.conventions import _
from collective.conventions.server.tools.catalogue import LONGEST
from collective.conventions.server.tools.profiles import installable
from typing import Any
from zope import schema
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


def fields_of_tool() -> Mapping[str, Any]:
    """The fields, by name; one may choose among the profiles of the add-ons on this server."""
    known = installable().values()
    profiles = SimpleVocabulary(
        [SimpleTerm(one.id, one.id, f"{one.title} ({one.id}, {one.version})") for one in known]
    )
    return {
        "title": schema.TextLine(__name__="title", title=_("Title"), max_length=LONGEST["title"]),
        "id": schema.TextLine(
            __name__="id",
            title=_("Short name"),
            description=_("A part of its address: small letters, digits and hyphens."),
            max_length=LONGEST["id"],
        ),
        "description": schema.TextLine(
            __name__="description",
            title=_("What it is for"),
            description=_("One sentence that helps an entity to choose."),
        ),
        "guide": schema.Text(
            __name__="guide",
            title=_("How it is used"),
            description=_("A line that is the address of a page or film becomes a link."),
            required=False,
            max_length=LONGEST["guide"],
        ),
        "contact": schema.Text(
            __name__="contact",
            title=_("Whom to ask"),
            description=_("A name, an e-mail address, a phone number, each on a line of its own."),
            max_length=LONGEST["contact"],
        ),
        "profile": schema.Choice(
            __name__="profile",
            title=_("Standard configuration"),
            description=_("The profile that is applied when the tool is installed in a space."),
            vocabulary=profiles,
        ),
    }
