"""What is asked of who asks."""

from collections.abc import Iterable
from collections.abc import Mapping
from collective.conventions import _
from collective.conventions.server.tools.catalogue import Tool
from collective.conventions.server.tools.requests import LONGEST
from typing import Any
from zope import schema
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


#: What a request for a tool may say.
WISH = {
    "text": schema.Text(
        __name__="text",
        title=_("What you want to do with it"),
        required=False,
        max_length=LONGEST,
    ),
}


def fields_of_adaptation(tools: Iterable[Tool]) -> Mapping[str, Any]:
    """What is asked of who wants something adapted: one of ``tools``, or the space."""
    terms = [SimpleTerm(tool.id, tool.id, tool.title) for tool in tools]
    whole = SimpleTerm("-", "-", _("The space itself"))
    return {
        "tool": schema.Choice(
            __name__="tool",
            title=_("What should be adapted"),
            vocabulary=SimpleVocabulary([whole, *terms]),
            default="-",
        ),
        "text": schema.Text(
            __name__="text",
            title=_("What should be different, and why"),
            max_length=LONGEST,
        ),
    }
