"""What the package costs: conventions against a stock type, many conventions against few.

``make bench`` prints all of it in one run. For a quick look: ``bench/run.py --sizes 100 1000
--rounds 20``. How to read the results: ``docs/performance.md``.
"""

from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from measure import Client
from measure import compare
from measure import processor_of
from measure import Result
from pathlib import Path
from payload import changed
from payload import convention
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from tempfile import TemporaryDirectory
from timelines import per_second
from typing import Any
import argparse
import json
import os
import secrets
import socket
import subprocess
import sys
import time


WRITES, READS, LISTS, METER = 1.25, 1.15, 1.5, 1.02
FILE = b64encode(bytes(100_000)).decode()

console = Console()


@contextmanager
def server(sizes: tuple[int, int], password: str, rounds: int) -> Iterator[tuple[int, int, Any]]:
    """A server with its sites; gives its port, the number of its process, and what it tells."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with TemporaryDirectory(prefix="bench-") as folder:
        script = Path(__file__).with_name("serve.py")
        command = [sys.executable, script, folder, port, password, *sizes, rounds]
        process = subprocess.Popen([str(part) for part in command])
        ready = Path(folder, "ready")
        try:
            while not ready.exists() or not ready.read_text(encoding="utf-8"):
                if process.poll() is not None:
                    raise SystemExit("The server did not start.")
                time.sleep(0.2)
            yield port, process.pid, json.loads(ready.read_text(encoding="utf-8"))
        finally:
            process.terminate()
            process.wait()


def writes_and_reads(client: Client, partners: list[str], rounds: int) -> Iterator[Result]:
    """A full convention against the stock type with the same fields and rows."""
    ours = convention(partners)
    stock = {**ours, "@type": "Stock"}
    made: dict[str, list[str]] = {"stock/stock": [], "ours/conventions": []}

    def create(folder: str, body: Any, number: int) -> None:
        made[folder].append(json.loads(client("POST", f"/{folder}", body))["@id"])

    def path(folder: str, number: int) -> str:
        return "/" + made[folder][number].split("/", 3)[3]

    def fetch(folder: str, number: int) -> None:
        client("GET", path(folder, number))

    def edit(folder: str, body: Any, number: int) -> None:
        client("PATCH", path(folder, number), changed(body, number))

    def touch(folder: str, number: int) -> None:
        client("PATCH", path(folder, number), {"remarks": f"Remark {number}"})

    def step(folder: str, name: str, number: int) -> None:
        client("POST", f"{path(folder, number)}/@workflow/{name}", {})

    a, b = made
    steps = partial(step, a, "publish"), partial(step, b, "approve")
    for what, goal, base, other in (
        ("POST, all fields", WRITES, partial(create, a, stock), partial(create, b, ours)),
        ("GET", READS, partial(fetch, a), partial(fetch, b)),
        ("PATCH, all fields", WRITES, partial(edit, a, stock), partial(edit, b, ours)),
        ("PATCH, one field", None, partial(touch, a), partial(touch, b)),
        ("Transition", WRITES, *steps),
    ):
        yield compare(what, goal, rounds, base, other)


def listings(client: Client, rounds: int) -> Iterator[Result]:
    """The listing with few conventions against the listing with many."""
    questions = {
        "Page": ("conventions", "text/html"),
        "Page, filtered": (
            "conventions?state=signed&kind=access&in_force_on=2024-01-01&sort_on=end",
            "text/html",
        ),
        "Page, by words": ("conventions?text=data+commune&sort_on=modified", "text/html"),
        "REST @conventions": ("@conventions", "application/json"),
    }
    for what, (path, accept) in questions.items():

        def ask(space: str, number: int, path: str = path, accept: str = accept) -> None:
            client("GET", f"/{space}/{path}", accept=accept)

        few, many = partial(ask, "small"), partial(ask, "large")
        yield compare(what, LISTS if "text/html" in accept else None, rounds, few, many)


def deadlines(client: Client, rounds: int) -> Iterator[Result]:
    """What must be done among few conventions against the same among many."""
    questions = {
        "Deadlines": ("deadlines", "text/html"),
        "Deadlines, filtered": ("deadlines?what=notice_by&what=ends", "text/html"),
        "Year of deadlines": ("deadlines-year", "text/html"),
        "REST @deadlines": ("@deadlines", "application/json"),
    }
    for what, (path, accept) in questions.items():

        def ask(space: str, number: int, path: str = path, accept: str = accept) -> None:
            client("GET", f"/{space}/{path}", accept=accept)

        few, many = partial(ask, "small"), partial(ask, "large")
        yield compare(what, LISTS if "text/html" in accept else None, rounds, few, many)


def metering(client: Client, process: int, rounds: int) -> Iterator[Result]:
    """The same write in a space whose storage is counted, and in one where it is not.

    In processor time: two hundredths are less than what a busy machine adds to the time of day.
    """
    file = {"data": FILE, "encoding": "base64", "filename": "a.bin"}
    bodies = {
        "POST without a file": {"@type": "Document", "title": "A page"},
        "POST with a file of 100 KB": {"@type": "File", "file": file},
    }
    for what, body in bodies.items():

        def add(space: str, number: int, body: Any = body) -> None:
            client("POST", f"/{space}", body)

        plain, metered = partial(add, "unmetered"), partial(add, "metered")
        yield compare(what, METER, rounds, plain, metered, processor_of(process))


def show(results: Iterator[Result], title: str, base: str, other: str) -> None:
    """Print results as a table, when all are there."""
    table = Table(title=title, title_justify="left", box=SIMPLE_HEAD)
    table.add_column("What", no_wrap=True)
    for column in (f"{base}, ms", f"{other}, ms", "Ratio", "Goal", ""):
        table.add_column(column, justify="right")
    for one in results:
        console.print(f"  {one.what} …", style="dim")
        numbers = (f"{one.base:.1f}", f"{one.other:.1f}", f"{one.ratio:.2f}")
        table.add_row(one.what, *numbers, f"≤ {one.goal}" if one.goal else "", one.verdict)
    console.print(table)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    sizes = {"type": int, "nargs": 2, "default": (1000, 20000), "metavar": ("FEW", "MANY")}
    parser.add_argument("--sizes", help="how many conventions are listed", **sizes)
    parser.add_argument("--rounds", type=int, default=100, help="how often each is measured")
    options = parser.parse_args()
    few, many = options.sizes
    password = secrets.token_urlsafe(12)
    console.print(f"{os.cpu_count()} cores, {options.rounds} rounds; medians. Making the sites.")
    with server((few, many), password, options.rounds) as (port, process, made):
        admin = Client(port, "admin", password)
        secretary = Client(port, "secretary", password)
        results = writes_and_reads(admin, made["partners"], options.rounds)
        show(results, "A full convention over REST", "Stock type", "Convention")
        results = listings(secretary, options.rounds)
        show(results, "The listing", f"{few:,} conventions", f"{many:,} conventions")
        results = deadlines(secretary, options.rounds)
        show(results, "Deadlines", f"{few:,} conventions", f"{many:,} conventions")
        results = iter([Result(**made["reminders"])])
        show(results, "As much due", f"{few:,} conventions", f"{many:,} conventions")
        results = metering(admin, process, options.rounds)
        show(results, "The storage meter, processor time", "Not metered", "Metered")
    timelines = per_second(options.rounds)
    console.print(f"Timelines, with nothing but terms/: {timelines:,.0f} a second.")


if __name__ == "__main__":
    main()
