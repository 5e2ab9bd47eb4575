"""The names of members and groups, for pages that speak of persons and not of accounts."""

from collective.conventions import _
from collective.conventions.browser.page import Page
from plone import api
import re


#: Who started a command on the server, as the journals have it.
COMMAND = re.compile(r"System Processes \((.+)\)")
#: How the journal marks the members of the server's own user folder.
SERVER = "server/"


def by_command(page: Page, actor: str) -> str:
    """The name of an actor; of a command, the account of the machine that has started it."""
    found = COMMAND.fullmatch(actor)
    said = _("${account}, by a command on the server", mapping={"account": found and found[1]})
    return page.t(said) if found else actor


class People(dict[str, str]):
    """Names by principal id, each looked up once for a page."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self.page = page

    def __missing__(self, principal: str) -> str:
        self[principal] = self._name(principal)
        return self[principal]

    def _name(self, principal: str) -> str:
        if principal == "anonymous":
            return self.page.t(_("Nobody logged in"))
        if principal.startswith(SERVER):
            who = {"name": principal.removeprefix(SERVER)}
            return self.page.t(_("${name} (maintenance of the server)", mapping=who))
        member = api.user.get(userid=principal)
        if member is not None:
            return str(member.getProperty("fullname") or principal)
        group = api.group.get(groupname=principal)
        if group is not None:
            return str(group.getProperty("title") or principal)
        return by_command(self.page, principal)
