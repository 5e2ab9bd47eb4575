"""Which letters a space writes about what is overdue, and when: a setting of the space."""

from collections.abc import Sequence
from collective.conventions import _
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.journal.actor import actor
from collective.conventions.journal.storage import journal_of_space
from collective.conventions.terms.dunning import check_steps
from collective.conventions.terms.dunning import Step
from collective.conventions.terms.dunning import STEPS
from plone import api
from zope import schema
from zope.interface import Interface


RECORD = "collective.conventions.dunning.steps"
ACTION = "settings_changed"


def _written(steps: Sequence[Step]) -> list[str]:
    return [f"{step.letter}|{step.days}" for step in steps]


class IDunningSettings(Interface):
    """What a space has on record about its letters."""

    steps = schema.List(
        title=_("Payment reminders"),
        description=_("Each letter with the days after the due date on which it can go."),
        value_type=schema.TextLine(title=_("Letter")),
        required=False,
        default=_written(STEPS),
    )


def steps() -> tuple[Step, ...]:
    """The letters of the present space, the first one first; none where it writes none."""
    found = api.portal.get_registry_record(RECORD, default=None)
    return STEPS if found is None else tuple(map(_read, found))


def set_steps(new: Sequence[Step]) -> bool:
    """Put ``new`` in the place of the letters of the present space; tells whether they differ.

    :raises UnprocessableEntity: ``findings`` name the rows that cannot be.
    """
    if found := check_steps(new):
        raise UnprocessableEntity(findings=found)
    before, after = _written(steps()), _written(new)
    if before == after:
        return False
    api.portal.set_registry_record(RECORD, after)
    journal = journal_of_space()
    journal.append(
        ACTION,
        actor=actor(),
        subject=journal.title,
        before={"dunning_steps": before},
        after={"dunning_steps": after},
    )
    return True


def _read(text: str) -> Step:
    letter, days = text.split("|")
    return Step(letter, int(days))
