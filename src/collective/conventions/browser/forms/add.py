"""The forms that add."""

from collective.conventions import _
from collective.conventions.browser.forms.form import SectionedForm
from collective.conventions.browser.forms.offer import Offer
from collective.conventions.browser.forms.offer import offer_of_new
from collective.conventions.browser.forms.titles import ADD_TITLES
from collective.conventions.browser.names import Named
from collective.conventions.browser.names import names_of
from collective.conventions.clock import today
from collective.conventions.content.amended import parties_ever
from collective.conventions.settings.numbering import upcoming
from collective.conventions.settings.reading import beginning
from functools import cached_property
from plone.dexterity.browser.add import DefaultAddForm
from plone.dexterity.browser.add import DefaultAddView
from z3c.form.interfaces import NO_VALUE
from zope.i18nmessageid import Message


class AddForm(SectionedForm, DefaultAddForm):
    """Adds an item of a type of ours."""

    @property
    def label(self) -> Message:
        return ADD_TITLES[self.portal_type]


class ConventionAddForm(AddForm):
    """Adds a convention: what is known when it is drafted."""

    portal_type = "Convention"

    @cached_property
    def offer(self) -> Offer:
        return offer_of_new(self.context)

    def update(self) -> None:
        """Begin with the defaults of the space where nothing was typed yet."""
        super().update()
        reference = self.controls.get("reference")
        if reference is not None and (coming := upcoming(today().year)):
            reference.help = _(
                "Left empty, it becomes ${reference}, or the next free number after it.",
                mapping={"reference": coming},
            )
        for name, value in beginning({}).items():
            control = self.controls.get(name)
            if control is not None and control.extract() is NO_VALUE:
                control.value = control.toWidgetValue(value)


class AddView(DefaultAddView):
    """The page of an add form; each type has its own permission, hence its own class."""

    form = AddForm


class ConventionAddView(AddView):
    form = ConventionAddForm


class PartnerAddView(AddView):
    """Adds a partner."""


class AnnexAddView(AddView):
    """Adds an annex."""


class InvoiceAddView(AddView):
    """Adds an invoice."""


class AmendmentAddForm(AddForm):
    """Adds an amendment to a convention that is signed."""

    portal_type = "Amendment"

    @cached_property
    def offer(self) -> Offer:
        return offer_of_new(self.context)

    @property
    def parties(self) -> list[Named]:
        """Those of the convention, and who joined it since."""
        names = names_of(parties_ever(self.context))
        return list(names.values())


class AmendmentAddView(AddView):
    form = AmendmentAddForm


class ModelAddView(AddView):
    """Adds a model; its text is written on its own page."""
