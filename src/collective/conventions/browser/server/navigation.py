"""The pages of the operator, in the order of the navigation."""

from collective.conventions import _
from zope.i18nmessageid import Message


#: The name of the view, what its link says, and the names of the views that belong to it.
PAGES: tuple[tuple[str, Message, tuple[str, ...]], ...] = (
    ("spaces", _("Spaces"), ("new-space", "space-entry")),
    ("server-journal", _("Journal"), ()),
)
