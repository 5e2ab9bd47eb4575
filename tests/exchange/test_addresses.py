"""The connector speaks to the addresses of the operator only, and only safely."""

from collective.conventions.exchange.connector import address
from collective.conventions.exchange.connector.address import checked
from collective.conventions.exchange.connector.systems import System
from collective.conventions.exchange.connector.systems import systems_of
from collective.conventions.interfaces import BadRequest
import pytest


NUMBERS = {"delib.example.be": "93.184.216.34", "inside.example.be": "10.1.2.3"}


@pytest.fixture(autouse=True)
def names(monkeypatch):
    """The names of the net, without asking it."""

    def found(host, *_args, **_options):
        if host not in NUMBERS and not host[:1].isdigit() and ":" not in host:
            raise OSError("unknown")
        return [(None, None, None, "", (NUMBERS.get(host, host), 0))]

    monkeypatch.setattr(address.socket, "getaddrinfo", found)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("https://delib.example.be/inbox/", "https://delib.example.be/inbox"),
        ("http://localhost:8080/plone", "http://localhost:8080/plone"),
        ("http://127.0.0.1/plone", "http://127.0.0.1/plone"),
        ("https://nobody.example.be", "https://nobody.example.be"),
    ],
)
def test_what_is_safe(given, kept):
    assert checked(given) == kept


@pytest.mark.parametrize(
    "given",
    [
        "",
        "delib.example.be",
        "http://delib.example.be",
        "ftp://delib.example.be",
        "file:///etc/passwd",
        "https://",
        "https://user:word@delib.example.be",
        "https://delib.example.be/?next=1",
        "https://delib.example.be/#x",
        "https://delib.example.be/a b",
        "https://delib.example.be:port/",
        "https://inside.example.be/",
        "https://10.0.0.1/",
        "https://169.254.169.254/latest",
        "https://[fd00::1]/",
    ],
)
def test_what_is_not(given):
    with pytest.raises(BadRequest):
        checked(given)


def test_a_private_network_is_spoken_to_where_the_operator_says_so():
    assert checked("https://inside.example.be/", private=True) == "https://inside.example.be"
    with pytest.raises(BadRequest):
        checked("http://inside.example.be/", private=True)


@pytest.fixture
def written(tmp_path):
    def write(text, mode=0o600):
        path = tmp_path / "systems.toml"
        path.write_text(text, encoding="utf-8")
        path.chmod(mode)
        return path

    return write


NAMUR = '[namur]\naddress = "https://delib.example.be"\n'
GOOD = """
[namur]
address = "https://delib.example.be/inbox"
token = "T0ken"

[gembloux]
address = "http://localhost:8080/council"
login = "conventions"
password = "Pa55"
timeout = 5
"""


def test_each_space_has_its_own_system(written):
    found = systems_of(written(GOOD))
    assert found["namur"] == System("https://delib.example.be/inbox", token="T0ken")
    assert (found["gembloux"].login, found["gembloux"].timeout) == ("conventions", 5)


def test_no_secret_is_shown(written):
    told = repr(systems_of(written(GOOD)))
    assert "T0ken" not in told
    assert "Pa55" not in told


def test_a_file_that_others_can_read_is_refused(written):
    with pytest.raises(BadRequest):
        systems_of(written(GOOD, 0o640))


@pytest.mark.parametrize(
    "text",
    [
        'namur = "x"',
        '[namur]\naddress = "https://delib.example.be"',
        '[namur]\naddress = "https://delib.example.be"\nlogin = "me"',
        f'{NAMUR}token = "S3cret"\nlogin = "me"\npassword = "x"',
        '[namur]\naddress = "http://delib.example.be"\ntoken = "S3cret"',
        '[namur]\naddress = "https://delib.example.be"\ntoken = "S3cret"\ntimeout = 0',
        '[namur]\naddress = "https://delib.example.be"\ntoken = "S3cret"\nport = 8',
        '[namur]\naddress = "https://delib.example.be"\ntoken = ["S3cret"]',
        '[namur]\ntoken = "S3cret',
        "[namur]\ntoken = S3cret",
    ],
)
def test_what_is_wrong_with_the_file_is_told_without_its_secrets(written, text):
    with pytest.raises(BadRequest) as error:
        systems_of(written(text))
    assert "S3cret" not in str(error.value)
