"""``@@insert-clause``: a reusable clause put into a model."""

from collective.conventions import _
from collective.conventions.documents.library.models import find
from collective.conventions.documents.library.models import is_clause
from collective.conventions.documents.texts.articles import insert_part
from collective.conventions.interfaces import ConventionsError
from plone import api
from plone.protect import CheckAuthenticator
from plone.protect import PostOnly
from Products.Five.browser import BrowserView
from zExceptions import BadRequest
import transaction


class InsertClause(BrowserView):
    """Puts a reusable clause at the end of a model, pinned to its present version."""

    def __call__(self) -> str:
        PostOnly(self.request)
        CheckAuthenticator(self.request)
        name = str(self.request.form.get("clause") or "")
        if not is_clause(name):
            raise BadRequest("There is no such clause.")
        clause = find(name)
        kind = clause.text[0].part if clause.text else "article"
        try:
            insert_part(self.context, len(self.context.text), {"part": kind, "clause": clause.name})
        except ConventionsError as error:
            transaction.doom()
            api.portal.show_message(error.message, self.request, type="error")
        else:
            told = _("The clause stands at the end now. Move it where it belongs.")
            api.portal.show_message(told, self.request)
        last = len(self.context.text) - 1
        self.request.response.redirect(f"{self.context.absolute_url()}/@@text#part-{last}")
        return ""
