"""What the operator's pages cost with few and with many spaces, and what a new space costs.

``bench/console.py`` prints it. A few spaces are made as an operator makes them; the others are
copies of the first of them, records and all, for the page of the upgrades enters every one.
"""

from collections.abc import Callable
from collective.conventions.clock import today
from collective.conventions.server import figures
from collective.conventions.server.backup.export import export
from collective.conventions.server.backup.parcel import RECORDS
from collective.conventions.server.provision import create_space
from collective.conventions.server.register import entries
from collective.conventions.server.register import Entry
from collective.conventions.server.register import put
from collective.conventions.server.shelf import shelf
from dataclasses import asdict
from functools import partial
from measure import Client
from pathlib import Path
from rich.console import Console
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any
from zipfile import ZipFile
import argparse
import secrets
import serve
import threading
import transaction
import waitress
import Zope2


KINDS = ("commune", "cpas", "association")


def provisioning(app: Any, count: int) -> float:
    """The seconds that a space takes to be made, the transaction included: the median."""

    def make(number: int) -> None:
        create_space(app, f"made-{number}", f"Space {number}", facts={"kind": "commune"})
        transaction.commit()

    return median(_seconds(partial(make, number)) for number in range(count))


def copy(app: Any, folder: Path, total: int) -> None:
    """Fill the server up to ``total`` spaces, each with records of its own and with figures."""
    parcel = folder / "space.zip"
    if not parcel.exists():
        export(app, "made-0", parcel)
        figures.take(app, "made-0")
    looked_at = shelf(app, figures.NAME)
    real = asdict(figures.figures(app)["made-0"])
    for number in range(len(entries(app)), total):
        name = f"space-{number:04}"
        with ZipFile(parcel) as archive, archive.open(RECORDS) as records:
            space = app._p_jar.importFile(records)
        space.id = name
        app._setObject(name, space, set_owner=0, suppress_events=True)
        kind = KINDS[number % len(KINDS)]
        put(app, Entry(name, f"Entity {number:04}", kind, "92094", created=today().isoformat()))
        held = {"space": name, "used": number * 10**7, "limit": 3 * 10**9, "growth": number}
        looked_at[name] = {**real, **held}
        transaction.commit()


def asked(client: Client, path: str, accept: str, rounds: int) -> float:
    """The median milliseconds of an answer, over HTTP."""
    client("GET", path, accept=accept)
    ask = partial(client, "GET", path, accept=accept)
    return median(_seconds(ask) for _round in range(rounds)) * 1000


def _seconds(act: Callable[[], Any]) -> float:
    begun = perf_counter()
    act()
    return perf_counter() - begun


def run(made: int, few: int, many: int, rounds: int, out: Console) -> None:
    """Measure and print everything."""
    questions = {
        "Console": ("/@@spaces", "text/html"),
        "Console, sorted by storage": ("/@@spaces?sort_on=percent", "text/html"),
        "Console as CSV": ("/@@spaces.csv", "text/csv"),
        "REST @spaces": ("/@spaces", "application/json"),
        "Upgrades": ("/@@upgrades", "text/html"),
    }
    with TemporaryDirectory(prefix="bench-") as folder:
        serve.start(Path(folder))
        password = secrets.token_urlsafe(12)
        with serve.system_at_work() as app:
            app.acl_users.userFolderAddUser("admin", password, ["Manager"], [])
            out.print(f"A new space: {provisioning(app, made):.2f} s (median of {made}).")
        server = waitress.create_server(serve.publish_module, host="127.0.0.1", port=0, threads=1)
        threading.Thread(target=server.run, daemon=True).start()
        for total in (few, many):
            with serve.system_at_work() as app:
                copy(app, Path(folder), total)
            # The server hangs up on who is silent for as long as copying takes.
            client = Client(server.effective_port, "admin", password)
            for what, (path, accept) in questions.items():
                out.print(f"{what}, {total} spaces: {asked(client, path, accept, rounds):.1f} ms")
        server.close()
        Zope2.DB.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--made", type=int, default=10, help="how many spaces are made anew")
    parser.add_argument("--sizes", type=int, nargs=2, default=(10, 300), metavar=("FEW", "MANY"))
    parser.add_argument("--rounds", type=int, default=30, help="how often each is measured")
    options = parser.parse_args()
    run(options.made, *options.sizes, options.rounds, Console())


if __name__ == "__main__":
    main()
