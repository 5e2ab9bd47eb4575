"""Which control a field gets."""

from collective.conventions.browser.widgets import controls
from collective.conventions.browser.widgets.control import Control
from collective.conventions.browser.widgets.picker import Picker
from collective.conventions.content import sources
from typing import Any
from z3c.form.interfaces import IFieldWidget
from z3c.form.widget import FieldWidget
from zope.component import getMultiAdapter
from zope.schema import interfaces


#: Fields that are more than their type says.
NAMED: dict[str, type[Control]] = {
    "email": controls.Email,
    "help_email": controls.Email,
    "phone": controls.Telephone,
    "help_phone": controls.Telephone,
    "address": controls.Address,
    "website": controls.Address,
    "responsible": controls.Members,
}
#: The control of each type of field; the first that fits.
TYPED: tuple[tuple[Any, type[Control]], ...] = (
    (interfaces.IBool, controls.Tick),
    (interfaces.IDate, controls.Day),
    (interfaces.IDecimal, controls.Number),
    (interfaces.IInt, controls.Number),
    (interfaces.ITextLine, Control),
    (interfaces.IText, controls.Area),
)
#: The sources that grow with the space.
PICKED = (
    sources.partners,
    sources.communes,
    sources.conventions,
    sources.annexes,
)


def control_for(field: Any, request: Any) -> Any:
    """The control of a field, ready to be updated; Plone's own widget for what we know not."""
    found = control_class(field)
    if found is None:
        return getMultiAdapter((field, request), IFieldWidget)
    return FieldWidget(field, found(request))


def control_class(field: Any) -> type[Control] | None:
    """The class of the control of a field, if it is ours."""
    if field.__name__ in NAMED:
        return NAMED[field.__name__]
    if interfaces.IChoice.providedBy(field):
        return Picker if field.vocabulary in PICKED else controls.Choose
    return next((control for kind, control in TYPED if kind.providedBy(field)), None)
