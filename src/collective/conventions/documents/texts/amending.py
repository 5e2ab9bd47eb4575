"""The text that an amendment would make, checked before it is signed (D5, W10, W11)."""

from Acquisition import aq_inner
from Acquisition import aq_parent
from collections.abc import Sequence
from collective.conventions.content.amended import effective
from collective.conventions.content.amended import values_at
from collective.conventions.content.amended import values_with
from collective.conventions.content.values import Reading
from collective.conventions.documents.texts.checking import check_values
from collective.conventions.documents.texts.checking import Found
from collective.conventions.interfaces import IStepGuard
from collective.conventions.terms.findings import Finding
from collective.conventions.terms.texts.check.flaw import Flaw
from dataclasses import replace
from datetime import date
from typing import Any
from zope.interface import implementer


@implementer(IStepGuard)
class AmendmentGuard:
    """Keeps an amendment from being signed while it would put a severe fault into the text.

    What was wrong with the text before is not held against it.
    """

    def __init__(self, amendment: Any) -> None:
        self.amendment = amendment

    def lacks(self, step: str, today: date) -> Sequence[Finding]:
        if step != "sign" or not self.amendment.text_changes:
            return ()
        return tuple(self._finding(one.flaw) for one in self._new(today))

    def _new(self, today: date) -> list[Found]:
        """What would block the signature of a convention with this text, and did not before."""
        convention = aq_parent(aq_inner(self.amendment))
        day = effective(Reading(self.amendment)) or today
        before = check_values(convention, values_at(convention, day)).blocking
        known = {(one.flaw.code, one.flaw.key) for one in before}
        after = check_values(convention, values_with(self.amendment, today)).blocking
        return [one for one in after if (one.flaw.code, one.flaw.key) not in known]

    def _finding(self, flaw: Flaw) -> Finding:
        """The finding at the change that it is about; at all of them where that is none."""
        said = replace(flaw.finding, field="text_changes", row=None, column=None)
        wanted = (flaw.place.part, flaw.place.number)
        for position, row in enumerate(self.amendment.text_changes):
            written = (row.get("part"), row.get("number") or "")
            if written == wanted and row.get("action") != "remove":
                return replace(said, row=position, column=flaw.place.column)
        return said
