"""A file in the JSON of any content of the space, stock types included: it must fit in."""

from collective.conventions.space.meter import ask_file
from plone.exportimport.deserializers.blob import ExportImportNamedFieldDeserializer
from plone.exportimport.interfaces import IExportImportRequestMarker
from plone.restapi.deserializer.dxfields import NamedFieldDeserializer
from plone.restapi.interfaces import IFieldDeserializer
from typing import Any
from zope.interface import implementer


@implementer(IFieldDeserializer)
class FileThatFits:
    """Plone's own reading of a file, and the question whether there is room for it."""

    def __init__(self, field: Any, context: Any, request: Any) -> None:
        self.field, self.context = field, context
        # We stand before both of Plone's readers: of a body, and of an export of a site.
        imported = IExportImportRequestMarker.providedBy(request)
        reader = ExportImportNamedFieldDeserializer if imported else NamedFieldDeserializer
        self.read = reader(field, context, request)

    def __call__(self, value: Any) -> Any:
        file = self.read(value)
        content = self.field.interface(self.context, None)
        stored = None if content is None else getattr(content, self.field.__name__, None)
        ask_file(self.field, file, stored)
        return file
