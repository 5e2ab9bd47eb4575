"""A file in the JSON of any content of the space, stock types included: it must fit in."""

from collective.conventions.space.meter import ask_file
from plone.restapi.deserializer.dxfields import NamedFieldDeserializer
from typing import Any


class FileThatFits(NamedFieldDeserializer):
    """Plone's own reading of a file, and the question whether there is room for it."""

    def __call__(self, value: Any) -> Any:
        file = super().__call__(value)
        content = self.field.interface(self.context, None)
        stored = None if content is None else getattr(content, self.field.__name__, None)
        ask_file(self.field, file, stored)
        return file
