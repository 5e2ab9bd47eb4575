"""Two spaces with members of the same names, each with everything that could be read in it."""

from collective.conventions.deadlines.calendar.addresses import make as make_calendar
from collective.conventions.server.provision import create_space
from collective.conventions.server.spaces import entered
from dataclasses import dataclass
from dataclasses import field
from factories import make_annex
from factories import make_convention
from factories import make_operator
from factories import make_partner
from plone import api
from plone.namedfile.file import NamedBlobImage
from typing import Any
import base64
import re
import requests
import transaction


SPACES = ("namur", "dinant")
OPERATOR = ("rita", "password-of-rita")
PEOPLE = {"manager": "space_managers", "reader": "convention_readers", "rita": None, "chief": None}
#: Stands in everything that belongs to a space, and in nothing else.
SECRET = "Quagga"
PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5E"
    "rkJggg=="
)
JSON = {"Accept": "application/json"}
TUS = {**JSON, "Tus-Resumable": "1.0.0"}


@dataclass
class Town:
    """One space, its people and what lies in it."""

    id: str
    url: str
    paths: dict[str, str] = field(default_factory=dict)
    calendar: str = ""

    def auth(self, person: str) -> tuple[str, str]:
        """Of each person another password in each space, though he bears the same name."""
        return person, f"{person}-of-{self.id}"


@dataclass
class Server:
    """The server with its two spaces, asked as a client asks."""

    app: Any
    url: str
    towns: dict[str, Town]

    def ask(self, method: str, url: str, **options: Any) -> requests.Response:
        transaction.commit()
        options = {"timeout": 60, "allow_redirects": False, **options}
        answer = requests.request(method, url, **options)
        transaction.begin()
        return answer

    def token(self, town: Town, person: str) -> str:
        login, password = town.auth(person)
        answer = self.ask(
            "POST", f"{town.url}/@login", json={"login": login, "password": password}, headers=JSON
        )
        return str(answer.json()["token"])

    def cookies(self, town: Town, person: str) -> dict[str, str]:
        """The cookies of who has logged in through the form."""
        with requests.Session() as session:
            form = session.get(f"{town.url}/login", timeout=60).text
            found = re.search(r'name="_authenticator" value="(\w+)"', form)
            login, password = town.auth(person)
            data = {
                "__ac_name": login,
                "__ac_password": password,
                "buttons.login": "Log in",
                "_authenticator": found.group(1) if found else "",
            }
            session.post(f"{town.url}/login", data=data, timeout=60, allow_redirects=False)
            transaction.begin()
            cookies = session.cookies.get_dict()
        assert "__ac" in cookies, cookies
        return cookies

    def upload(self, town: Town, person: str) -> str:
        """The address of an upload that has been begun."""
        headers = {**TUS, "Upload-Length": "6", "Upload-Metadata": "filename cS50eHQ="}
        answer = self.ask(
            "POST", f"{town.url}/@tus-upload", headers=headers, auth=town.auth(person)
        )
        assert answer.status_code == 201, answer.text
        return answer.headers["Location"]


def make_server(app: Any) -> Server:
    """The spaces with their people, and an operator who bears the name of a member."""
    towns = {name: Town(name, f"{app.absolute_url()}/{name}") for name in SPACES}
    for town in towns.values():
        create_space(app, town.id, f"Ville de {town.id.title()}")
        with entered(app, town.id) as portal:
            _furnish(portal, town)
    make_operator(app, *OPERATOR)
    transaction.commit()
    return Server(app, app.absolute_url(), towns)


def _furnish(portal: Any, town: Town) -> None:
    for person, group in PEOPLE.items():
        login, password = town.auth(person)
        api.user.create(email=f"{login}@{town.id}.be", username=login, password=password)
        if group:
            api.group.add_user(groupname=group, username=login)
    # Nobody in a space is as mighty as this; not even he comes out of it.
    api.user.grant_roles(username="chief", roles=["Manager"])
    title = f"{SECRET} of {town.id}"
    partners = [make_partner(portal, f"{title} {number}") for number in (1, 2)]
    convention = make_convention(portal, partners, "signed", title=title)
    image = NamedBlobImage(data=PIXEL, filename="pixel.png", contentType="image/png")
    made = {
        "partner": partners[0],
        "convention": convention,
        "annex": make_annex(convention, title, data=SECRET.encode()),
        "image": api.content.create(portal, "Image", id="image", title="Picture", image=image),
    }
    town.paths = {name: "/".join(item.getPhysicalPath()[2:]) for name, item in made.items()}
    town.calendar = f"@@calendar-feed/{make_calendar('reader')}/deadlines.ics"
