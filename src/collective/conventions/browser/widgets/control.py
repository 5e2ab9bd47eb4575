"""A control: what a person fills in, with its label, its help and its error tied together.

A control is a widget of z3c.form that keeps what was typed, reads it and writes itself. It does
not leave its label to others: what belongs together for a screen reader is drawn together.
"""

from collections.abc import Mapping
from collections.abc import Sequence
from collective.conventions.browser.widgets.wording import explained
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from z3c.form.interfaces import IDataConverter
from z3c.form.interfaces import NO_VALUE
from z3c.form.widget import Widget
from zope.i18n import translate
from zope.interface import implementer
from zope.interface import Invalid
import json


class Fault:
    """What is wrong with a control, as the machinery of z3c.form wants an error to be."""

    def __init__(self, message: Any, widget: Any = None) -> None:
        self.message = message
        self.widget = widget

    def render(self) -> Any:
        return self.message


@implementer(IDataConverter)
class Control(Widget):
    """A line of text, and the base of every other control."""

    template = ViewPageTemplateFile("control.pt")
    kind = "line"
    #: The ``type`` of the input; what keyboard a phone shows follows from it and ``inputmode``.
    type = "text"
    inputmode: str | None = None
    autocomplete: str | None = "off"
    #: field → answers: this control is only asked for when each has one of its answers, or any.
    asked_when: Mapping[str, Sequence[str]] | None = None
    #: May not be changed: it is shown as text.
    fixed = False
    #: What the field is called in this form, where that is not its own title.
    title: Any = None
    help: Any = None
    value: Any = ""

    def extract(self, default: Any = NO_VALUE) -> Any:
        typed = self.request.form.get(self.name, default)
        return typed if isinstance(typed, str) else default

    def toWidgetValue(self, value: Any) -> Any:
        return "" if value is None else str(value)

    def toFieldValue(self, value: Any) -> Any:
        typed = value.strip()
        return self.field.fromUnicode(typed) if typed else self.field.missing_value

    def read(self) -> Any:
        """The value of what was typed; ``None`` with an ``error`` where it is none."""
        try:
            typed = self.extract()
            value = None if typed is NO_VALUE else self.toFieldValue(typed)
            self.field.bind(self.context).validate(value)
        except (Invalid, ValueError) as error:
            self.error = Fault(explained(error, self.field), self)
            return None
        return value

    @property
    def shown_title(self) -> str:
        return self.translated(self.title or self.field.title)

    @property
    def shown_help(self) -> str:
        return self.translated(self.help or self.field.description)

    @property
    def fault(self) -> str:
        """The sentence of what is wrong, or nothing."""
        if self.error is None:
            return ""
        return self.translated(getattr(self.error, "message", None) or self.error.render())

    @property
    def asked_when_text(self) -> str | None:
        """``asked_when`` for the scripts of the page."""
        return json.dumps(self.asked_when) if self.asked_when else None

    @property
    def described_by(self) -> str | None:
        """The ids of what describes the control: its error first, then its help."""
        parts = [("error", self.fault), ("help", self.shown_help)]
        return " ".join(f"{self.id}-{part}" for part, text in parts if text) or None

    @property
    def text(self) -> str:
        """What stands in the control, for who may only read it."""
        return str(self.value)

    @property
    def max_length(self) -> int | None:
        return getattr(self.field, "max_length", None)

    @property
    def language(self) -> str:
        return str(api.portal.get_current_language()).split("-")[0]

    def translated(self, message: Any) -> str:
        return str(translate(message, context=self.request)) if message else ""

    def render(self) -> str:
        return str(self.template())
