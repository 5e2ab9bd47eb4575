"""Convention: an agreement between a commune or CPAS and its partners."""

from collective.conventions.content.fields import CleanTable
from collective.conventions.content.sections.ending import IEnding
from collective.conventions.terms.aspects import ASPECTS
from collective.conventions.terms.aspects import COLUMN_ASPECTS
from plone.autoform import directives
from plone.dexterity.content import Container
from zope.interface import implementer


#: Who may change the fields of an aspect.
PERMISSIONS = {
    "terms": "collective.conventions.EditTerms",
    "decision": "collective.conventions.RecordDecision",
    "follow_up": "collective.conventions.FollowUp",
    "ending": "collective.conventions.RecordEnding",
}
#: Fields that every type of Plone has, and tables whose columns belong to several aspects.
APART = {"title", "description", *(field for field, _column in COLUMN_ASPECTS)}
#: What the people of a partner do not read, though they read the convention.
INTERNALS = "collective.conventions.ViewInternals"


class IConvention(IEnding):
    """The data of a convention: all sections, and who reads and changes their fields."""

    directives.read_permission(
        predecessor=INTERNALS,
        responsible=INTERNALS,
        reminders=INTERNALS,
        remarks=INTERNALS,
        text_exceptions=INTERNALS,
        decree=INTERNALS,
    )
    directives.write_permission(
        **{name: PERMISSIONS[aspect] for name, aspect in ASPECTS.items() if name not in APART}
    )


@implementer(IConvention)
class Convention(Container):
    """A convention; holds its annexes and invoices.

    Unordered: in an ordered container every two additions at once would conflict.
    """

    _ordering = "unordered"

    text = CleanTable("body")
    decree = CleanTable("body")
