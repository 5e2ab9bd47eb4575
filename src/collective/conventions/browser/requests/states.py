"""How requests and their steps are called."""

from collective.conventions import _
from collective.conventions.server.tools import requests
from zope.i18nmessageid import Message


KINDS: dict[str, Message] = {
    requests.TOOL: _("Tool"),
    requests.ADAPTATION: _("Adaptation"),
}
STATES: dict[str, Message] = {
    requests.ASKED: _("asked"),
    requests.ACCEPTED: _("accepted"),
    requests.DECLINED: _("declined"),
    requests.DONE: _("done"),
    requests.WITHDRAWN: _("withdrawn"),
}
#: The colour of each state's badge.
BADGES = {
    requests.ASKED: "cv-incomplete",
    requests.ACCEPTED: "cv-state-council_approved",
    requests.DECLINED: "cv-overdue",
    requests.DONE: "cv-ready",
    requests.WITHDRAWN: "cv-state-draft",
}
