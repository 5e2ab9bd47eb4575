"""PATCH: some fields of a convention, partner, invoice or annex."""

from collective.conventions import _
from collective.conventions.interfaces import Forbidden
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.interfaces import IDeserializeFromJson
from plone.restapi.interfaces import ISerializeToJson
from plone.restapi.services import Service
from plone.restapi.services.locking import is_locked
from typing import Any
from zope.component import getMultiAdapter
from zope.interface import alsoProvides


class Update(Service):
    """Changes the fields that the body names, all of them or none."""

    def reply(self) -> Any:
        alsoProvides(self.request, IDisableCSRFProtection)
        if is_locked(self.context, self.request):
            raise Forbidden(_("Somebody is editing this. Try again later."))
        getMultiAdapter((self.context, self.request), IDeserializeFromJson)()
        if self.request.getHeader("Prefer") == "return=representation":
            return getMultiAdapter((self.context, self.request), ISerializeToJson)()
        return self.reply_no_content()
