"""``@@signed`` on a convention: originals, the approved text, and the signed copies."""

from collective.conventions import _
from collective.conventions.browser.names import Names
from collective.conventions.browser.names import names_of
from collective.conventions.browser.page import Page
from collective.conventions.browser.signed.copies import Shown
from collective.conventions.browser.signed.copies import shown
from collective.conventions.content import vocabularies
from collective.conventions.documents.signed.keeping import keep
from collective.conventions.documents.signed.keeping import may_keep
from collective.conventions.documents.signed.standing import Standing
from collective.conventions.documents.signed.standing import standing
from collective.conventions.interfaces import BadRequest
from collective.conventions.interfaces import ConventionsError
from collective.conventions.terms.publication import RULES
from collective.conventions.terms.texts.fingerprint import short
from dataclasses import dataclass
from functools import cached_property
from plone import api
from plone.namedfile.file import NamedBlobFile
from plone.protect import CheckAuthenticator
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
import transaction


LONGEST_TITLE = 200


@dataclass(frozen=True)
class Receipt:
    """The original of a party; ``day`` is empty as long as its receipt is not recorded."""

    party: str
    day: str


class SignedPage(Page):
    """What is known of the signing, and the form that keeps a signed copy."""

    index = ViewPageTemplateFile("page.pt")
    refusal = ""

    def __call__(self) -> str:
        if self.request.method == "POST":
            CheckAuthenticator(self.request)
            return self._keep()
        return super().__call__()

    @cached_property
    def url(self) -> str:
        return str(self.context.absolute_url())

    @cached_property
    def standing(self) -> Standing:
        return standing(self.context, self.today)

    @cached_property
    def names(self) -> Names:
        return names_of(one.party for one in self.standing.originals)

    @cached_property
    def originals(self) -> list[Receipt]:
        return [
            Receipt(self.names[one.party].title, self.day(one.received))
            for one in self.standing.originals
        ]

    @cached_property
    def approved(self) -> str:
        return short(self.standing.approved)

    @cached_property
    def copies(self) -> list[Shown]:
        return [shown(copy, self) for copy in self.standing.copies]

    @cached_property
    def may_keep(self) -> bool:
        return may_keep(self.context)

    @cached_property
    def rules(self) -> list[tuple[str, str]]:
        return [(rule, self.choice(vocabularies.PUBLICATION_RULES, rule)) for rule in RULES]

    @cached_property
    def publication(self) -> str:
        return str(self.request.form.get("publication") or "parties")

    @cached_property
    def title(self) -> str:
        return str(self.request.form.get("title", "")).strip()[:LONGEST_TITLE]

    def _keep(self) -> str:
        try:
            sent = self.request.form.get("file")
            if not getattr(sent, "filename", ""):
                raise BadRequest(_("Please choose a file."))
            if self.publication not in RULES:
                raise BadRequest(_("Please choose who may read it."))
            file = NamedBlobFile(data=sent, filename=sent.filename)
            keep(self.context, file, title=self.title, publication=self.publication)
        except ConventionsError as error:
            transaction.doom()
            self.refusal = self.t(error.message)
            return super().__call__()
        api.portal.show_message(_("The signed copy is kept."), self.request)
        self.request.response.redirect(f"{self.url}/@@signed")
        return ""
