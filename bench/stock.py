"""A type of as many fields and rows as a convention, and none of its logic.

Its schema is read off the convention's own: the same fields of the same kinds, but plain. A field
that looks partners up becomes a line of text; a decimal number becomes a float, for stock row
deserializers cannot read decimals.
"""

from collective.conventions.content.convention import IConvention
from collective.conventions.content.fields import Identifier
from collective.z3cform.datagridfield.row import DictRow
from plone.dexterity.fti import DexterityFTI
from plone.supermodel.model import Schema
from typing import Any
from zope import schema
from zope.interface import Interface
from zope.interface.interface import InterfaceClass
from zope.schema import getFieldsInOrder
from zope.schema.vocabulary import SimpleVocabulary
import sys


NAME = "Stock"
BEHAVIORS = ("plone.basic", "plone.namefromtitle", "plone.locking")


def plain(field: Any) -> Any:
    """The same field without anything of ours."""
    options = {"title": str(field.title), "required": field.required}
    if isinstance(field, schema.List):
        row = getattr(field.value_type, "schema", None)
        value_type = DictRow(schema=mirror(row, Interface)) if row else schema.TextLine()
        return schema.List(**options, value_type=value_type, missing_value=[])
    if isinstance(field, schema.Choice):
        if isinstance(field.vocabulary, SimpleVocabulary):
            return schema.Choice(**options, values=[term.value for term in field.vocabulary])
        return schema.TextLine(**options)
    if isinstance(field, schema.Decimal):
        return schema.Float(**options)
    kind = schema.TextLine if isinstance(field, Identifier) else type(field)
    return kind(**options)


def mirror(original: InterfaceClass, base: InterfaceClass) -> InterfaceClass:
    """A schema of plain fields, in the order of the original."""
    fields = {name: plain(field) for name, field in getFieldsInOrder(original)}
    made = InterfaceClass(f"Stock{original.__name__}", (base,), fields, __module__=__name__)
    setattr(sys.modules[__name__], made.__name__, made)
    return made


IStock = mirror(IConvention, Schema)


def install(portal: Any) -> None:
    """Add the type to a site, with Plone's own workflow and a stock folder to hold it."""
    portal.portal_types._setObject(
        NAME,
        DexterityFTI(
            NAME,
            title=NAME,
            klass="plone.dexterity.content.Container",
            schema=f"{__name__}.{IStock.__name__}",
            behaviors=BEHAVIORS,
            add_permission="cmf.AddPortalContent",
        ),
    )
    portal.portal_workflow.setChainForPortalTypes([NAME], ("simple_publication_workflow",))
    portal.invokeFactory("Folder", "stock", title=NAME)
