"""A file in any form of the space: whether it fits is said beside it, and the rest stays typed."""

from collective.conventions.interfaces import InsufficientStorage
from collective.conventions.space.meter import ask_file
from plone.formwidget.namedfile.validator import NamedFileWidgetValidator
from plone.namedfile.interfaces import INamed
from typing import Any
from z3c.form.interfaces import IAddForm
from zope.i18n import translate
from zope.interface import Invalid


class FileThatFits(NamedFileWidgetValidator):
    """Plone's own look at a file, and the question whether there is room for it."""

    def validate(self, value: Any, force: bool = False) -> None:
        super().validate(value, force)
        if INamed.providedBy(value):
            try:
                ask_file(self.widget.name, value, self._stored())
            except InsufficientStorage as refused:
                # A page that shows it would lose the sizes in it.
                raise Invalid(translate(refused.message, context=self.request)) from None

    def _stored(self) -> Any:
        if IAddForm.providedBy(self.view) or self.widget.ignoreContext:
            return None
        content = self.field.interface(self.context, None)
        return None if content is None else self.field.query(content)
