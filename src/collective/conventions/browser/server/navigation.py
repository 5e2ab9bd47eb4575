"""The pages of the operator, in the order of the navigation."""

from collective.conventions import _
from zope.i18nmessageid import Message


#: The name of the view, what its link says, and the names of the views that belong to it.
PAGES: tuple[tuple[str, Message, tuple[str, ...]], ...] = (
    ("spaces", _("Spaces"), ("new-space", "space-entry")),
    ("tools", _("Tools"), ()),
    ("tool-requests", _("Requests"), ()),
    ("upgrades", _("Upgrades"), ()),
    (
        "server-billing",
        _("Billing"),
        ("server-issuers", "server-indexes", "server-statement"),
    ),
    ("team", _("Team"), ("team-member",)),
    ("advanced-access", _("Advanced access"), ()),
    ("incidents", _("Incidents"), ("incident",)),
    ("server-journal", _("Journal"), ()),
)
