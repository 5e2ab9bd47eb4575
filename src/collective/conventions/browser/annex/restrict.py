"""``@@restrict`` on an annex: let fewer people read it, from now on."""

from collective.conventions import _
from collective.conventions.browser.findings import Described
from collective.conventions.browser.findings import described
from collective.conventions.browser.names import Names
from collective.conventions.browser.page import Page
from collective.conventions.content import vocabularies
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.lifecycle.restricting import restrict
from collective.conventions.terms.publication import stricter
from functools import cached_property
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
import transaction


class RestrictPage(Page):
    """The stricter rules, and the reason."""

    index = ViewPageTemplateFile("restrict.pt")
    faults: tuple[Described, ...] = ()

    def __call__(self) -> str:
        if self.request.method == "POST":
            CheckAuthenticator(self.request)
            return self._restrict()
        return super().__call__()

    @cached_property
    def url(self) -> str:
        return str(self.context.absolute_url())

    @cached_property
    def rule(self) -> str:
        return self.choice(vocabularies.PUBLICATION_RULES, self.context.publication)

    @cached_property
    def rules(self) -> list[tuple[str, str]]:
        """(token, title) of what may be chosen; the strictest is the last."""
        return [
            (rule, self.choice(vocabularies.PUBLICATION_RULES, rule))
            for rule in stricter(self.context.publication)
        ]

    @cached_property
    def chosen(self) -> str:
        """What is chosen already: what was sent, or the only one there is."""
        sent = str(self.request.form.get("publication", ""))
        return sent or (self.rules[-1][0] if self.rules else "")

    @cached_property
    def reason(self) -> str:
        return str(self.request.form.get("reason", ""))

    def _restrict(self) -> str:
        sent = str(self.request.form.get("publication", ""))
        try:
            restrict(self.context, sent, self.reason)
        except UnprocessableEntity as error:
            transaction.doom()
            self.faults = tuple(described(one, self, Names()) for one in error.findings)
            return super().__call__()
        api.portal.show_message(_("From now on fewer people can read it."), self.request)
        self.request.response.redirect(self.url)
        return ""
