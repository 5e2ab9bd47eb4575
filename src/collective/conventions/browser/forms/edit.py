"""The forms that change."""

from Acquisition import aq_parent
from collections.abc import Mapping
from collective.conventions import _
from collective.conventions.access.aspects import forbidden
from collective.conventions.access.aspects import locked
from collective.conventions.browser.forms.form import SectionedForm
from collective.conventions.browser.forms.offer import Offer
from collective.conventions.browser.forms.offer import offer_of
from collective.conventions.browser.names import Named
from collective.conventions.browser.names import names_of
from collective.conventions.content.amended import joined
from collective.conventions.content.amended import parties_ever
from collective.conventions.content.values import snapshot
from collective.conventions.terms.findings import Finding
from functools import cached_property
from plone.dexterity.browser.edit import DefaultEditForm
from plone.dexterity.interfaces import IDexterityEditForm
from plone.z3cform.layout import FormWrapper
from typing import Any
from zope.i18nmessageid import Message
from zope.interface import implementer


class EditForm(SectionedForm, DefaultEditForm):
    """Changes an item of a type of ours."""

    def stored(self) -> Mapping[str, Any]:
        return snapshot(self.context)

    @property
    def label(self) -> Message:
        return _("Change “${title}”", mapping={"title": self.context.title})


class ConventionEditForm(EditForm):
    """Changes of a convention what its state and the person's roles leave open."""

    @cached_property
    def offer(self) -> Offer:
        return offer_of(self.context)

    @property
    def convention(self) -> Any:
        return self.context

    @property
    def parties(self) -> list[Named]:
        """Those of the convention, and who joined it since."""
        return list(names_of(parties_ever(self.convention)).values())

    def beside(self) -> Mapping[str, Any]:
        return joined(self.context)

    def refusals(self, after: Mapping[str, Any]) -> tuple[Finding, ...]:
        closed = {"aspect": "", "state": ""}
        others = (Finding("locked", name, closed) for name in forbidden(self.context, after))
        return (*locked(self.context, after), *others)


class AmendmentEditForm(ConventionEditForm):
    """Changes of an amendment what its state and the person's roles leave open."""

    @property
    def convention(self) -> Any:
        return aq_parent(self.context)


@implementer(IDexterityEditForm)
class EditView(FormWrapper):
    form = EditForm


@implementer(IDexterityEditForm)
class ConventionEditView(FormWrapper):
    form = ConventionEditForm


@implementer(IDexterityEditForm)
class AmendmentEditView(FormWrapper):
    form = AmendmentEditForm
