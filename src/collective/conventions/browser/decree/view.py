"""``@@decree``: the decree as it stands, its files, and what College and Council decided."""

from collective.conventions import _
from collective.conventions.browser.decree.page import DecreePage
from collective.conventions.content import vocabularies
from collective.conventions.documents.decree.blocks import Block
from collective.conventions.documents.decree.blocks import blocks_of
from collective.conventions.documents.decree.files import ENDINGS
from collective.conventions.documents.decree.keeping import drop
from collective.conventions.documents.decree.keeping import redraft
from collective.conventions.documents.decree.modelled import offered
from collective.conventions.documents.decree.sheet import sheets_of
from collective.conventions.documents.decree.words import LANGUAGES
from collective.conventions.documents.library.models import find
from collective.conventions.exchange.fingerprint import fingerprint
from collective.conventions.interfaces import BadRequest
from collective.conventions.interfaces import ConventionsError
from collective.conventions.lifecycle.deliberating import decided
from collective.conventions.messages import sentence
from collective.conventions.terms.deliberating import Deliberation
from collective.conventions.terms.deliberating import deliberations_of
from collective.conventions.terms.texts.fingerprint import short
from dataclasses import dataclass
from functools import cached_property
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18nmessageid import Message
import transaction


#: What can be done with one language, and what is said once it is.
ACTIONS = {
    "draft": (
        redraft,
        _("The decree is drafted. Please read it, and change what is to be changed."),
    ),
    "drop": (drop, _("The decree in this language is taken away.")),
}
TITLES: dict[str, Message] = {
    "html": _("Web page (HTML)"),
    "pdf": _("Paper (PDF)"),
    "docx": _("Text to edit (DOCX)"),
}


@dataclass(frozen=True)
class Version:
    """The decree in one language, as it will stand on paper."""

    language: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Decided:
    """A deliberation in words; ``standing`` marks the adoption that counts."""

    body: str
    day: str
    outcome: str
    number: str
    remark: str
    standing: bool
    withdrawn: bool


class DecreeView(DecreePage):
    """The decree in every language in which there is one; it is drafted from here."""

    index = ViewPageTemplateFile("view.pt")
    refusal = ""
    faults: tuple[str, ...] = ()

    def shown(self) -> str:
        if self.request.method == "POST":
            CheckAuthenticator(self.request)
            return self._done()
        return super().shown()

    @cached_property
    def versions(self) -> list[Version]:
        return [
            Version(
                sheet.language,
                self.language_title(sheet.language),
                tuple(block for block in blocks_of(sheet) if block.body),
            )
            for sheet in sheets_of(self.context)
        ]

    @cached_property
    def offered(self) -> list[tuple[str, str]]:
        """The languages in which it can be drafted: that of the text, then the others."""
        own = self.context.text_language or "fr"
        rest = [one for one in LANGUAGES if one not in self.decree]
        return [(one, self.language_title(one)) for one in sorted(rest, key=lambda one: one != own)]

    @cached_property
    def models(self) -> list[tuple[str, str]]:
        """The models of the library from which it can be drafted: their names and titles."""
        return [
            (one.name, f"{one.title} ({self.language_title(one.language)})") for one in offered()
        ]

    @cached_property
    def files(self) -> list[tuple[str, str]]:
        """The files to download: their addresses and titles."""
        if not self.decree:
            return []
        found = [(f"{self.url}/@@decree.{one}", self.t(TITLES[one])) for one in ENDINGS]
        if len(self.decree) > 1:
            title = self.t(_("Paper (PDF), the languages beside each other"))
            found.append((f"{self.url}/@@decree.pdf?beside=1", title))
        return found

    @cached_property
    def fingerprint(self) -> str:
        return short(fingerprint(self.context))

    @cached_property
    def decisions(self) -> list[Decided]:
        counting = decided(self.context)
        found = deliberations_of(self.context.deliberations)
        return [self._decided(one, counting) for one in found]

    def _decided(self, one: Deliberation, counting: Deliberation | None) -> Decided:
        adopted = (one.body, one.outcome) == ("council", "adopted")
        return Decided(
            body=self.choice(vocabularies.DELIBERATING_BODIES, one.body),
            day=self.day(one.sitting),
            outcome=self.choice(vocabularies.DELIBERATION_OUTCOMES, one.outcome),
            number=one.number,
            remark=one.remark,
            standing=one == counting,
            withdrawn=adopted and one != counting,
        )

    def _done(self) -> str:
        """Draft the decree in a language, or take it away."""
        name = str(self.request.form.get("action", ""))
        language = str(self.request.form.get("language", ""))
        model = str(self.request.form.get("model", ""))
        if name not in ACTIONS:
            raise BadRequest(_("This is not one of the actions of the page."))
        act, said = ACTIONS[name]
        try:
            if model:
                language = find(model).language
                redraft(self.context, language, self.today, model)
            else:
                act(self.context, language, self.today)
        except ConventionsError as error:
            transaction.doom()
            self.refusal = self.t(error.message)
            self.faults = tuple(self.t(sentence(one)) for one in error.findings)
            return super().shown()
        api.portal.show_message(said, self.request)
        self.request.response.redirect(f"{self.url}/@@decree#cd-{language}")
        return ""
