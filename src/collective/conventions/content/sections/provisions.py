"""What else the text sets."""

from collective.conventions import _
from collective.conventions.content import rows
from collective.conventions.content.fields import table
from collective.conventions.content.sections.price import IPrice
from plone.supermodel import model
from zope import schema


class IProvisions(IPrice):
    """What else the text sets."""

    model.fieldset(
        "provisions",
        label=_("Other provisions"),
        fields=["contacts_days", "dispute_settlement", "originals", "delays_move", "clauses"],
    )
    contacts_days = schema.Int(
        title=_("Contact persons named within (days)"),
        description=_("Counted from the entry into force."),
        required=False,
        min=1,
        max=3660,
    )
    dispute_settlement = schema.Text(
        title=_("Settlement of disputes"), required=False, max_length=5000
    )
    originals = schema.Int(
        title=_("Number of originals"),
        description=_("As many as there are parties when left empty."),
        required=False,
        min=1,
        max=100,
    )
    delays_move = schema.Bool(
        title=_("A delay that ends on a day off moves to the next working day"),
        description=_("The rule of the Civil Code (art. 1.7), unless the text says otherwise."),
        required=False,
        default=True,
    )
    clauses = table(
        rows.IClauseRow,
        _("Clauses"),
        _("Where the text sets these rules. Each computed date names its clause."),
    )
