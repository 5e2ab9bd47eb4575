"""Conventions of everyday life, told in few words: two parties, one of them the space's own."""

from collective.conventions.commands.demo.model import Agreement
from collective.conventions.commands.demo.model import Change
from collective.conventions.commands.demo.model import Fields
from collective.conventions.commands.demo.model import File
from collective.conventions.commands.demo.model import party
from collective.conventions.commands.demo.model import signs
from collective.conventions.terms.deliberating import Deliberation
from dataclasses import dataclass
from datetime import date
from datetime import timedelta


@dataclass(frozen=True)
class House:
    """The owner of a space: its partner's key, and who signs for it: (name, capacity)."""

    partner: str
    signatories: tuple[tuple[str, str], ...]

    def agreement(
        self,
        id: str,
        title: str,
        state: str,
        kind: str,
        subject: str,
        other: str,
        person: str,
        capacity: str,
        *,
        council: date | None = None,
        ours: date | None = None,
        theirs: date | None = None,
        annexes: tuple[File, ...] = (),
        model: str = "",
        decree: tuple[str, ...] = (),
        deliberations: tuple[Deliberation, ...] = (),
        amendments: tuple[Change, ...] = (),
        **fields: object,
    ) -> Agreement:
        """A convention with ``other``, for which ``person`` signs.

        :param council: the day of the Council; the College decided eleven days before.
        :param ours: the day on which the house signs.
        :param theirs: the day on which ``other`` signs.
        """
        return Agreement(
            id=id,
            title=title,
            state=state,
            annexes=annexes,
            model=model,
            decree=decree,
            deliberations=deliberations,
            amendments=amendments,
            fields={
                "kind": kind,
                "subject_matter": subject,
                "parties": [party(self.partner, "authority"), party(other, "partner")],
                "signatories": [
                    *(signs(self.partner, *each, signed=ours) for each in self.signatories),
                    signs(other, person, capacity, signed=theirs),
                ],
                "responsible": ["author"],
                **(decisions(council) if council else {}),
                **fields,
            },
        )


def decisions(council: date) -> Fields:
    """What is kept of the day of the Council, the College's eleven days before."""
    return {
        "college_date": council - timedelta(days=11),
        "council_sitting": council,
        "council_date": council,
        "council_number": f"{council:%Y%m%d}-{council.day}",
    }
