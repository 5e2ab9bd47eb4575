"""A space on a real server, with a client for each kind of user."""

from collective.conventions.journal.storage import find
from factories import make_partner
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from services.billed import Billed
import pytest
import requests
import transaction


PASSWORD = "Correct-horse-7"
GROUPS = {
    "author": "convention_authors",
    "secretary": "council_secretaries",
    "signer": "signature_officers",
    "finance": "finance_officers",
    "reader": "convention_readers",
    "manager": "space_managers",
}


class Client:
    """Speaks JSON with the server, as one user."""

    def __init__(self, root, login=None):
        self.root = root
        self.session = requests.Session()
        self.session.headers["Accept"] = "application/json"
        if login:
            self.session.auth = (login, PASSWORD)

    def __call__(self, method, path, **options):
        url = path if path.startswith("http") else f"{self.root}/{path}".rstrip("/")
        return self.session.request(method, url, **options)

    def get(self, path, **options):
        return self("GET", path, **options)

    def post(self, path, data=None, **options):
        return self("POST", path, json=data, **options)

    def patch(self, path, data=None, **options):
        return self("PATCH", path, json=data, **options)

    def delete(self, path, **options):
        return self("DELETE", path, **options)


class Space:
    """The site, its two partners, and its users' clients by the name of their role."""

    def __init__(self, portal):
        self.portal = portal
        self.url = portal.absolute_url()
        self.city = make_partner(portal, "City").UID()
        self.region = make_partner(portal, "Region", entity_kind="region").UID()

    def client(self, role=None):
        return Client(self.url, role)

    def valid(self, **values):
        """What a convention needs to be created."""
        parties = [{"partner": self.city}, {"partner": self.region}]
        return {
            "@type": "Convention",
            "title": "Agreement",
            "kind": "partnership",
            "parties": parties,
            **values,
        }

    def complete(self, **values):
        """What a convention needs to be approved."""
        texts = {"subject_matter": "Working together."}
        decided = {"council_date": "2024-06-24", "council_number": "12"}
        signatories = [
            {"partner": uid, "name": "A. Person", "capacity": "Mayor"}
            for uid in (self.city, self.region)
        ]
        return self.valid(signatories=signatories, **texts, **decided, **values)

    def created(self, role="secretary", **values):
        """The address of a new convention."""
        answer = self.client(role).post("conventions", self.valid(**values))
        assert answer.status_code == 201, answer.text
        return answer.json()["@id"]

    def record(self, url):
        """All that could have been changed: what is read, and the length of the journal."""
        answer = self.client("manager").get(url)
        transaction.begin()
        journal = find(answer.json()["UID"])
        return answer.json(), journal and journal.length


def furnished(portal):
    """A space with a member of each group."""
    with api.env.adopt_roles(["Manager"]):
        for login, group in GROUPS.items():
            api.user.create(email=f"{login}@example.be", username=login, password=PASSWORD)
            api.group.add_user(groupname=group, username=login)
        found = Space(portal)
    transaction.commit()
    return found


@pytest.fixture
def space(functional):
    return furnished(functional["portal"])


@pytest.fixture
def author(space):
    return space.client("author")


@pytest.fixture
def secretary(space):
    return space.client("secretary")


@pytest.fixture
def manager(space):
    return space.client("manager")


@pytest.fixture
def signer(space):
    return space.client("signer")


@pytest.fixture
def finance(space):
    return space.client("finance")


@pytest.fixture
def reader(space):
    return space.client("reader")


@pytest.fixture
def owner(space):
    """The manager of the server, who speaks to its root."""
    found = Client(space.url.rpartition("/")[0])
    found.session.auth = (SITE_OWNER_NAME, SITE_OWNER_PASSWORD)
    return found


@pytest.fixture
def billed(space):
    with api.env.adopt_roles(["Manager"]):
        return Billed(space.portal)
