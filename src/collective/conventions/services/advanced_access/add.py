"""POST @advanced-access: ask for it."""

from collective.conventions.clock import today
from collective.conventions.server.zmi import ask
from collective.conventions.services.advanced_access.one import told
from collective.conventions.services.content.body import body
from collective.conventions.services.content.fields_sent import read_fields
from plone import api
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.services import Service
from typing import Any
from zope import schema
from zope.interface import alsoProvides


FIELDS = {"reason": schema.Text(__name__="reason")}


class Add(Service):
    """For oneself only."""

    def reply(self) -> dict[str, Any]:
        alsoProvides(self.request, IDisableCSRFProtection)
        reason = read_fields(FIELDS, body(self.request)).get("reason", "")
        user = api.user.get_current()
        name = str(user.getProperty("fullname") or user.getUserName())
        made = ask(self.context, str(user.getId()), name, reason, today=today())
        self.request.response.setStatus(201)
        return told(made)
