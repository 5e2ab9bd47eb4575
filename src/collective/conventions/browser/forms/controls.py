"""The control of each field of a form, set up for who fills it in."""

from collective.conventions.browser.forms.offer import Offer
from collective.conventions.browser.forms.titles import ASKED_WHEN
from collective.conventions.browser.forms.titles import FIELD_HELPS
from collective.conventions.browser.forms.titles import FIELD_TITLES
from collective.conventions.browser.widgets.choice import control_for
from collective.conventions.browser.widgets.control import Control
from collective.conventions.browser.widgets.picker import Picker
from collective.conventions.browser.widgets.table import is_table
from collective.conventions.browser.widgets.table import Table
from collective.conventions.content.sources import partners
from plone import api
from typing import Any
from z3c.form.widget import FieldWidget


#: The fields for which only a party can be chosen; in tables, all but the parties themselves.
OF_THE_PARTIES = ("notice_by",)


class ControlFactory:
    """Makes the controls of one form."""

    def __init__(self, portal_type: str, offer: Offer, may_add_partner: bool) -> None:
        self.portal_type = portal_type
        self.offer = offer
        self.may_add_partner = may_add_partner

    def __call__(self, field: Any, request: Any) -> Any:
        control = self._table(field, request) if is_table(field) else control_for(field, request)
        if isinstance(control, Control):
            control.title = FIELD_TITLES.get((self.portal_type, field.__name__))
            control.help = FIELD_HELPS.get((self.portal_type, field.__name__))
            control.asked_when = ASKED_WHEN.get(field.__name__)
        if isinstance(control, Picker):
            control.parties_only = field.__name__ in OF_THE_PARTIES
            control.may_add = (
                self.may_add_partner and field.vocabulary is partners and not control.parties_only
            )
        return control

    def _table(self, field: Any, request: Any) -> Table:
        table = FieldWidget(field, Table(request))
        table.locked = self.offer.locked(field.__name__, table.columns)
        table.fixed_rows = self.offer.fixes_rows(field.__name__)
        table.may_add_partner = self.may_add_partner and field.__name__ == "parties"
        return table


def partner_folder() -> Any:
    """The folder to which the current user may add a partner, if he may."""
    folder = api.portal.get().get("partners")
    permission = "collective.conventions: Add Partner"
    may_add = folder is not None and api.user.has_permission(permission, obj=folder)
    return folder if may_add else None
