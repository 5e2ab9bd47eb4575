"""What is wrong with what was typed into one control, in the words the whole add-on uses."""

from collective.conventions import _
from collective.conventions.messages import sentence
from collective.conventions.terms.findings import Finding
from datetime import date
from typing import Any
from zope.i18nmessageid import Message
from zope.interface import Invalid
from zope.schema import interfaces


TOO_LONG = _("This is too long: ${maximum} characters at most.")
TOO_MANY_ROWS = _("This table has too many rows: ${maximum} at most.")


class Refused(Invalid):
    """What was typed cannot be read; ``doc()`` is the sentence to show."""

    def __init__(self, code: str, **params: str | int) -> None:
        super().__init__(code)
        self._sentence = sentence(Finding(code, "", params))

    def doc(self) -> Message:
        return self._sentence


def explained(error: Exception, field: Any) -> Any:
    """The sentence for an error of a field, to be translated by who shows it."""
    name = field.__name__ or ""
    match error:
        case interfaces.RequiredMissing():
            return sentence(Finding("required", name))
        case interfaces.TooLong():
            return Message(TOO_LONG, mapping={"maximum": field.max_length})
        case interfaces.TooBig() | interfaces.TooSmall() if isinstance(field.max, date):
            limits = {"first": field.min.isoformat(), "last": field.max.isoformat()}
            return sentence(Finding("date_out_of_range", name, limits))
        case interfaces.TooBig():
            return sentence(Finding("too_large", name, {"maximum": int(field.max)}))
        case interfaces.TooSmall():
            return sentence(Finding("not_positive" if field.min == 1 else "negative", name))
        case interfaces.ConstraintNotSatisfied() if interfaces.IChoice.providedBy(field):
            return sentence(Finding("unknown_choice", name, {"value": str(error.args[0])}))
    return error.doc() if hasattr(error, "doc") else str(error)
