"""``@@text``: the text of a convention as people read it, with a table of contents."""

from collective.conventions import _
from collective.conventions.browser.page import Page
from collective.conventions.browser.text.wording import name_of
from collective.conventions.content.amended import state_of
from collective.conventions.content.values import Reading
from collective.conventions.content.values import text_of
from collective.conventions.documents.texts.articles import may_change
from collective.conventions.documents.texts.articles import move_part
from collective.conventions.documents.texts.articles import remove_part
from collective.conventions.interfaces import ConventionsError
from collective.conventions.terms.texts.text import Part
from dataclasses import dataclass
from functools import cached_property
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import BadRequest
import transaction


@dataclass(frozen=True)
class Shown:
    """A part as the page shows it; ``at`` is its position."""

    at: int
    part: Part
    name: str
    first: bool
    last: bool

    @property
    def anchor(self) -> str:
        """Its id on the page."""
        return f"part-{self.at}"


class TextPage(Page):
    """The parts in order; who may change the text finds the ways to do so beside each."""

    index = ViewPageTemplateFile("view.pt")
    refusal = ""
    #: What the tools beside a part do, for who hears them without seeing beside what they stand.
    CHANGE, ADD = _("Change"), _("Add after it")
    UP, DOWN, REMOVE = _("Move up"), _("Move down"), _("Remove")

    def __call__(self) -> str:
        if self.request.method == "POST":
            CheckAuthenticator(self.request)
            return self._changed()
        return super().__call__()

    @cached_property
    def url(self) -> str:
        return str(self.context.absolute_url())

    @cached_property
    def parts(self) -> list[Shown]:
        """All parts."""
        text = text_of(Reading(self.context))
        last = len(text) - 1
        return [
            Shown(at, part, name_of(self, part), at == 0, at == last)
            for at, part in enumerate(text)
        ]

    @cached_property
    def amended(self) -> bool:
        """Whether an amendment that was signed changes the text."""
        return "text" in state_of(self.context).changed

    @cached_property
    def contents(self) -> list[Shown]:
        """What the table of contents names."""
        return [one for one in self.parts if one.part.part != "heading"]

    @cached_property
    def may_change(self) -> bool:
        return may_change(self.context)

    def _changed(self) -> str:
        form = self.request.form
        try:
            if "remove" in form:
                remove_part(self.context, _position(form["remove"]))
                told, anchor = _("The part is removed."), ""
            else:
                up = "up" in form
                to = move_part(
                    self.context, _position(form["up" if up else "down"]), -1 if up else 1
                )
                told, anchor = _("The part is moved."), f"#part-{to}"
        except KeyError:
            raise BadRequest("Nothing was asked for.")
        except ConventionsError as error:
            transaction.doom()
            self.refusal = self.t(error.message)
            return super().__call__()
        api.portal.show_message(told, self.request)
        self.request.response.redirect(f"{self.url}/@@text{anchor}")
        return ""


def _position(written: object) -> int:
    if not isinstance(written, str) or not written.isdecimal() or len(written) > 4:
        raise BadRequest("The position of a part is a number.")
    return int(written)
