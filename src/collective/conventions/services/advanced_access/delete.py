"""DELETE @advanced-access/ID: do without what one has asked for, or been granted."""

from collective.conventions.server.zmi import give_back
from collective.conventions.services.advanced_access.one import One
from plone import api


class Delete(One):
    """For oneself only."""

    def reply(self) -> None:
        self.writes()
        give_back(self.context, self.id, str(api.user.get_current().getId()))
        return self.reply_no_content()
