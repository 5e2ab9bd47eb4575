"""``@@what-if``: what would become of the dates if somebody gave notice, signed or renewed."""

from collective.conventions import _
from collective.conventions.browser.findings import described
from collective.conventions.browser.names import Names
from collective.conventions.browser.names import names_of
from collective.conventions.browser.page import Page
from collective.conventions.browser.timeline import comparing
from collective.conventions.browser.timeline.drawing import Drawing
from collective.conventions.browser.timeline.story import story
from collective.conventions.content.amended import parties_ever
from collective.conventions.deadlines import suppositions
from collective.conventions.deadlines.timelines import rules_of
from collective.conventions.deadlines.timelines import what_if_of
from collective.conventions.deadlines.wording.teller import Teller
from collective.conventions.terms.timeline import Timeline
from collective.conventions.terms.what_if import Comparison
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18nmessageid import Message


#: What can be supposed.
CHOICES: dict[str, Message] = {
    "notice": _("Notice is given"),
    "notice_of_renewal": _("The renewal is refused by notice"),
    "refuse": _("The renewal is refused"),
    "renew": _("The renewal is agreed on"),
    "sign": _("Everybody signs who has not signed yet"),
}
#: What is supposed, over its result.
SUPPOSED: dict[str, Message] = {
    "notice": _("If notice is given on ${date}"),
    "notice_by": _("If ${party} gives notice on ${date}"),
    "refuse": _("If the renewal is refused on ${date}"),
    "renew": _("If the renewal is agreed on ${date}"),
    "sign": _("If everybody signs on ${date}"),
}


class WhatIfPage(Page):
    """A form that asks by GET; nothing is ever written."""

    index = ViewPageTemplateFile("what_if.pt")

    @cached_property
    def url(self) -> str:
        return str(self.context.absolute_url())

    @cached_property
    def offered(self) -> list[tuple[str, str]]:
        """What can be supposed; refusing by a notice is offered as the notice it is."""
        found = suppositions.offered(self.context, self.today)
        if "notice" not in found or rules_of(self.context)[0].scope != "renewal":
            return [(name, self.t(CHOICES[name])) for name in found]
        kept = [(name, self.t(CHOICES[name])) for name in found if name not in ("notice", "refuse")]
        return [("notice", self.t(CHOICES["notice_of_renewal"])), *kept]

    @cached_property
    def parties(self) -> list[tuple[str, str]]:
        """Who can give notice; nobody is asked for where nobody gives one."""
        if "notice" not in dict(self.offered):
            return []
        return [(uid, self._names[uid].title) for uid in self._uids]

    @cached_property
    def typed(self) -> dict[str, str]:
        """What stands in the form."""
        usual = {"what_if": next(iter(dict(self.offered)), ""), "day": self.today.isoformat()}
        form = self.request.form
        return {name: str(form.get(name, usual.get(name, ""))) for name in suppositions.PARAMETERS}

    @cached_property
    def asked(self) -> suppositions.Asked | None:
        """The question; none before somebody has asked."""
        if "what_if" not in self.request.form:
            return None
        return suppositions.read(self.request.form, self.context, self.today)

    @cached_property
    def faults(self) -> dict[str, str]:
        """What is wrong with the question, by field."""
        found = self.asked.findings if self.asked else ()
        said = {one.field: described(one, self, self._names).text for one in reversed(found)}
        return said

    @cached_property
    def comparison(self) -> Comparison | None:
        change = self.asked.change if self.asked else None
        return None if change is None else what_if_of(self.context, self.today, change)

    @cached_property
    def supposed(self) -> str:
        """What is supposed, as a heading."""
        what, _day, party = (self.typed[name] for name in suppositions.PARAMETERS)
        key = "notice_by" if what == "notice" and party else what
        said = {"date": self.day(self.comparison.change.day), "party": self._names[party].title}
        return self.t(Message(SUPPOSED[key], mapping=said))

    @cached_property
    def end(self) -> str:
        return comparing.end_in_words(self.comparison, self._teller)

    @cached_property
    def reserved(self) -> str:
        """Why a notice of this party does nothing."""
        only, party = self.context.notice_by, self.typed["party"]
        if not only or not party or party == only or self.typed["what_if"] != "notice":
            return ""
        said = {"party": self._names[only].title}
        return self.t(_("Only ${party} may give notice: this one has no effect.", mapping=said))

    @cached_property
    def rows(self) -> list[comparing.Row]:
        return comparing.rows(self.comparison, self._teller)

    @cached_property
    def before(self) -> Drawing:
        return self._drawing(self.comparison.before)

    @cached_property
    def after(self) -> Drawing:
        return self._drawing(self.comparison.after)

    def _drawing(self, side: Timeline) -> Drawing:
        marks = comparing.marks(self.comparison, side, self._teller)
        drawn = tuple(fact for fact in side if not fact.past or fact.what == "starts")
        drawn = tuple(fact for fact in side if fact in drawn or fact.key in marks)
        return Drawing(self.context, self.request, story(drawn, self._teller, self.today, marks))

    @cached_property
    def _teller(self) -> Teller:
        return Teller(self.language)

    @cached_property
    def _uids(self) -> list[str]:
        return list(parties_ever(self.context))

    @cached_property
    def _names(self) -> Names:
        return names_of([*self._uids, self.context.notice_by or ""])
