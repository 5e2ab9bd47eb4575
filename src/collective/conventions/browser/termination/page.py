"""The page that leads a convention to its end."""

from collective.conventions import _
from collective.conventions.access.annexes import viewable
from collective.conventions.browser.convention import force
from collective.conventions.browser.findings import described
from collective.conventions.browser.forms.offer import offer_of
from collective.conventions.browser.forms.places import place_of
from collective.conventions.browser.names import Named
from collective.conventions.browser.names import names_of
from collective.conventions.browser.names import referred
from collective.conventions.browser.page import Page
from collective.conventions.browser.termination.letter_forms import letter_form
from collective.conventions.browser.termination.letter_forms import LetterForm
from collective.conventions.browser.termination.told import letter_told
from collective.conventions.browser.termination.told import LetterTold
from collective.conventions.browser.termination.told import need_told
from collective.conventions.browser.termination.told import way_told
from collective.conventions.browser.termination.told import WayTold
from collective.conventions.browser.widgets.control import Fault
from collective.conventions.content.amended import values_at
from collective.conventions.content.values import snapshot
from collective.conventions.deadlines.ways import letters_of
from collective.conventions.deadlines.ways import Need
from collective.conventions.deadlines.ways import Way
from collective.conventions.deadlines.ways import ways_of
from collective.conventions.deadlines.wording.reasons import REASONS
from collective.conventions.deadlines.wording.teller import Teller
from collective.conventions.deadlines.wording.ways import CLOSED
from collective.conventions.deadlines.wording.ways import TITLES
from collective.conventions.interfaces import Conflict
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.lifecycle.letters import complete_letter
from collective.conventions.lifecycle.letters import record_letter
from collective.conventions.lifecycle.steps import possible
from collective.conventions.terms.consequences import Consequence
from functools import cached_property
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from zExceptions import BadRequest
import transaction


RECORDED = _("The letter is recorded.")
KNOWN = _("This letter was recorded already. Nothing was changed.")
COMPLETED = _("What has become known is recorded.")


