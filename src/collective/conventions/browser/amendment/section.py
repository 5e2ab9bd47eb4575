"""The section of a convention's page on its amendments, and the notice that it is amended."""

from collective.conventions.browser.page import Page
from collective.conventions.content import vocabularies
from collective.conventions.content.amended import amendments
from collective.conventions.content.amended import effective
from collective.conventions.content.values import Reading
from dataclasses import dataclass
from functools import cached_property
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


@dataclass(frozen=True)
class Listed:
    """An amendment that the reader may see; ``holds`` is whether it has taken effect."""

    title: str
    url: str
    state: str
    state_title: str
    day: str
    holds: bool


class AmendmentsSection(Page):
    """The amendments of one convention."""

    notice = ViewPageTemplateFile("notice.pt")
    section = ViewPageTemplateFile("section.pt")

    @cached_property
    def listed(self) -> list[Listed]:
        found = []
        for item in amendments(self.context):
            if not self.may("View", item):
                continue
            state, day = api.content.get_state(item), effective(Reading(item))
            holds = state == "signed" and day is not None and day <= self.today
            title = self.choice(vocabularies.STATES, state)
            url = item.absolute_url()
            found.append(Listed(item.title, url, state, title, self.day(day), holds))
        return found

    @cached_property
    def signed(self) -> list[Listed]:
        """Those that count: they hold, or will."""
        return [one for one in self.listed if one.state == "signed"]

    @cached_property
    def may_add(self) -> bool:
        return self.may("collective.conventions: Add Amendment")
