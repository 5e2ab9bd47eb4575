"""Refusals as answers: ``{"type", "message", "errors": [{field, row, column, code, message}]}``."""

from collective.conventions import _
from collective.conventions.interfaces import BadRequest
from collective.conventions.interfaces import ConventionsError
from collective.conventions.interfaces import IConventionsLayer
from collective.conventions.interfaces import IServerRequest
from collective.conventions.services.refusals.problem import shown
from plone.rest.errors import ErrorHandling
from typing import Any
from zope.i18n import translate


#: Where each finding says enough.
INVALID = _("Some values are not valid. Nothing was changed.")
#: Whose requests are answered in our shape.
OURS = (IConventionsLayer, IServerRequest)


class Refusal(ErrorHandling):
    """What the add-on itself refuses: a sentence, and what is wrong field by field."""

    def render_exception(self, exception: ConventionsError) -> dict[str, Any]:
        return {
            "type": type(exception).__name__,
            "message": translate(exception.message or INVALID, context=self.request),
            "errors": [shown(item, self.request) for item in exception.findings],
        }


class StockRefusal(ErrorHandling):
    """What Plone refuses, in the same shape: an empty list of errors joins its message."""

    def render_exception(self, exception: Exception) -> dict[str, Any]:
        answer: dict[str, Any] = super().render_exception(exception)
        if any(marker.providedBy(self.request) for marker in OURS):
            answer.setdefault("errors", [])
        return answer


class TooDeep(Refusal):
    """A body nested so deeply that Plone's own reading of it gave up, before any service did."""

    def __init__(self, context: RecursionError, request: Any) -> None:
        by_client = "JSON" in str(context)
        refusal = BadRequest(_("The body is not valid JSON, or is nested too deeply."))
        super().__init__(refusal if by_client else context, request)

    def render_exception(self, exception: Exception) -> dict[str, Any]:
        if isinstance(exception, ConventionsError):
            return super().render_exception(exception)
        answer: dict[str, Any] = ErrorHandling.render_exception(self, exception)
        return answer
