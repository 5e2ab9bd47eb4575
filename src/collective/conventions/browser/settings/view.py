"""``@@conventions-settings``: what the manager of a space sets, and what the operator has set."""

from collective.conventions import _
from collective.conventions.browser.forms.problems import Problem
from collective.conventions.browser.forms.small import SmallForm
from collective.conventions.browser.page import Page
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.server.contact import Contact
from collective.conventions.server.contact import contact
from collective.conventions.server.spaces import root_of
from collective.conventions.server.usage import Usage
from collective.conventions.server.usage import usage_of
from collective.conventions.settings.changing import change
from collective.conventions.settings.reading import settings
from collective.conventions.settings.schema import OF_CONVENTIONS
from collective.conventions.settings.schema import OF_INVOICES
from collective.conventions.settings.schema import SETTINGS
from dataclasses import dataclass
from functools import cached_property
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from zope.i18nmessageid import Message


#: The sections of the form: heading, help, and the names of the settings.
SECTIONS: dict[str, tuple[Message, Message, tuple[str, ...]]] = {
    "defaults": (
        _("New conventions"),
        _("With what a new convention begins. Those that are there already stay as they are."),
        OF_CONVENTIONS,
    ),
    "numbering": (
        _("Numbers of conventions"),
        _("A new convention without a reference of its own gets the next number."),
        ("reference_pattern", "reference_digits"),
    ),
    "invoices": (
        _("Invoices"),
        _(
            "The series of numbers of what is issued in this space, from the next document on. "
            "What the maintenance team issues for you bears its own."
        ),
        OF_INVOICES,
    ),
    "help": (
        _("Whom members ask"),
        _("Who helps your colleagues first. It is shown with the tools of the space."),
        ("help_name", "help_email", "help_phone"),
    ),
    "mails": (
        _("Mails"),
        _("The links in the mails begin with the address under which people open the space."),
        ("address",),
    ),
}


@dataclass(frozen=True)
class Section:
    """Some settings under one heading."""

    id: str
    title: Message
    help: Message
    controls: list[Any]


class SettingsView(Page):
    """The settings in one form."""

    index = ViewPageTemplateFile("view.pt")
    problems: tuple[Problem, ...] = ()
    typed = False

    def __call__(self) -> str:
        if self.request.method == "POST":
            CheckAuthenticator(self.request)
            return self._save()
        return super().__call__()

    @cached_property
    def url(self) -> str:
        return f"{self.portal_url}/@@conventions-settings"

    @cached_property
    def form(self) -> SmallForm:
        fields = {name: field for name, (_record, field) in SETTINGS.items()}
        return SmallForm(self, fields, settings(), typed=self.typed)

    @property
    def sections(self) -> list[Section]:
        controls = self.form.controls
        return [
            Section(name, title, said, [controls[one] for one in names])
            for name, (title, said, names) in SECTIONS.items()
        ]

    @cached_property
    def usage(self) -> Usage:
        return usage_of(self.context)

    @property
    def room(self) -> str:
        """The limit of the storage, and how much of it is used."""
        if self.usage.limit is None:
            return self.t(_("not set"))
        said = [self.size(self.usage.limit)]
        if self.usage.used is not None:
            used = {"size": self.size(self.usage.used)}
            said.append(self.t(_("used: ${size}", mapping=used)))
        return self.listed(said)

    @cached_property
    def contact(self) -> Contact:
        """Whom the entity calls at the maintenance team."""
        return contact(root_of(self.context))

    @cached_property
    def may_manage_reminders(self) -> bool:
        return self.may("collective.conventions: Manage Reminders")

    @cached_property
    def may_view_billing(self) -> bool:
        return self.may("collective.conventions: View Billing")

    def _save(self) -> str:
        self.typed = True
        values = self.form.read()
        try:
            if not self.form.problems:
                change(values)
        except UnprocessableEntity as error:
            self.form.refuse(error.findings)
        if self.form.problems:
            self.problems = self.form.problems
            return super().__call__()
        api.portal.show_message(_("The settings are saved."), self.request)
        self.request.response.redirect(self.url)
        return ""
