"""A timeline as a picture, and what its marks mean."""

from collective.conventions import _
from collective.conventions.browser.page import Page
from collective.conventions.browser.timeline.entry import Story
from collective.conventions.browser.timeline.tall import Tall
from collective.conventions.browser.timeline.tall import tall
from collective.conventions.browser.timeline.wide import Wide
from collective.conventions.browser.timeline.wide import wide
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from zope.i18nmessageid import Message


#: What the marks and the bars mean.
LOOKS: dict[str, Message] = {
    "certain": _("Certain"),
    "conditional": _("Depends on what happens before"),
    "overdue": _("Overdue"),
}
SPELLS: dict[str, Message] = {
    "sure": _("In force"),
    "supposed": _("In force, if nothing ends it before"),
    "paused": _("spell_suspended", default="Suspended"),
}


class Drawing(Page):
    """``picture`` fits itself to desk and phone; ``upright`` is always the narrow one."""

    picture = ViewPageTemplateFile("picture.pt")
    upright = ViewPageTemplateFile("upright.pt")

    def __init__(self, context: Any, request: Any, story: Story) -> None:
        super().__init__(context, request)
        self.story = story

    @cached_property
    def wide(self) -> Wide:
        return wide(self.story)

    @cached_property
    def tall(self) -> Tall:
        return tall(self.story)

    @cached_property
    def looks(self) -> list[tuple[str, str]]:
        """What the marks of this picture mean."""
        used = {entry.look for entry in self.story.entries}
        return [(look, self.t(text)) for look, text in LOOKS.items() if look in used]

    @cached_property
    def spells(self) -> list[tuple[str, str]]:
        """What the bars of this picture mean."""
        used = {spell.look for spell in self.story.spells}
        return [(look, self.t(text)) for look, text in SPELLS.items() if look in used]

    def units(self, number: float) -> str:
        """A length in the picture."""
        return f"{number:.1f}".removesuffix(".0")
