"""The server that is measured: Zope on a FileStorage of its own, one thread.

Run by ``run.py``: ``serve.py FOLDER PORT PASSWORD SIZE SIZE ROUNDS``. Makes the sites, times the
reminders, which no request sends, then writes ``FOLDER/ready`` and serves until it is stopped.
"""

from AccessControl.SecurityManagement import newSecurityManager
from AccessControl.SecurityManagement import noSecurityManager
from AccessControl.users import system
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from rich.console import Console
from rich.progress import Progress
from Testing.makerequest import makerequest
from typing import Any
from Zope2.Startup.run import configure_wsgi
from ZPublisher.WSGIPublisher import publish_module
import json
import logging
import reminding
import spaces
import sys
import waitress
import Zope2


#: In each of the spaces that are listed.
PARTNERS = 200
TOP = Path(__file__).resolve().parent.parent


def start(folder: Path) -> None:
    """Start Zope with the configuration of a real instance on an empty database."""
    for name in ("instance/etc", "blobstorage", "cache", "filestorage"):
        (folder / name).mkdir(parents=True)
    etc = folder / "instance" / "etc"
    for name in ("zope.conf", "site.zcml"):
        text = (TOP / "instance" / name).read_text(encoding="utf-8")
        (etc / name).write_text(text.replace("<<VAR>>", str(folder)), encoding="utf-8")
    resume(folder)


def resume(folder: Path) -> None:
    """Start Zope on what an earlier process has left in the folder."""
    configure_wsgi(str(folder / "instance" / "etc" / "zope.conf"))
    # Plone warns of set-up steps it has no use for: that is not what is measured.
    logging.getLogger().setLevel(logging.ERROR)


@contextmanager
def system_at_work() -> Iterator[Any]:
    """The root of the database, as the system itself."""
    app = makerequest(Zope2.app())
    newSecurityManager(None, system)
    try:
        yield app
    finally:
        noSecurityManager()
        app._p_jar.close()


def make_sites(password: str, small: int, large: int, rounds: int) -> dict[str, Any]:
    """Make all that is measured; returns five partners, and what reminders cost."""
    app = makerequest(Zope2.app())
    newSecurityManager(None, system)
    app.acl_users.userFolderAddUser("admin", password, ["Manager"], [])
    spaces.make_stock(app)
    partners = spaces.make_ours(app, "ours", password, 5)
    spaces.make_ours(app, "metered", password, 2)
    spaces.make_unmetered(app, "unmetered", password)
    with Progress(console=Console(stderr=True)) as progress:
        for name, size in (("small", small), ("large", large)):
            uids = spaces.make_ours(app, name, password, PARTNERS)
            spaces.fill(app, name, uids, size, progress)
            reminding.prepare(app, name, uids[0])
    reminders = reminding.measure(app, "small", "large", rounds)
    app._p_jar.close()
    noSecurityManager()
    return {"partners": partners, "reminders": reminders}


def main(folder: Path, port: int, password: str, *sizes: int) -> None:
    start(folder)
    made = make_sites(password, *sizes)
    server = waitress.create_server(publish_module, host="127.0.0.1", port=port, threads=1)
    (folder / "ready").write_text(json.dumps(made), encoding="utf-8")
    server.run()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3], *map(int, sys.argv[4:]))
