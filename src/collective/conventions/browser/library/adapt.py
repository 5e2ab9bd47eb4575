"""``library/@@adapt-model``: a model of one's own with the words of another one."""

from collective.conventions import _
from collective.conventions.documents.library.adapting import adapt
from collective.conventions.interfaces import ConventionsError
from plone import api
from plone.protect import CheckAuthenticator
from plone.protect import PostOnly
from Products.Five.browser import BrowserView


class AdaptModel(BrowserView):
    """Makes the copy, and goes there."""

    def __call__(self) -> str:
        PostOnly(self.request)
        CheckAuthenticator(self.request)
        url = self.context.absolute_url()
        try:
            model = adapt(str(self.request.form.get("name") or ""))
        except ConventionsError as error:
            api.portal.show_message(error.message, self.request, type="error")
        else:
            told = _("This is your own model now. Change what you want to say otherwise.")
            api.portal.show_message(told, self.request)
            url = model.absolute_url()
        self.request.response.redirect(url)
        return ""
