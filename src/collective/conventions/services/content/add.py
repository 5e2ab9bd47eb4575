"""POST: a new convention, amendment, partner, invoice or annex."""

from Acquisition import aq_base
from collective.conventions import _
from collective.conventions.access.aspects import has_aspects
from collective.conventions.interfaces import BadRequest
from collective.conventions.interfaces import Forbidden
from collective.conventions.services.content.body import body
from collective.conventions.services.content.body import MAXIMUM
from collective.conventions.services.content.body import MAXIMUM_WITH_FILE
from collective.conventions.services.content.cells import plain_text
from collective.conventions.services.content.cells import Refused
from collective.conventions.services.refusals.problem import problem
from plone import api
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.interfaces import IDeserializeFromJson
from plone.restapi.interfaces import ISerializeToJson
from plone.restapi.services import Service
from plone.restapi.services.content.utils import add
from plone.restapi.services.content.utils import create
from typing import Any
from zExceptions import Unauthorized
from zope.component import getMultiAdapter
from zope.event import notify
from zope.interface import alsoProvides
from zope.lifecycleevent import ObjectCreatedEvent


class Add(Service):
    """Creates what the body describes, or nothing at all."""

    def reply(self) -> dict[str, Any]:
        alsoProvides(self.request, IDisableCSRFProtection)
        with_file = has_aspects(self.context)
        data = body(self.request, MAXIMUM_WITH_FILE if with_file else MAXIMUM)
        name = _text(data, "id")
        portal_type = _text(data, "@type")
        if not portal_type:
            raise BadRequest(_("Say in “@type” what is to be created."))
        content = self._created(portal_type, name)
        getMultiAdapter((content, self.request), IDeserializeFromJson)(
            validate_all=True, data=data, create=True
        )
        content = aq_base(content)
        notify(ObjectCreatedEvent(content))
        content = add(self.context, content, rename=not name)
        return self._answer(content)

    def _created(self, portal_type: str, name: str) -> Any:
        try:
            return create(self.context, portal_type, id_=name or None).__of__(self.context)
        except Unauthorized:
            if api.user.is_anonymous():
                raise
            raise Forbidden(
                _("You may not add “${type}” here.", mapping={"type": portal_type[:100]})
            )

    def _answer(self, content: Any) -> dict[str, Any]:
        self.request.response.setStatus(201)
        self.request.response.setHeader("Location", content.absolute_url())
        answer: dict[str, Any] = getMultiAdapter((content, self.request), ISerializeToJson)()
        return answer


def _text(data: dict[str, Any], name: str) -> str:
    try:
        return plain_text(data.get(name) or "")
    except Refused as refused:
        raise BadRequest(
            _("Some values are not valid. Nothing was changed."),
            [problem(refused.code, name, **refused.params)],
        )
