"""POST @restriction: let fewer people read an annex, also one that is frozen."""

from collective.conventions import _
from collective.conventions.content.vocabularies import PUBLICATION_RULES
from collective.conventions.lifecycle.restricting import restrict
from collective.conventions.services.content.body import body
from collective.conventions.services.content.schema_sent import read_by
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.services import Service
from zope import schema
from zope.interface import alsoProvides
from zope.interface import Interface


class IRestrictionSent(Interface):
    """The stricter rule, and why."""

    publication = schema.Choice(title=_("Publication"), vocabulary=PUBLICATION_RULES)
    reason = schema.Text(title=_("Reason"), max_length=2000)


class Add(Service):
    """Answers 204."""

    def reply(self) -> None:
        alsoProvides(self.request, IDisableCSRFProtection)
        sent = read_by(IRestrictionSent, self.context, body(self.request))
        restrict(self.context, sent["publication"], sent["reason"])
        self.reply_no_content()
