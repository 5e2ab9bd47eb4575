"""A server with one space, in which each service finds what it works on."""

from collective.conventions.server.register import Entry
from collective.conventions.server.register import put
from factories import make_operator
from plone.app.testing import login
from plone.app.testing import SITE_OWNER_NAME
from services.conftest import Client
from services.conftest import furnished
from services.conftest import PASSWORD
import json
import transaction


TOOL = {
    "id": "more",
    "title": "More",
    "description": "More of it.",
    "contact": "Helpdesk",
    "profile": "plone.session:default",
}
REPORT = {"kind": "other", "title": "Odd", "text": "Very odd."}


class World:
    """A server with one space, in which each service finds what it works on."""

    def __init__(self, app, portal):
        login(app, SITE_OWNER_NAME)
        self.app, self.space = app, furnished(portal)
        make_operator(app, "olga", PASSWORD)
        put(app, Entry("plone", "Plone"))
        transaction.commit()
        self.root = app.absolute_url()
        self._fill()

    def _fill(self):
        operator, manager = self.client("operator"), self.client("manager")
        member = {"login": "ina", "name": "Ina"}
        made = [
            operator.post("@team", member),
            operator.post("@tool-catalogue", {**TOOL, "id": "known"}),
            manager.post("@requests", {"kind": "adaptation", "text": "Larger."}),
            manager.post("@advanced-access", {"reason": "Why"}),
            manager.post("@incidents", REPORT),
        ]
        assert [one.status_code for one in made] == [201] * len(made)
        self.incident = made[-1].json()["id"]
        asked = {"step": "asked", "reason": "Who?"}
        assert operator.post(f"@incidents/{self.incident}", asked).ok

    def client(self, who):
        if who == "operator":
            return Client(self.root, "olga")
        return self.space.client(None if who == "nobody" else who)

    def send(self, service, body):
        """The answer, when nothing was written for it."""
        path = service.path.format(incident=self.incident)
        url = f"{self.root}{path}" if path.startswith("/") else f"{self.space.url}/{path}"
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        before = self.written()
        headers = {"Content-Type": "application/json"}
        answer = self.client(service.who)(service.method, url, data=data, headers=headers)
        assert self.written() == before, (service.method, url, body, answer.text)
        return answer

    def written(self):
        """The last transaction of the whole database."""
        return self.app._p_jar.db().lastTransaction()
