"""Nobody owns a convention: who has entered it has no right of his own, only that of his role."""

from typing import Any
from zope.lifecycleevent.interfaces import IObjectAddedEvent


def disown(content: Any, event: IObjectAddedEvent) -> None:
    """Take away the local roles that Zope gives to who adds or pastes an object.

    Plone lets an owner manage properties, publication dates and more, whatever the workflow says.
    """
    if content.get_local_roles():
        content.manage_delLocalRoles([userid for userid, _roles in content.get_local_roles()])
