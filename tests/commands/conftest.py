"""The real command on a real database, and a real server on top of it."""

from dataclasses import dataclass
from pathlib import Path
import json
import pytest
import requests
import socket
import subprocess
import sys
import time


TEMPLATES = Path(__file__).parents[2] / "instance"
BIN = Path(sys.executable).parent


@dataclass(frozen=True)
class Instance:
    """A Zope instance in a folder of its own."""

    home: Path
    port: int

    @classmethod
    def make(cls, home):
        for name in ("instance/etc", "blobstorage", "cache", "filestorage", "log"):
            (home / name).mkdir(parents=True)
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        for template in TEMPLATES.iterdir():
            text = template.read_text(encoding="utf-8")
            text = text.replace("<<VAR>>", str(home)).replace("<<PORT>>", str(port))
            (home / "instance" / "etc" / template.name).write_text(text, encoding="utf-8")
        return cls(home, port)

    @property
    def url(self):
        return f"http://localhost:{self.port}"

    @property
    def out(self):
        return self.home / "demo.json"

    def told(self):
        """What the demo wrote about itself."""
        return json.loads(self.out.read_text(encoding="utf-8"))

    def conventions(self, *arguments, **options):
        """Run the command as a person does."""
        conf = self.home / "instance" / "etc" / "zope.conf"
        command = [BIN / "conventions", "--conf", conf, *arguments]
        return subprocess.run(command, capture_output=True, text=True, timeout=300, **options)

    def started(self, *arguments):
        """Begin to run the command; what it says can be read while it works."""
        conf = self.home / "instance" / "etc" / "zope.conf"
        command = [BIN / "conventions", "--conf", conf, *arguments]
        pipe = subprocess.PIPE
        return subprocess.Popen(command, stdout=pipe, stderr=pipe, text=True)

    def demo(self):
        return self.conventions("demo", "--url", self.url, "--out", self.out)


@pytest.fixture(scope="session")
def instance(tmp_path_factory):
    """An instance with the demo in it."""
    made = Instance.make(tmp_path_factory.mktemp("demo"))
    run = made.demo()
    assert run.returncode == 0, run.stderr
    return made


@pytest.fixture
def empty(tmp_path):
    """An instance with nothing in it."""
    return Instance.make(tmp_path / "empty")


@dataclass(frozen=True)
class Visitor:
    """Somebody who asks a running server, with the password that the demo drew for him."""

    url: str
    auth: tuple[str, str] | None

    def get(self, path, **query):
        headers = {"Accept": "application/json"}
        where = path if path.startswith("http") else f"{self.url}{path}"
        return requests.get(where, params=query, auth=self.auth, headers=headers, timeout=60)


@pytest.fixture(scope="module")
def server(instance):
    """The instance served; the database is free again after the module's last test."""
    ini = instance.home / "instance" / "etc" / "wsgi.ini"
    with (instance.home / "log" / "console.log").open("w") as log:
        process = subprocess.Popen([BIN / "runwsgi", ini], stdout=log, stderr=log)
        try:
            _wait_for(instance.url, process)
            yield instance
        finally:
            process.terminate()
            process.wait(30)


@pytest.fixture(scope="module")
def visit(server):
    """A function that returns the visitor of a role in a space, or nobody."""
    accounts = {(a["space"], a["role"]): a for a in server.told()["accounts"]}

    def visitor(space, role):
        if role is None:
            return Visitor(server.url, None)
        account = accounts[space, role]
        return Visitor(server.url, (account["login"], account["password"]))

    return visitor


def _wait_for(url, process):
    for _attempt in range(600):
        assert process.poll() is None, "the server has stopped"
        try:
            requests.get(url, timeout=60)
        except requests.ConnectionError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError("the server does not answer")
