"""The rows of an amendment: a field set to a new value, a row of a table that changes (D5)."""

from collective.conventions import _
from collective.conventions.content import vocabularies
from collective.conventions.content.convention import IConvention
from collective.conventions.content.rows.follow_up import ICommitmentRow
from collective.conventions.content.rows.money import IPriceRow
from collective.conventions.content.rows.parties import IPartyRow
from collective.conventions.content.rows.texts import ITextRow
from collective.conventions.terms.amending.amendment import FIELDS
from copy import copy
from typing import Any
from zope import schema
from zope.interface import Interface
from zope.interface.interface import InterfaceClass
from zope.schema import getFieldsInOrder
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


#: The fields that an amendment may set, by their titles.
AMENDABLE = SimpleVocabulary(
    [SimpleTerm(value=name, token=name, title=IConvention[name].title) for name in FIELDS]
)


class IFieldChangeRow(Interface):
    """A field of the convention and its value from then on."""

    field = schema.Choice(title=_("What changes"), vocabulary=AMENDABLE)
    value = schema.Text(
        title=_("New value"),
        description=_("As REST writes it, such as 2027-12-31, 12.50 or true; empty for none."),
        required=False,
        max_length=10000,
    )


class IRowChangeRow(Interface):
    """What happens to a row of a table."""

    action = schema.Choice(
        title=_("What happens"), vocabulary=vocabularies.AMENDING_ACTIONS, default="replace"
    )
    row = schema.TextLine(
        title=_("Row concerned"),
        description=_(
            "Its name on the page of what holds, as in “2”. Of a row that is added, the one after "
            "which it stands; at the end when left empty."
        ),
        required=False,
        max_length=20,
    )


def _changes_of(row: Any) -> Any:
    """The rows that say how those of a table change; one that is removed needs nothing more."""
    columns = [copy(column) for _name, column in getFieldsInOrder(row)]
    for column in columns:
        column.required = False
    heads = [copy(IRowChangeRow[name]) for name in ("action", "row")]
    every = [*heads, *columns]
    for position, column in enumerate(every):
        column.order = position
    return InterfaceClass(
        f"{row.__name__.removesuffix('Row')}ChangeRow",
        (Interface,),
        {column.__name__: column for column in every},
        __doc__=f"A change of a row as in ``{row.__name__}``.",
        __module__=__name__,
    )


IPartyChangeRow = _changes_of(IPartyRow)
ICommitmentChangeRow = _changes_of(ICommitmentRow)
IPriceChangeRow = _changes_of(IPriceRow)
ITextChangeRow = _changes_of(ITextRow)
