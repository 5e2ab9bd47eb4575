"""What all spaces ask for; each is accepted or declined with the reason, then done."""

from collections.abc import Callable
from collections.abc import Mapping
from collective.conventions import _
from collective.conventions.browser.batches import Batch
from collective.conventions.browser.batches import batch
from collective.conventions.browser.forms.problems import Problem
from collective.conventions.browser.forms.small import SmallForm
from collective.conventions.browser.requests.cards import Card
from collective.conventions.browser.requests.cards import card
from collective.conventions.browser.requests.fields import ANSWER
from collective.conventions.browser.requests.fields import NOTE
from collective.conventions.browser.server.page import ServerPage
from collective.conventions.interfaces import Conflict
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.server.tools.answers import Answer
from collective.conventions.server.tools.answers import answer
from collective.conventions.server.tools.answers import fulfil
from collective.conventions.server.tools.catalogue import tools
from collective.conventions.server.tools.requests import all_requests
from collective.conventions.server.tools.requests import ASKED
from collective.conventions.server.tools.requests import Request
from collective.conventions.server.tools.requests import TOOL
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import NotFound
from zope.i18nmessageid import Message


SIZE = 20


class RequestsView(ServerPage):
    """``@@tool-requests``"""

    index = ViewPageTemplateFile("view.pt")
    steps = ViewPageTemplateFile("steps.pt")
    title = _("Requests")
    problems: tuple[Problem, ...] = ()
    #: The request whose form was sent and refused, with that form.
    sent: tuple[str, int] | None = None
    sent_form: SmallForm | None = None

    @property
    def acts(self) -> dict[str, Callable[[], str]]:
        return {"accept": self._accept, "decline": self._decline, "fulfil": self._fulfil}

    @cached_property
    def found(self) -> tuple[Request, ...]:
        return all_requests(self.root)

    @cached_property
    def waiting(self) -> int:
        return sum(one.open for one in self.found)

    @cached_property
    def batch(self) -> Batch:
        return batch(self.request.form.get("page"), SIZE, len(self.found))

    @cached_property
    def cards(self) -> list[Card]:
        titles = {one.id: one.title for one in tools(self.root)}
        shown = self.found[self.batch.start : self.batch.start + SIZE]
        return [card(self, one, titles) for one in shown]

    def form(self, one: Request) -> SmallForm:
        """The form of a request that is open."""
        if self.sent == (one.space, one.number) and self.sent_form is not None:
            return self.sent_form
        return self._form(one, typed=False)

    def _form(self, one: Request, *, typed: bool) -> SmallForm:
        fields = ANSWER if one.state == ASKED else NOTE
        return SmallForm(self, fields, vars(one), typed=typed, prefix=f"{one.space}-{one.number}-")

    def is_tool(self, one: Request) -> bool:
        return one.kind == TOOL

    def is_asked(self, one: Request) -> bool:
        return one.state == ASKED

    def _accept(self) -> str:
        return self._answer(accept=True, said=_("The request is accepted."))

    def _decline(self) -> str:
        return self._answer(accept=False, said=_("The request is declined."))

    def _answer(self, *, accept: bool, said: Message) -> str:
        def act(one: Request, typed: Mapping[str, str]) -> None:
            given = Answer(**{name: typed.get(name) or "" for name in ANSWER})
            answer(self.root, one.space, one.number, accept=accept, given=given)

        return self._done(act, said)

    def _fulfil(self) -> str:
        def act(one: Request, typed: Mapping[str, str]) -> None:
            fulfil(self.root, one.space, one.number, note=typed.get("note") or "")

        return self._done(act, _("The request is done. The entity sees it in its space."))

    def _done(self, act: Callable[[Request, Mapping[str, str]], None], said: Message) -> str:
        one = self._named()
        form = self._form(one, typed=True)
        try:
            act(one, form.read())
        except UnprocessableEntity as error:
            if error.findings:
                form.refuse(error.findings)
                self.sent, self.sent_form = (one.space, one.number), form
                self.problems = form.problems
                return str(self.index())
            self.say(error.message, "error")
        except Conflict as error:
            self.say(error.message, "error")
        else:
            self.say(said)
        return self.go(self.url)

    def _named(self) -> Request:
        """The request that the form is about."""
        wanted = (self.value("space"), self.value("number"))
        for one in self.found:
            if (one.space, str(one.number)) == wanted:
                return one
        raise NotFound("/".join(wanted))
