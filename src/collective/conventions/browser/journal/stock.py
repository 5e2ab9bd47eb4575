"""What takes the place of Plone's own histories."""

from Acquisition import aq_parent
from Products.Five.browser import BrowserView


class ToJournal(BrowserView):
    """Leads to the journal of a convention."""

    def __call__(self) -> str:
        return str(self.request.response.redirect(f"{self.context.absolute_url()}/@@journal"))


class ToJournalOfConvention(BrowserView):
    """Leads from an annex or invoice to the journal of its convention."""

    def __call__(self) -> str:
        url = aq_parent(self.context).absolute_url()
        return str(self.request.response.redirect(f"{url}/@@journal"))
