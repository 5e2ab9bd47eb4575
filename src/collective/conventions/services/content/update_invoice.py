"""PATCH of an invoice: a draft only."""

from collective.conventions import _
from collective.conventions.billing.frozen import issued_of
from collective.conventions.interfaces import Conflict
from collective.conventions.interfaces import Forbidden
from collective.conventions.services.content.update import Update
from plone import api
from typing import Any


MODIFY = "Modify portal content"


class UpdateInvoice(Update):
    """Says why, where nobody may change it any more."""

    def reply(self) -> Any:
        if issued_of(self.context) is not None:
            raise Conflict(
                _(
                    "“${title}” has been issued. It is kept; a credit note takes it back.",
                    mapping={"title": self.context.title},
                )
            )
        if not api.user.has_permission(MODIFY, obj=self.context):
            raise Forbidden(_("You may not change this now."))
        return super().reply()
