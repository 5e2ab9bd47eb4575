"""What happens next, and the timeline: two sections of the page of a convention."""

from collective.conventions import _
from collective.conventions.access.aspects import permitted
from collective.conventions.browser.page import Page
from collective.conventions.browser.timeline.drawing import Drawing
from collective.conventions.browser.timeline.line import Line
from collective.conventions.browser.timeline.line import line
from collective.conventions.browser.timeline.story import chosen
from collective.conventions.browser.timeline.story import story
from collective.conventions.deadlines.agenda import next_of
from collective.conventions.deadlines.agenda import overdue_of
from collective.conventions.deadlines.overrides import settable
from collective.conventions.deadlines.suppositions import offered
from collective.conventions.deadlines.timelines import timeline_of
from collective.conventions.deadlines.wording.teller import Teller
from collective.conventions.terms.dated import DatedFact
from collective.conventions.terms.timeline import Timeline
from datetime import date
from functools import cached_property
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from urllib.parse import urlencode
from zope.i18nmessageid import Message


#: What is said of a timeline as a whole, where its dates do not bind yet, or no more.
HINTS: dict[str, Message] = {
    "draft": _("Nothing is agreed yet: these dates follow from the draft as it stands."),
    "council_approved": _("It is not signed yet: what follows from the signature is not fixed."),
}
#: Who may end a convention, or record what leads there.
FOLLOW_UP = "collective.conventions: Follow Up"
TERMINATE = "collective.conventions: Terminate"


class TimelineSection(Page):
    """The two sections, each a part of the page."""

    ahead = ViewPageTemplateFile("ahead.pt")
    timeline = ViewPageTemplateFile("timeline.pt")

    def __init__(self, context: Any, request: Any) -> None:
        super().__init__(context, request)
        self.state = str(api.content.get_state(context))
        self.url = str(context.absolute_url())

    @cached_property
    def teller(self) -> Teller:
        return Teller(self.language)

    @cached_property
    def facts(self) -> Timeline:
        return timeline_of(self.context, self.today)

    @cached_property
    def hint(self) -> str:
        return self.t(HINTS[self.state]) if self.state in HINTS else ""

    @cached_property
    def overdue(self) -> list[Line]:
        """What should have been done by now, while it can still be done."""
        return [line(fact, self.teller) for fact in overdue_of(self.context, self.facts)]

    @cached_property
    def next(self) -> DatedFact | None:
        return next_of(self.context, self.facts, self.today)

    @cached_property
    def drawing(self) -> Drawing:
        return Drawing(self.context, self.request, story(self.facts, self.teller, self._now))

    @cached_property
    def left_out(self) -> int:
        """How many dates are in the table only."""
        return len(self.facts) - len(chosen(self.facts, self._now))

    @cached_property
    def lines(self) -> list[Line]:
        return [line(fact, self.teller, self._address(fact)) for fact in self.facts]

    @cached_property
    def may_suppose(self) -> bool:
        return bool(offered(self.context, self.today))

    @cached_property
    def may_end(self) -> bool:
        """Who may take the step is led to the ways by its button already."""
        return self.state == "signed" and self.may(FOLLOW_UP) and not self.may(TERMINATE)

    @cached_property
    def _now(self) -> date | None:
        return None if self.state == "terminated" else self.today

    @cached_property
    def _may_set(self) -> bool:
        return "follow_up" in permitted(self.context)

    def _address(self, fact: DatedFact) -> str:
        """Where the date is set by hand: one to come, or one that was set so."""
        open_to_all = fact.overridden is not None or not fact.past
        if not (self._may_set and settable(fact) and open_to_all):
            return ""
        return f"{self.url}/@@set-date?{urlencode({'key': fact.key})}"
