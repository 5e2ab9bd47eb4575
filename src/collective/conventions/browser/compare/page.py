"""``@@compare``: what is compared with what, and what was added and removed."""

from collective.conventions import _
from collective.conventions.browser.page import Page
from collective.conventions.documents.texts.comparing import Choice
from collective.conventions.documents.texts.comparing import compared
from collective.conventions.documents.texts.comparing import offered
from collective.conventions.documents.texts.comparing import Side
from collective.conventions.documents.texts.comparing import side
from collective.conventions.documents.texts.wording import choice_title
from collective.conventions.documents.texts.wording import MOVED
from collective.conventions.documents.texts.wording import part_title
from collective.conventions.documents.texts.wording import STATUSES
from collective.conventions.interfaces import NotFound
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.messages import sentence
from collective.conventions.terms.texts.compare import Compared
from collective.conventions.terms.texts.compare import Run
from dataclasses import dataclass
from functools import cached_property
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import Unauthorized


@dataclass(frozen=True)
class Shown:
    """A part as the page shows it: what has become of it in words, and its runs.

    ``key`` names its place on the page; ``kind`` is empty where its heading already says it.
    """

    key: str
    title: str
    kind: str
    status: str
    heading: tuple[Run, ...]
    body: tuple[Run, ...]
    same: bool


class ComparePage(Page):
    """A form that asks by GET; nothing is ever written."""

    index = ViewPageTemplateFile("page.pt")

    def __call__(self) -> str:
        # Who works in the space does not see every draft in it.
        if not self.may("View"):
            raise Unauthorized("compare")
        return super().__call__()

    @cached_property
    def url(self) -> str:
        return str(self.context.absolute_url())

    @cached_property
    def choices(self) -> list[tuple[str, str]]:
        """What can be chosen, with the predecessor and what was asked for by its address."""
        found = list(offered(self.context, self.today))
        known = {one.key for one in found}
        sides = [one for one in (self.before, self.after) if one is not None]
        found += [one.choice for one in sides if one.choice.key not in known]
        choices = [(one.key, choice_title(one, self.language)) for one in found]
        return [*choices, *(one for one in self._predecessor if one[0] not in dict(choices))]

    @cached_property
    def asked(self) -> tuple[str, str]:
        """The keys that were chosen; first of all the present text with what came before it."""
        form = self.request.form
        keys = [one.key for one in offered(self.context, self.today)]
        usual = keys[1] if len(keys) > 1 else "present"
        return str(form.get("before", usual)), str(form.get("after", "present"))

    @cached_property
    def before(self) -> Side | None:
        return self._side(self.asked[0])

    @cached_property
    def after(self) -> Side | None:
        return self._side(self.asked[1])

    @cached_property
    def faults(self) -> list[str]:
        """Why a text cannot be shown."""
        return []

    @cached_property
    def titles(self) -> tuple[str, str]:
        sides = (self.before, self.after)
        before, after = (choice_title(one.choice, self.language) if one else "" for one in sides)
        return before, after

    @cached_property
    def parts(self) -> list[Shown]:
        if self.before is None or self.after is None:
            return []
        found = compared(self.before, self.after)
        return [
            self._shown(f"cp-part-{number}", one, self.before, self.after)
            for number, one in enumerate(found, start=1)
        ]

    @cached_property
    def changes(self) -> list[Shown]:
        """The parts in which something differs, to go to."""
        return [part for part in self.parts if not part.same]

    @cached_property
    def counted(self) -> str:
        """How many differ, in words."""
        count = len(self.changes)
        mapping = {"count": count}
        return self.t(_("1 change:") if count == 1 else _("${count} changes:", mapping=mapping))

    @cached_property
    def counts(self) -> list[tuple[str, int]]:
        """How many parts have which status, in words."""
        statuses = [part.status for part in self.parts]
        return [(status, statuses.count(status)) for status in dict.fromkeys(statuses)]

    def _shown(self, key: str, one: Compared, before: Side, after: Side) -> Shown:
        text, at = (after.text, one.after) if one.after is not None else (before.text, one.before)
        part = text[at or 0]
        status = self.t(STATUSES[one.status])
        if one.moved:
            status = self.listed([status, self.t(MOVED)])
        title = part_title(part.part, part.number, part.title, self.language)
        kind = part_title(part.part, "", "", self.language)
        # What bears a title of its own needs no other; only an article is called by its number.
        if one.heading and part.part != "article":
            kind = ""
        same = one.status == "same" and not one.moved
        return Shown(key, title, kind, status, one.heading, one.body, same)

    def _side(self, key: str) -> Side | None:
        try:
            return side(self.context, key, self.today)
        except NotFound as error:
            self.faults.append(self.t(error.message))
        except UnprocessableEntity as error:
            said = [self.t(sentence(one)) for one in error.findings]
            self.faults.append(self.listed(said or [self.t(error.message)]))
        return None

    @cached_property
    def _predecessor(self) -> list[tuple[str, str]]:
        """The convention that this one replaces, if the reader may see it."""
        uid = self.context.predecessor
        found = api.portal.get_tool("portal_catalog")(UID=uid) if uid else ()
        choices = (Choice(f"convention:{uid}", brain.Title) for brain in found)
        return [(one.key, choice_title(one, self.language)) for one in choices]
