"""``resolveuid``: a permanent address leads nowhere for who may not see what it stands for.

Plone's own tells everybody the address of everything, and an address holds the title.
"""

from plone import api
from plone.outputfilters.browser.resolveuid import ResolveUIDView
from zExceptions import NotFound


class ResolveUID(ResolveUIDView):
    """Leads on who may see the thing."""

    def __call__(self) -> str:
        if not self.uuid or not api.content.find(UID=self.uuid):
            raise NotFound(self.uuid)
        return str(super().__call__())
