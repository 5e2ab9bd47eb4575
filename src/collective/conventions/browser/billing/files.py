"""``@@billing.csv`` and ``@@billing.xlsx``: what the list shows, for the accountant."""

from collective.conventions import _
from collective.conventions.billing import exporting
from collective.conventions.billing.standing import items
from collective.conventions.browser.billing.asking import asked
from collective.conventions.browser.page import Page
from collective.conventions.download import as_file
from collective.conventions.interfaces import Forbidden
from collective.conventions.listing import csv_file
from collective.conventions.listing import xlsx_file
from dataclasses import asdict


EXPORT = "collective.conventions: Export"


class BillingFile(Page):
    """The issued documents that are asked for; drafts are left out."""

    def csv(self) -> bytes:
        return self._sent("csv", csv_file.MIME_TYPE)

    def xlsx(self) -> bytes:
        return self._sent("xlsx", xlsx_file.MIME_TYPE)

    def _sent(self, kind: str, mime_type: str) -> bytes:
        # To see the billing is one right, to carry it away another; it takes both.
        if not self.may(EXPORT):
            raise Forbidden(_("You may not export this."))
        found = items(self.today, **asdict(asked(self.request.form)))
        data: bytes = getattr(exporting, kind)(found, self.language)
        name = f"billing-{self.today.isoformat()}.{kind}"
        as_file(self.request, name, mime_type, len(data))
        return data
