"""``@@decree-edit?language=fr``: the parts of the decree in one language, as rich text."""

from collective.conventions import _
from collective.conventions.browser.decree.page import DecreePage
from collective.conventions.browser.text.edit import LOOK
from collective.conventions.content import vocabularies
from collective.conventions.documents.decree.drafting import PARTS
from collective.conventions.documents.decree.keeping import change
from collective.conventions.interfaces import Conflict
from collective.conventions.interfaces import ConventionsError
from collective.conventions.interfaces import NotFound
from collective.conventions.messages import sentence
from dataclasses import dataclass
from functools import cached_property
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
import json
import transaction


#: The buttons and elements of the editor: those of a text, and no others.
EDITOR = {
    "menubar": False,
    "statusbar": False,
    "toolbar": "undo redo | bold italic | bullist numlist",
    "plugins": ["lists"],
    "valid_elements": "p,ol,ul,li,strong/b,em/i,br,table,thead,tbody,tr,th,td",
    "entity_encoding": "raw",
    **LOOK,
}
#: The parts that are long, and how high their editor is; in pixels, as that of the others.
LONG = ("considerations", "operative")
HIGH, LOW = 320, 170


@dataclass(frozen=True)
class Field:
    """A part with its title and what stands in it."""

    name: str
    title: str
    body: str
    options: str


class DecreeEdit(DecreePage):
    """The form; what was typed into a refused one is kept."""

    index = ViewPageTemplateFile("edit.pt")
    refusal = ""
    faults: tuple[str, ...] = ()

    def shown(self) -> str:
        if self.chosen not in self.decree:
            raise NotFound(_("No decree is written in this language yet."))
        if not self.may_change:
            raise Conflict(_("The decree can no longer be changed."))
        if self.request.method == "POST":
            CheckAuthenticator(self.request)
            return self._saved()
        return super().shown()

    @cached_property
    def chosen(self) -> str:
        """The language that is edited."""
        return str(self.request.form.get("language", ""))

    @cached_property
    def typed(self) -> dict[str, str]:
        """What stands in each part: what was typed, else what is kept."""
        kept = self.decree[self.chosen]
        form = self.request.form if self.request.method == "POST" else {}
        return {name: str(form.get(name, kept.get(name, ""))) for name in PARTS}

    @cached_property
    def fields(self) -> list[Field]:
        return [self._field(name, body) for name, body in self.typed.items()]

    def _field(self, name: str, body: str) -> Field:
        title = self.choice(vocabularies.DECREE_PARTS, name)
        height = HIGH if name in LONG else LOW
        tiny = {**EDITOR, "iframe_aria_text": title, "height": height}
        return Field(name, title, body, json.dumps({"tiny": tiny}))

    def _saved(self) -> str:
        try:
            change(self.context, self.chosen, self.typed, self.today)
        except ConventionsError as error:
            transaction.doom()
            self.refusal = self.t(error.message)
            self.faults = tuple(self.t(sentence(one)) for one in error.findings)
            return super().shown()
        api.portal.show_message(_("The decree is saved."), self.request)
        self.request.response.redirect(f"{self.url}/@@decree#cd-{self.chosen}")
        return ""
