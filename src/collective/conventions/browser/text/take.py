"""``@@import-text``: a file becomes the text of the convention."""

from collective.conventions import _
from collective.conventions.browser.billing.uploads import uploaded
from collective.conventions.browser.page import Page
from collective.conventions.documents.texts.reading.limits import LARGEST_FILE
from collective.conventions.documents.texts.taking import take_text
from collective.conventions.interfaces import BadRequest
from collective.conventions.interfaces import ConventionsError
from functools import cached_property
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
import transaction


class TakeText(Page):
    """The form; a text that is there already is replaced only when that is asked for."""

    index = ViewPageTemplateFile("take.pt")
    refusal = ""

    def __call__(self) -> str:
        if self.request.method == "POST":
            CheckAuthenticator(self.request)
            return self._taken()
        return super().__call__()

    @cached_property
    def url(self) -> str:
        return str(self.context.absolute_url())

    @cached_property
    def written(self) -> bool:
        """Whether there is a text already."""
        return bool(self.context.text)

    def _taken(self) -> str:
        try:
            if self.written and not self.request.form.get("replace"):
                raise BadRequest(
                    _("There is a text already. Say that it is to be replaced, or keep it.")
                )
            sent = self.request.form.get("file")
            data = uploaded(sent, LARGEST_FILE)
            text = take_text(self.context, data, getattr(sent, "filename", ""))
        except ConventionsError as error:
            transaction.doom()
            self.refusal = self.t(error.message)
            return super().__call__()
        articles = sum(1 for part in text if part.part == "article")
        said = _("The text is taken: ${n} articles.", mapping={"n": articles})
        api.portal.show_message(said, self.request)
        self.request.response.redirect(f"{self.url}/@@text-proposals")
        return ""
