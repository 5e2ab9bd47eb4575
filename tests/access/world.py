"""A space with one convention in each state and one person of each kind, seen over HTTP."""

from access.table import STATES
from AccessControl.SecurityManagement import getSecurityManager
from AccessControl.SecurityManagement import newSecurityManager
from AccessControl.SecurityManagement import noSecurityManager
from AccessControl.SecurityManagement import setSecurityManager
from AccessControl.users import SimpleUser
from collective.conventions.access.groups import partner_group
from collective.conventions.lifecycle.steps import take
from collective.conventions.server.provision import create_space
from collective.conventions.server.spaces import entered
from dataclasses import dataclass
from dataclasses import field
from factories import ENDED
from factories import make_annex
from factories import make_convention
from factories import make_invoice
from factories import make_operator
from factories import make_partner
from factories import ROADS
from factories import TODAY
from plone import api
from plone.app.testing import login
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from plone.locking.interfaces import ILockable
from plone.protect.authenticator import createToken
from typing import Any
import requests
import transaction


PASSWORD = "a password of tests"
GROUPS = {
    "member": None,
    "reader": "convention_readers",
    "author": "convention_authors",
    "secretary": "council_secretaries",
    "signer": "signature_officers",
    "finance": "finance_officers",
    "space manager": "space_managers",
}
#: Words that stand nowhere else, so that a page that holds one has told something.
PARTNERS = ("Quagga City", "Quagga Centre", "Quagga Stranger")
FACTS = {"termination_date": ENDED, "termination_reason": "By agreement."}


@dataclass
class Agreement:
    """A convention with what lies in it."""

    convention: Any
    early: Any
    closed: Any
    late: Any
    invoice: Any = None


@dataclass
class World:
    """The space, its people and its agreements by the letter of their state."""

    portal: Any
    logins: dict[str, tuple[str, str] | None]
    partners: list[Any] = field(default_factory=list)
    agreements: dict[str, Agreement] = field(default_factory=dict)
    #: What was read since the last change, so that a long page is drawn once for four states.
    read: dict[tuple[Any, ...], Any] = field(default_factory=dict)
    client: requests.Session = field(default_factory=requests.Session)

    def ask(self, person: str, method: str, path: str, accept: str, **options: Any) -> Any:
        """The answer to a request; nobody is redirected, and nothing may break."""
        key = (person, path, accept, str(options))
        if method == "GET" and key in self.read:
            return self.read[key]
        transaction.commit()
        # One connection for all: the server takes a hundred, and each answer here is kept.
        answer = self.client.request(
            method,
            f"{self.portal.absolute_url()}/{path}",
            auth=self.logins[person],
            headers={"Accept": accept},
            allow_redirects=False,
            timeout=60,
            **options,
        )
        self.client.cookies.clear()
        transaction.begin()
        assert answer.status_code < 500, (person, method, path, answer.text[:2000])
        if method == "GET":
            self.read[key] = answer
        else:
            self.read.clear()
        return answer

    def rest(self, person: str, method: str, path: str, **options: Any) -> Any:
        return self.ask(person, method, path, "application/json", **options)

    def page(self, person: str, path: str) -> Any:
        return self.ask(person, "GET", path, "text/html")

    def screen(self, person: str, method: str, path: str, **options: Any) -> Any:
        """The answer of a management screen; a screen may break on what it is sent."""
        transaction.commit()
        self.read.clear()
        address = f"{self.portal.absolute_url()}/{path}"
        answer = self.client.request(
            method, address, auth=self.logins[person], allow_redirects=False, timeout=60, **options
        )
        self.client.cookies.clear()
        transaction.begin()
        return answer

    def form(self, person: str, path: str) -> Any:
        """Send a form, as who has a page of his own open: with the token that Plone asks for."""
        address, _, query = path.partition("?")
        data = f"{query}&_authenticator={self._token(person)}"
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        return self.screen(person, "POST", address, data=data, headers=headers)

    def _token(self, person: str) -> str:
        known = self.logins[person]
        before = getSecurityManager()
        try:
            if known is None:
                noSecurityManager()
            else:
                newSecurityManager(None, SimpleUser(known[0], "", [], []))
            return createToken()
        finally:
            setSecurityManager(before)

    def agreement(self, letter: str) -> Agreement:
        """The agreement in this state; a new one where the last has gone or moved on."""
        known = self.agreements.get(letter)
        if known is None or not self._as_it_was(known, letter):
            self.agreements[letter] = self._agreement(letter)
        return self.agreements[letter]

    def _as_it_was(self, known: Agreement, letter: str) -> bool:
        if known.convention.getId() not in self.portal["conventions"]:
            return False
        parts = [known.early, known.closed, known.late, known.invoice]
        if any(part is not None and part.getId() not in known.convention for part in parts):
            return False
        return bool(api.content.get_state(known.convention) == STATES[letter])

    def unlock(self, content: Any) -> None:
        """Take back the lock that an opened form has left."""
        ILockable(content).clear_locks()

    def _agreement(self, letter: str) -> Agreement:
        self.read.clear()
        convention = make_convention(
            self.portal,
            self.partners[:2],
            title=f"Zebra {letter}",
            responsible=["service"],
            # Something has been overdue ever since.
            contacts_days=15,
            text=[{"part": "article", "number": "1", "title": "", "body": "<p>Agreed.</p>"}],
            decree=[{"part": "subject", "language": "fr", "body": "<p>Matter</p>"}],
        )
        early = make_annex(convention, f"Early {letter}")
        closed = make_annex(convention, f"Closed {letter}", "secretariat")
        made = Agreement(convention, early, closed, early)
        for step in ROADS[STATES[letter]]:
            take(convention, step, TODAY, facts=FACTS)
            if step in ("approve", "sign"):
                made.late = make_annex(convention, f"Late {letter} {step}")
            if step == "sign":
                made.invoice = make_invoice(convention, self.partners, f"Invoice {letter}")
        transaction.commit()
        return made


def make_world(app: Any, portal: Any) -> World:
    """People, partners and a second space; agreements come when they are asked for."""
    login(app, SITE_OWNER_NAME)
    world = World(portal, {"anonymous": None, "admin": (SITE_OWNER_NAME, SITE_OWNER_PASSWORD)})
    world.partners = [make_partner(portal, title) for title in PARTNERS]
    party, _second, stranger = (partner_group(partner.UID()) for partner in world.partners)
    api.group.create("service", title="Legal service")
    groups = {**GROUPS, "contact": party, "other contact": stranger, "responsible": "service"}
    for person, group in groups.items():
        world.logins[person] = _account(person, group)
    # What waits to be indexed belongs to this site, not to the next.
    transaction.commit()
    create_space(app, "elsewhere", "Another space")
    with entered(app, "elsewhere"):
        world.logins["other space"] = _account("other space", "space_managers")
    make_operator(app, "operator", PASSWORD)
    world.logins["operator"] = ("operator", PASSWORD)
    transaction.commit()
    return world


def _account(person: str, group: str | None) -> tuple[str, str]:
    name = person.replace(" ", "-")
    api.user.create(email=f"{name}@example.be", username=name, password=PASSWORD)
    if group is not None:
        api.group.add_user(groupname=group, username=name)
    return name, PASSWORD
