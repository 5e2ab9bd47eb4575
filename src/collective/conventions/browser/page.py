"""What every page of the add-on shares: how it writes things, and what day it is."""

from collections.abc import Callable
from collections.abc import Iterable
from collective.conventions import _
from collective.conventions.clock import BRUSSELS
from collective.conventions.clock import today
from collective.conventions.terms import writing
from datetime import date
from datetime import datetime
from decimal import Decimal
from functools import cached_property
from functools import reduce
from plone import api
from Products.Five.browser import BrowserView
from typing import Any
from zope.i18n import translate
from zope.schema.vocabulary import SimpleVocabulary


class Page(BrowserView):
    """A page that writes numbers, dates and choices in its reader's language."""

    index: Callable[[], str]

    def __call__(self) -> str:
        # The breadcrumbs lead back; a column that names the neighbours would only take the room.
        self.request.set("disable_plone.leftcolumn", 1)
        return self.index()

    @cached_property
    def language(self) -> str:
        return str(api.portal.get_current_language()).split("-")[0]

    @cached_property
    def today(self) -> date:
        return today()

    @cached_property
    def portal_url(self) -> str:
        return str(api.portal.get().absolute_url())

    def t(self, message: str) -> str:
        """The text of ``message`` in the reader's language."""
        return str(translate(message, context=self.request))

    def labelled(self, label: str, text: str) -> str:
        """A text after its label, with the colon of the reader's language."""
        return self.t(_("${label}: ${text}", mapping={"label": label, "text": text}))

    def listed(self, parts: Iterable[str]) -> str:
        """Parts of a sentence, with the semicolons of the reader's language."""
        return reduce(self._followed, parts, "")

    def _followed(self, one: str, other: str) -> str:
        both = {"one": one, "other": other}
        return self.t(_("${one}; ${other}", mapping=both)) if one else other

    def money(self, amount: Decimal | int) -> str:
        return writing.money(amount, self.language)

    def price(self, amount: Decimal | int) -> str:
        return writing.price(amount, self.language)

    def number(self, value: Decimal | int) -> str:
        return writing.number(value, self.language)

    def size(self, octets: int) -> str:
        return writing.size(octets, self.language)

    def day(self, value: date | None) -> str:
        return writing.day(value, self.language) if value else ""

    def moment(self, instant: str) -> str:
        """An instant of the journal, on the clocks of Belgium."""
        return writing.moment(datetime.fromisoformat(instant).astimezone(BRUSSELS), self.language)

    def choice(self, vocabulary: SimpleVocabulary, value: str | None) -> str:
        """The title of a chosen value; the value itself where the list no longer has it."""
        if not value:
            return ""
        return self.t(vocabulary.getTerm(value).title) if value in vocabulary else value

    def paragraphs(self, text: str | None) -> list[str]:
        """The lines of a text that hold something."""
        return [line for line in (text or "").splitlines() if line.strip()]

    def may(self, permission: str, obj: Any = None) -> bool:
        """Whether the reader has a permission here, by its title."""
        return bool(api.user.has_permission(permission, obj=self.context if obj is None else obj))
