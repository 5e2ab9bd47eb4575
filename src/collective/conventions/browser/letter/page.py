"""The page on which a letter about a convention is made from a model."""

from collective.conventions import _
from collective.conventions.billing.unpaid import letter_between
from collective.conventions.billing.unpaid import unpaid
from collective.conventions.browser.forms.small import SmallForm
from collective.conventions.browser.page import Page
from collective.conventions.content.fields import civil_date
from collective.conventions.content.vocabularies import LANGUAGES
from collective.conventions.documents.decree.entity import parties_of
from collective.conventions.documents.filling.letters import Unpaid
from collective.conventions.documents.library.models import find
from collective.conventions.documents.rendering.files import File
from collective.conventions.documents.rendering.files import FORMATS
from collective.conventions.documents.rendering.modelled import file_from
from collective.conventions.documents.rendering.modelled import offered
from collective.conventions.download import as_file
from collective.conventions.interfaces import BadRequest
from collective.conventions.interfaces import UnprocessableEntity
from datetime import date
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from zExceptions import Unauthorized
from zope import schema
from zope.i18nmessageid import Message
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


class LetterPage(Page):
    """``@@letter``: from whom to whom, by which model, in which format; then the file."""

    index = ViewPageTemplateFile("page.pt")
    refusal = ""

    def __call__(self) -> Any:
        if not self.may("View"):
            raise Unauthorized("You are not authorized to access this resource.")
        made = self._made() if "model" in self.request.form else None
        return super().__call__() if made is None else self._sent(made)

    @cached_property
    def url(self) -> str:
        return str(self.context.absolute_url())

    @cached_property
    def unpaid(self) -> tuple[Unpaid, ...]:
        return unpaid(self.context, self.today)

    @cached_property
    def form(self) -> SmallForm:
        parties = {one.UID(): one.title for one in parties_of(self.context, self.today)}
        entries = offered(self.unpaid)
        models = {one.name: self._told(one) for one in entries}
        uids = [*parties, "", ""]
        fields = {
            "model": _choice("model", _("Model"), models),
            "sender": _choice("sender", _("Sender"), parties),
            "recipient": _choice("recipient", _("Recipient"), parties),
            "end": civil_date(__name__="end", title=_("Last day in force"), required=False),
            "reason": schema.Text(
                __name__="reason", title=_("Reason"), required=False, max_length=2000
            ),
            "format": _choice("format", _("Format"), {name: name.upper() for name in FORMATS}),
        }
        values = {"sender": uids[0], "recipient": uids[1], "format": "pdf"}
        purpose = self.request.form.get("purpose")
        fitting = (one.name for one in entries if one.purpose == purpose)
        values["model"] = next(fitting, next(iter(models), None))
        values["end"] = self._end
        return SmallForm(self, fields, values, typed="model" in self.request.form)

    @property
    def _end(self) -> date | None:
        """The day that the page of the ways to the end proposes."""
        try:
            return date.fromisoformat(str(self.request.form.get("end") or ""))
        except ValueError:
            return None

    def _told(self, entry: Any) -> str:
        return f"{entry.title} ({self.choice(LANGUAGES, entry.language)})"

    def _made(self) -> File | None:
        """The file that is asked for; nothing where something is wrong, which the form tells."""
        given = self.form.read()
        if self.form.problems:
            return None
        try:
            letter = letter_between(
                self.context,
                self.today,
                given["sender"],
                given["recipient"],
                given["reason"] or "",
                given["end"],
            )
            return file_from(
                self.context, find(given["model"]), given["format"], letter, self.today
            )
        except BadRequest as error:
            self.form.refuse(error.findings)
        except UnprocessableEntity as error:
            self.refusal = self.t(error.message)
        return None

    def _sent(self, made: File) -> bytes:
        as_file(self.request, made.name, made.kind, len(made.data))
        return made.data


def _choice(name: str, title: Message, choices: dict[str, str]) -> Any:
    terms = [SimpleTerm(value=key, token=key, title=said) for key, said in choices.items()]
    return schema.Choice(__name__=name, title=title, vocabulary=SimpleVocabulary(terms))
