"""The control of each kind of field."""

from collective.conventions import _
from collective.conventions.access.groups import PARTNER_PREFIX
from collective.conventions.browser.widgets.control import Control
from collective.conventions.browser.widgets.wording import Refused
from collective.conventions.terms import reading
from collective.conventions.terms import writing
from collective.conventions.terms.amounts import InvalidAmount
from collective.conventions.terms.amounts import MAXIMUM
from collective.conventions.terms.amounts import MOST_DECIMALS
from collective.conventions.terms.amounts import number_fault
from datetime import date
from decimal import Decimal
from typing import Any
from z3c.form.interfaces import NO_VALUE
from zope.schema.interfaces import IInt


class Area(Control):
    """A text of several lines."""

    kind = "area"
    rows = 3

    def toFieldValue(self, value: str) -> str | None:
        return super().toFieldValue(value.replace("\r\n", "\n"))


class Email(Control):
    type = "email"


class Telephone(Control):
    type = "tel"


class Address(Control):
    """An address of the web; who types ``www.example.be`` means ``https://``."""

    type = "text"
    inputmode = "url"

    def toFieldValue(self, value: str) -> Any:
        typed = value.strip()
        return super().toFieldValue(typed if "://" in typed or not typed else f"https://{typed}")


class Day(Control):
    """A date: the browser's own picker, with its own keyboard and language."""

    kind = "day"
    type = "date"

    def toWidgetValue(self, value: date | None) -> str:
        return value.isoformat() if value else ""

    @property
    def text(self) -> str:
        return writing.day(date.fromisoformat(self.value), self.language) if self.value else ""

    def toFieldValue(self, value: str) -> date | None:
        try:
            return date.fromisoformat(value.strip()) if value.strip() else None
        except ValueError:
            raise Refused("wrong_type", expected="2026-12-31")


class Number(Control):
    """A number as people of the country type it: 1.234,56 or 1 234,56 or 1234,56."""

    kind = "number"

    @property
    def inputmode(self) -> str:
        return "numeric" if IInt.providedBy(self.field) else "decimal"

    def toWidgetValue(self, value: Decimal | int | None) -> str:
        if value is None:
            return ""
        text = f"{value:f}" if isinstance(value, Decimal) else str(value)
        return text if self.language == "en" else text.replace(".", ",")

    def toFieldValue(self, value: str) -> Decimal | int | None:
        if not value.strip():
            return None
        try:
            number = reading.number(value, self.language)
        except InvalidAmount as error:
            raise Refused(error.code)
        if code := number_fault(number):
            most = {"too_large": int(MAXIMUM), "too_many_decimals": MOST_DECIMALS}
            raise Refused(code, maximum=most.get(code, 0))
        if IInt.providedBy(self.field):
            return self._whole(number)
        return number

    @staticmethod
    def _whole(number: Decimal) -> int:
        if number != number.to_integral_value():
            raise Refused("too_many_decimals", maximum=0)
        return int(number)


class Tick(Control):
    """A box to tick."""

    kind = "tick"
    value = False

    def extract(self, default: Any = NO_VALUE) -> Any:
        if self.name in self.request.form:
            return True
        return False if f"{self.name}-shown" in self.request.form else default

    def toWidgetValue(self, value: Any) -> bool:
        return bool(value)

    def toFieldValue(self, value: bool) -> bool:
        return value

    @property
    def text(self) -> str:
        return self.translated(_("Yes") if self.value else _("No"))


class Choose(Control):
    """One out of a short list."""

    kind = "choose"

    def toFieldValue(self, value: str) -> Any:
        if not value:
            return None
        try:
            return self._terms.getTermByToken(value).value
        except LookupError:
            raise Refused("unknown_choice", value=value)

    @property
    def _terms(self) -> Any:
        return self.field.bind(self.context).vocabulary

    @property
    def may_be_empty(self) -> bool:
        """A question that begins with an answer always has one."""
        return self.field.default is None or not self.value

    @property
    def text(self) -> str:
        return next((title for _token, title, chosen in self.options if chosen), "")

    @property
    def options(self) -> list[tuple[str, str, bool]]:
        """(token, title, chosen) of each."""
        return [
            (term.token, self.translated(term.title), term.token == self.value)
            for term in self._terms
        ]


#: Groups of Plone itself, which look after no convention.
STOCK_GROUPS = frozenset(
    {"Administrators", "AuthenticatedUsers", "Reviewers", "Site Administrators"}
)


class Members(Control):
    """Members and groups of the space: boxes to tick, what is chosen first."""

    kind = "members"
    value: tuple[str, ...] = ()

    def extract(self, default: Any = NO_VALUE) -> Any:
        if f"{self.name}-shown" not in self.request.form:
            return default
        typed = self.request.form.get(self.name, [])
        return tuple([typed] if isinstance(typed, str) else typed)

    def toWidgetValue(self, value: Any) -> tuple[str, ...]:
        return tuple(value or ())

    def toFieldValue(self, value: tuple[str, ...]) -> list[str]:
        return list(value)

    @property
    def _terms(self) -> Any:
        return self.field.value_type.bind(self.context).vocabulary

    @property
    def options(self) -> list[tuple[str, str, bool]]:
        """(id, title, chosen) of each; the groups of partners' people look after nothing."""
        chosen = [self._terms.getTerm(name) for name in self.value if name in self._terms]
        others = [term for term in self._terms if self._offered(term.value)]
        return [(term.value, str(term.title), term in chosen) for term in (*chosen, *others)]

    def _offered(self, name: str) -> bool:
        stock = name in STOCK_GROUPS or name.startswith(PARTNER_PREFIX)
        return not stock and name not in self.value
