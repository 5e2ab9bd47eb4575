"""``@@edit-part``: one part of the text changed, or a new one written."""

from collective.conventions import _
from collective.conventions.browser.findings import Described
from collective.conventions.browser.findings import described
from collective.conventions.browser.names import Names
from collective.conventions.browser.page import Page
from collective.conventions.browser.text.wording import KINDS
from collective.conventions.browser.text.wording import name_of
from collective.conventions.content.values import Reading
from collective.conventions.content.values import text_of
from collective.conventions.documents.texts.articles import insert_part
from collective.conventions.documents.texts.articles import keep_part
from collective.conventions.interfaces import Conflict
from collective.conventions.interfaces import ConventionsError
from collective.conventions.terms.texts.text import Part
from collective.conventions.terms.texts.text import Text
from functools import cached_property
from hashlib import sha256
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from zExceptions import BadRequest
from zExceptions import NotFound
import json
import transaction


#: How the words in an editor look: the file that is named for it otherwise is not there.
LOOK = {"content_css": False, "content_style": "body { font: 1rem/1.5 system-ui, sans-serif }"}
#: What the editor offers: no more than a body may hold.
EDITOR = {
    "tiny": {
        "menubar": False,
        "toolbar": "undo redo | bold italic | bullist numlist outdent indent | table",
        "plugins": ["lists", "table"],
        "external_plugins": {},
        "valid_elements": "p,ol,ul,li,strong/b,em/i,br,table,thead,tbody,tr,th,td",
        "height": 420,
        **LOOK,
    }
}


class EditPart(Page):
    """A form for the number, the title and the words; it says so when somebody was faster."""

    index = ViewPageTemplateFile("edit.pt")
    kinds = KINDS
    refusal = ""
    faults: tuple[Described, ...] = ()

    def __call__(self) -> str:
        if self.request.method == "POST":
            CheckAuthenticator(self.request)
            return self._saved()
        return super().__call__()

    @cached_property
    def url(self) -> str:
        return str(self.context.absolute_url())

    @cached_property
    def editor(self) -> str:
        return json.dumps(EDITOR)

    @cached_property
    def new(self) -> int | None:
        """Before which part a new one is put; ``None`` when one is changed."""
        return _number(self.request.form, "new")

    @cached_property
    def at(self) -> int:
        """The position of the part that is changed."""
        found = _number(self.request.form, "at")
        if found is None or found >= len(self._text):
            raise NotFound("There is no such part.")
        return found

    @cached_property
    def part(self) -> Part:
        """What the form shows: what was sent, else what is there."""
        form = self.request.form
        if self.request.method == "POST":
            given = {
                name: str(form.get(name) or "") for name in ("part", "number", "title", "body")
            }
            return Part(**given)
        return Part("article") if self.new is not None else self._text[self.at]

    @cached_property
    def name(self) -> str:
        """What is changed, for the heading."""
        return self.t(_("New part")) if self.new is not None else name_of(self, self._text[self.at])

    @cached_property
    def was(self) -> str:
        """The part as it was when the form was opened, so that nobody's change is lost."""
        kept = "" if self.new is not None else repr(self._text[self.at])
        return sha256(kept.encode()).hexdigest()[:16]

    @cached_property
    def _text(self) -> Text:
        return text_of(Reading(self.context))

    def _saved(self) -> str:
        part = self.part
        if part.part not in KINDS:
            raise BadRequest("A part is one of a few kinds.")
        values = {"part": part.part, "number": part.number, "title": part.title, "body": part.body}
        try:
            if self.request.form.get("was") != self.was:
                raise Conflict(
                    _(
                        "Somebody has changed this part in the meantime. Please copy what you "
                        "wrote, and open it anew."
                    )
                )
            if self.new is not None:
                place = min(self.new, len(self._text))
                insert_part(self.context, place, values)
            else:
                place = self.at
                keep_part(self.context, place, values)
        except ConventionsError as error:
            transaction.doom()
            self.refusal = self.t(error.message)
            self.faults = tuple(described(one, self, Names()) for one in _findings(error))
            return super().__call__()
        api.portal.show_message(_("The text is saved."), self.request)
        self.request.response.redirect(f"{self.url}/@@text#part-{place}")
        return ""


def _findings(error: ConventionsError) -> list[Any]:
    """The findings that the words of this form can have."""
    return [one for one in error.findings if getattr(one, "params", None) is not None]


def _number(form: Any, name: str) -> int | None:
    written = form.get(name)
    if not isinstance(written, str) or not written.isdecimal() or len(written) > 4:
        return None
    return int(written)