class TerminationPage(Page):
    """``@@termination``"""

    index = ViewPageTemplateFile("page.pt")
    form_section = ViewPageTemplateFile("form.pt")
    #: What keeps the letter of a form that was sent from being recorded.
    refusal = ""

    def __call__(self) -> str:
        if self.request.method == "POST":
            CheckAuthenticator(self.request)
            return self._recorded()
        return super().__call__()

    @cached_property
    def url(self) -> str:
        return str(self.context.absolute_url())

    @cached_property
    def in_force(self) -> str:
        return force.sentence(self, self._state, values_at(self.context))

    @cached_property
    def signed(self) -> bool:
        """Whether there is anything to end."""
        return self._state == "signed"

    @cached_property
    def may_terminate(self) -> bool:
        return "terminate" in possible(self.context)

    @cached_property
    def by_agreement(self) -> str:
        """The reason of an end that all parties want."""
        return self.labelled(self.t(TITLES["mutual"]), self.t(REASONS["end_by_agreement"]))

    @cached_property
    def ways(self) -> list[WayTold]:
        """The open ways, those that are ready first."""
        told = [self._way(way) for way in self._ways if way.open]
        return sorted(told, key=lambda way: not way.ready)

    @cached_property
    def closed_ways(self) -> list[tuple[str, str]]:
        """(way, why it is not open)."""
        closed = [way.route for way in self._ways if not way.open]
        return [(self.t(TITLES[route.code]), self.t(CLOSED[route.closed])) for route in closed]

    @cached_property
    def letters(self) -> list[LetterTold]:
        """The letters on record, the latest row first."""
        return [self._letter(one) for one in reversed(self._consequences)]

    @cached_property
    def forms(self) -> dict[str, LetterForm]:
        """All forms of the page by their names."""
        found = [way.form for way in self.ways if way.form is not None]
        found += [form for letter in self.letters for form in letter.forms]
        return {form.name: form for form in found}

    def drawn(self, form: LetterForm) -> str:
        """A form as HTML."""
        return str(self.form_section(form=form))

    def _way(self, way: Way) -> WayTold:
        needs = tuple(
            need_told(need, self._teller, "" if need.met else self._place(way, need))
            for need in way.needs
        )
        return way_told(way, self._teller, needs, self._form_of(way), self.context)

    def _form_of(self, way: Way) -> LetterForm | None:
        if not way.route.letter or not self.signed:
            return None
        reserved = self._present["notice_by"] if way.route.letter != "formal_notice" else ""
        writers = [one for one in self._parties if not reserved or one.uid == reserved]
        return letter_form(self, way.route.letter, writers, again=way.letter is not None)

    def _place(self, way: Way, need: Need) -> str:
        """Where what is missing is entered."""
        finding = need.finding
        if finding is None:
            return ""
        if finding.field == "notices" and self.signed:
            recorded = way.letter is not None and finding.row is not None
            name = f"complete-{finding.row}" if recorded else way.route.letter
            return f"#{name}"
        if need.code == "agreed_day" and self.may_terminate:
            return "#agreed"
        place = place_of(finding, offer_of(self.context), self._values)
        return f"{self.url}/edit#{place}" if place and self.may("Modify portal content") else ""

    def _letter(self, one: Consequence) -> LetterTold:
        stored = self._values["notices"][one.row]
        forms = tuple(self._forms_of(one, stored)) if self.signed else ()
        return letter_told(
            self, one, stored, self._teller, self._files.get(stored.get("annex")), forms
        )

    def _forms_of(self, one: Consequence, stored: Any) -> list[LetterForm]:
        dated = ("presented", "received") if one.letter.kind != "cure" else ()
        asked = [name for name in dated if not stored.get(name)]
        without = [name for name in ("presented", "received") if name not in asked]
        found = [letter_form(self, "complete", row=one.row, without=without)]
        if one.counts and one.stands:
            writer = [party for party in self._parties if party.uid == one.letter.party]
            others = [party for party in self._parties if party.uid != one.letter.party]
            if one.cure is not None and one.cure.right is not None:
                found.append(letter_form(self, "cure", others, one.row))
            found.append(letter_form(self, "withdrawal", writer, one.row))
        return found

    def _recorded(self) -> str:
        form = self.forms.get(str(self.request.form.get("form", "")))
        if form is None:
            raise BadRequest(self.t(_("This form is no longer there. Please open the page again.")))
        given = form.read()
        if form.faulty:
            return super().__call__()
        try:
            message = self._written(form, given)
        except (Conflict, UnprocessableEntity) as error:
            # Nothing may be left of a letter that was refused half-way.
            transaction.doom()
            self._tell(form, error)
            return super().__call__()
        api.portal.show_message(message, request=self.request)
        self.request.response.redirect(f"{self.url}/@@termination")
        return ""

    def _written(self, form: LetterForm, given: dict[str, Any]) -> Any:
        file = given.pop("file", None)
        if form.kind == "complete":
            complete_letter(self.context, form.row or 0, given, self.today, file)
            return COMPLETED
        row = {"kind": form.kind, **given}
        _position, new = record_letter(self.context, row, file, self.today)
        return RECORDED if new else KNOWN

    def _tell(self, form: LetterForm, error: Conflict | UnprocessableEntity) -> None:
        """Put what is wrong beside its question, or above the form."""
        homeless = [] if error.findings else [self.t(error.message)]
        for finding in error.findings:
            said = described(finding, self, self._names)
            control = form.controls.get(finding.column or "")
            if finding.field == "notices" and control is not None:
                control.error = control.error or Fault(said.text, control)
            else:
                homeless.append(self.labelled(said.place, said.text))
        self.refusal = " ".join(homeless)

    @cached_property
    def _state(self) -> str:
        return str(api.content.get_state(self.context))

    @cached_property
    def _values(self) -> dict[str, Any]:
        return snapshot(self.context)

    @cached_property
    def _present(self) -> dict[str, Any]:
        """The values that hold today."""
        return dict(values_at(self.context, self.today))

    @cached_property
    def _names(self) -> Any:
        return names_of(referred(self._values) | referred(self._present))

    @cached_property
    def _parties(self) -> list[Named]:
        return [self._names[row["partner"]] for row in self._present["parties"] or ()]

    @cached_property
    def _teller(self) -> Teller:
        return Teller(self.language)

    @cached_property
    def _ways(self) -> tuple[Way, ...]:
        return ways_of(self.context, self.today)

    @cached_property
    def _consequences(self) -> tuple[Consequence, ...]:
        return letters_of(self.context)

    @cached_property
    def _files(self) -> dict[str, Any]:
        """The annexes that the reader may see, by UID."""
        return {annex.UID(): annex for annex in viewable(self.context)}
