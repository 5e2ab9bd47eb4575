"""What each party is to do (W2, W9)."""

from collective.conventions import _
from collective.conventions.content import rows
from collective.conventions.content.fields import table
from collective.conventions.content.sections.parties import IParties
from plone.supermodel import model


class ICommitments(IParties):
    """What each party is to do (W2, W9)."""

    model.fieldset("commitments", label=_("Commitments"), fields=["commitments"])
    commitments = table(
        rows.ICommitmentRow, _("Commitments"), _("What each party is to do, deliver or pay.")
    )
