"""The facts that are given together with a step, as controls of its page."""

from collective.conventions import _
from collective.conventions.browser.widgets.choice import control_for
from collective.conventions.browser.widgets.control import Control
from collective.conventions.content.convention import IConvention
from typing import Any
from z3c.form.interfaces import IContextAware
from zope.interface import alsoProvides
from zope.schema import Text
from zope.schema.interfaces import IField


REASON = Text(
    __name__="withdrawal_reason",
    title=_("Reason"),
    description=_("Why the decision is withdrawn or annulled. It is written into the journal."),
    max_length=5000,
)
#: step → the fields that are filled in when it is taken
ASKED: dict[str, tuple[IField, ...]] = {
    "withdraw": (REASON,),
    "terminate": (IConvention["termination_date"], IConvention["termination_reason"]),
}


def controls_of(step: str, context: Any, request: Any) -> dict[str, Control]:
    """The controls of what a step asks for; each must be filled in."""
    return {field.__name__: _control(field, context, request) for field in ASKED.get(step, ())}


def _control(field: IField, context: Any, request: Any) -> Control:
    control: Control = control_for(field, request)
    control.name = field.__name__
    control.id = f"step-{field.__name__}"
    control.context = context
    # What was recorded before the step need not be typed again.
    control.ignoreContext = field is REASON
    if not control.ignoreContext:
        alsoProvides(control, IContextAware)
    control.required = True
    control.update()
    return control
