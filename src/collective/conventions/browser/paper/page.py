"""The page on which the paper of a convention is chosen."""

from collective.conventions import _
from collective.conventions.browser.forms.small import SmallForm
from collective.conventions.browser.page import Page
from collective.conventions.content.amended import state_of
from collective.conventions.content.fields import civil_date
from collective.conventions.content.vocabularies import LANGUAGES
from collective.conventions.deadlines.suppositions import day_asked
from collective.conventions.documents.rendering.convention import originals_of
from collective.conventions.documents.rendering.convention import paper_of
from collective.conventions.documents.rendering.files import ALL
from collective.conventions.documents.rendering.paper import ORIGINAL
from collective.conventions.documents.rendering.paper import Paper
from collective.conventions.terms.findings import Finding
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from urllib.parse import urlencode
from zope import schema
from zope.i18nmessageid import Message
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


FORMATS: dict[str, Message] = {
    "pdf": _("PDF: to print, sign and keep"),
    "docx": _("DOCX: to go on writing in Word or LibreOffice"),
    "html": _("HTML: to read on a screen"),
}
#: What is no original: a copy to read.
COPY = "copy"
AT = civil_date(
    __name__="at",
    title=_("As it holds on"),
    description=_("With its amendments, to read and not to sign. Empty for the text as signed."),
    required=False,
)


class PaperPage(Page):
    """``@@paper``: what it is made into, and which of the originals it is, or the text of a day."""

    index = ViewPageTemplateFile("page.pt")

    def __call__(self) -> str:
        if "format" in self.request.form and self.has_text:
            address = self._chosen()
            if address:
                self.request.response.redirect(address)
                return ""
        return super().__call__()

    @cached_property
    def url(self) -> str:
        return str(self.context.absolute_url())

    @cached_property
    def has_text(self) -> bool:
        return bool(self.context.text)

    @cached_property
    def paper(self) -> Paper:
        return paper_of(self.context)

    @cached_property
    def written_in(self) -> str:
        return self.choice(LANGUAGES, self.paper.language)

    @cached_property
    def form(self) -> SmallForm:
        fields = {"format": _field("format", _("Format"), self._formats)}
        fields["original"] = _field("original", _("Copy or original"), self._originals)
        values: dict[str, Any] = {"format": "pdf", "original": COPY}
        if self.amended:
            fields["at"] = AT
            values["at"] = day_asked(self.request.form, "at")
        return SmallForm(self, fields, values, typed="format" in self.request.form)

    @cached_property
    def amended(self) -> bool:
        """Whether an amendment was signed, so that there is more than one text."""
        return bool(state_of(self.context).applied)

    @cached_property
    def _formats(self) -> dict[str, str]:
        return {name: self.t(title) for name, title in FORMATS.items()}

    @cached_property
    def _originals(self) -> dict[str, str]:
        count = originals_of(self.context)
        told = {
            str(number): self.t(Message(ORIGINAL, mapping={"number": number, "count": count}))
            for number in range(1, count + 1)
        }
        everything = _("All ${count} originals in one PDF", mapping={"count": count})
        return {COPY: self.t(_("Copy without a number")), **told, ALL: self.t(everything)}

    def _chosen(self) -> str:
        """The address of what was chosen; nothing where there is no such thing."""
        given = self.form.read()
        day = given.pop("at", None)
        if self.form.problems or None in given.values():
            return ""
        if day is not None and given["original"] != COPY:
            self.form.refuse([Finding("original_of_day", "original")])
            return ""
        if given["original"] == ALL and given["format"] != "pdf":
            self.form.refuse([Finding("originals_in_pdf", "original")])
            return ""
        query = {} if given["original"] == COPY else {"original": given["original"]}
        query |= {"at": day.isoformat()} if day is not None else {}
        address = f"{self.url}/@@paper.{given['format']}"
        return f"{address}?{urlencode(query)}" if query else address


def _field(name: str, title: Message, choices: dict[str, str]) -> Any:
    terms = [SimpleTerm(value=key, token=key, title=said) for key, said in choices.items()]
    return schema.Choice(__name__=name, title=title, vocabulary=SimpleVocabulary(terms))
