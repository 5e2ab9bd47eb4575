"""``@@text-proposals``: the data a text holds, each with its passage, accepted or rejected."""

from collections.abc import Sequence
from collective.conventions import _
from collective.conventions.browser.findings import Described
from collective.conventions.browser.findings import described
from collective.conventions.browser.names import Names
from collective.conventions.browser.names import names_of
from collective.conventions.browser.page import Page
from collective.conventions.browser.text.shown import Shown
from collective.conventions.browser.text.shown import Teller
from collective.conventions.documents.texts.accepting import accept
from collective.conventions.documents.texts.accepting import NEW
from collective.conventions.documents.texts.accepting import reject
from collective.conventions.documents.texts.offers import Offers
from collective.conventions.documents.texts.offers import offers_of
from collective.conventions.interfaces import ConventionsError
from collective.conventions.terms.findings import Finding
from dataclasses import dataclass
from functools import cached_property
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from zExceptions import BadRequest
import transaction


#: The groups of the page, in their order.
GROUPS = (
    ("open", _("To decide")),
    ("differs", _("The convention says something else")),
    ("incomplete", _("Left blank in the text")),
    ("noted", _("Found besides")),
    ("agrees", _("The convention says so already")),
    ("rejected", _("Rejected")),
)
DECIDED = ("open", "differs")


@dataclass(frozen=True)
class Side:
    """A party of the text, and the partner it is."""

    number: int
    name: str
    partner: str


class ProposalsPage(Page):
    """One form for all: a button beside each proposal, and one for those that are ticked."""

    index = ViewPageTemplateFile("proposals.pt")
    NEW = NEW
    refusal = ""
    faults: tuple[Described, ...] = ()
    ACCEPT, REJECT, REOPEN = _("Accept"), _("Reject"), _("Take up again")
    CHOOSE = _("Choose")

    def __call__(self) -> str:
        if self.request.method == "POST":
            CheckAuthenticator(self.request)
            return self._decided()
        return super().__call__()

    @cached_property
    def url(self) -> str:
        return str(self.context.absolute_url())

    @cached_property
    def groups(self) -> list[tuple[str, str, bool, list[Shown]]]:
        """(state, title, whether one decides there, proposals) of each group that has any."""
        teller = Teller(self, self._offers)
        shown = [teller.shown(offer) for offer in self._offers.offers]
        found = (
            (state, self.t(title), state in DECIDED, [one for one in shown if one.state == state])
            for state, title in GROUPS
        )
        return [group for group in found if group[3]]

    @cached_property
    def sides(self) -> list[Side]:
        """The parties of the text."""
        found = []
        for number, uid in self._offers.partners.items():
            proposal = self._offers.of_field(f"parties[{number}]")
            value = proposal.value if proposal is not None else {}
            chosen = self.request.form.get(f"partner-{number}") or uid or NEW
            found.append(Side(number, value.get("name") or value.get("short") or "?", str(chosen)))
        return found

    @cached_property
    def partners(self) -> list[tuple[str, str]]:
        """(UID, name) of every partner of the space."""
        catalog = api.portal.get_tool("portal_catalog")
        found = catalog(portal_type="Partner", sort_on="sortable_title")
        return [(str(one.UID), str(one.Title)) for one in found]

    @cached_property
    def _offers(self) -> Offers:
        return offers_of(self.context, _chosen_partners(self.request.form, known=True))

    def _decided(self) -> str:
        form = self.request.form
        try:
            if "reject" in form:
                done = len(reject(self.context, _keys(form["reject"])))
                told = _("Rejected. You can take it up again below.")
            elif "reopen" in form:
                done = len(reject(self.context, _keys(form["reopen"]), again=True))
                told = _("It waits for your decision again.")
            else:
                keys = _keys(form.get("accept") or form.get("chosen") or ())
                done = len(accept(self.context, keys, _chosen_partners(form)))
                told = _("Written into the convention: ${n}.", mapping={"n": done})
            if not done:
                raise BadRequest("Nothing was chosen.")
        except ConventionsError as error:
            transaction.doom()
            self._refuse(error)
            return super().__call__()
        except BadRequest:
            self.refusal = self.t(_("Please choose what is to be accepted."))
            return super().__call__()
        api.portal.show_message(told, self.request)
        self.request.response.redirect(f"{self.url}/@@text-proposals")
        return ""

    def _refuse(self, error: ConventionsError) -> None:
        self.refusal = self.t(error.message)
        found = [one for one in error.findings if isinstance(one, Finding)]
        names: Names = names_of(str(one.params.get("party", "")) for one in found)
        self.faults = tuple(described(one, self, names) for one in found)


def _keys(sent: Any) -> Sequence[str]:
    return [sent] if isinstance(sent, str) else [str(one) for one in sent]


def _chosen_partners(form: Any, known: bool = False) -> dict[int, str]:
    """The partners chosen for the parties; without those to be made, if they must be known."""
    found = {}
    for name, value in form.items():
        number = name.removeprefix("partner-")
        if name.startswith("partner-") and number.isdecimal() and isinstance(value, str) and value:
            found[int(number)] = value
    return {number: uid for number, uid in found.items() if uid != NEW} if known else found
