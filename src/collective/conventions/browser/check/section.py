"""How the text stands, in a line on the page of the convention."""

from collective.conventions import _
from collective.conventions.browser.page import Page
from collective.conventions.documents.texts.checking import Checked
from collective.conventions.documents.texts.checking import checked
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class TextCheck(Page):
    """How many findings are open, and how many of them block the signature."""

    line = ViewPageTemplateFile("line.pt")

    @cached_property
    def shown(self) -> bool:
        """Only a convention with a text is checked, for who belongs to the house."""
        return bool(self.context.text) and self.may("collective.conventions: View Internals")

    @cached_property
    def checked(self) -> Checked:
        return checked(self.context, self.today)

    @cached_property
    def sentence(self) -> str:
        found, blocking = len(self.checked.open), len(self.checked.blocking)
        if not found:
            return self.t(_("Nothing was found in the text."))
        counts = {"count": found, "blocking": blocking}
        if blocking:
            said = _(
                "Findings: ${count}, of which ${blocking} block the signature.", mapping=counts
            )
        else:
            said = _("Findings: ${count}, none blocks the signature.", mapping=counts)
        return self.t(said)
