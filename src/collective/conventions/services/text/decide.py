"""POST @text-proposals: proposals accepted, rejected or taken up again."""

from collections.abc import Mapping
from collective.conventions.documents.texts.accepting import accept
from collective.conventions.documents.texts.accepting import reject
from collective.conventions.services.content.body import body
from collective.conventions.services.content.deserialize import refuse_faults
from collective.conventions.services.content.schema_sent import read_by
from collective.conventions.services.refusals.problem import problem
from collective.conventions.services.text.get import GetProposals
from plone.protect.interfaces import IDisableCSRFProtection
from typing import Any
from zope import schema
from zope.interface import alsoProvides
from zope.interface import Interface


class IDecisionSent(Interface):
    """The keys of proposals, by what is to become of them."""

    accept = schema.List(title="Accept", value_type=schema.TextLine(), required=False)
    reject = schema.List(title="Reject", value_type=schema.TextLine(), required=False)
    reopen = schema.List(title="Take up again", value_type=schema.TextLine(), required=False)


class Decide(GetProposals):
    """Answers with all proposals as they stand then."""

    def reply(self) -> dict[str, Any]:
        alsoProvides(self.request, IDisableCSRFProtection)
        sent = body(self.request)
        partners = _partners(sent.pop("partners", None))
        asked = read_by(IDecisionSent, self.context, sent)
        reject(self.context, asked["reject"] or ())
        reject(self.context, asked["reopen"] or (), again=True)
        accept(self.context, asked["accept"] or (), partners)
        return super().reply()


def _partners(sent: Any) -> dict[int, str]:
    """The partners chosen for the parties of the text, by the number of the party."""
    if sent is None:
        return {}
    readable = isinstance(sent, Mapping) and all(
        number.isdecimal() and isinstance(uid, str) for number, uid in sent.items()
    )
    if not readable:
        refuse_faults([problem("wrong_type", "partners", expected='{"0": "UID"}')])
    return {int(number): uid for number, uid in sent.items()}
