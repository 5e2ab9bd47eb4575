"""One convention sent to the decision system, and its decision fetched from there."""

from collective.conventions.exchange.connector.client import Client
from collective.conventions.exchange.decision import loads
from collective.conventions.exchange.decision import take
from collective.conventions.exchange.package import DATA
from collective.conventions.exchange.package import package_of
from collective.conventions.exchange.package import SUMS
from datetime import date
from typing import Any
import json


#: Where the decision system puts what was decided, in the folder of the convention.
DECISION = "decision.json"
ANNEXES = "annexes"


def send(convention: Any, client: Client, day: date) -> bool:
    """Put the package of a convention into its folder in the decision system.

    The folder bears the UID of the convention. The data come last: as long as they are those of
    an earlier export, so is all that counts. What the folder already holds is not sent again.

    :returns: whether anything was sent.
    :raises ServiceUnavailable: the system cannot be reached or refuses.
    :raises NotFound, UnprocessableEntity: see ``package_of``.
    """
    package = package_of(convention, day)
    folder = convention.UID()
    if _sent_before(client, folder) == package.fingerprint:
        return False
    client.put_folder(folder, convention.title, convention.reference or "")
    client.put_folder(f"{folder}/{ANNEXES}", ANNEXES)
    files = {one.name: one for one in package.files}
    for name in sorted(files.keys() - {DATA}):
        client.put_file(f"{folder}/{name}", files[name])
    _clear(client, folder, set(files))
    client.put_file(f"{folder}/{DATA}", files[DATA])
    return True


def fetch(convention: Any, client: Client, today: date) -> bool | None:
    """Record the decision that the system holds.

    :returns: whether it was new; None where nothing is decided yet.
    :raises ServiceUnavailable: the system cannot be reached or refuses.
    :raises BadRequest, Conflict, UnprocessableEntity: see ``decision.loads`` and ``take``.
    """
    raw = client.read_file(f"{convention.UID()}/{DECISION}")
    return None if raw is None else take(convention, loads(raw), today)


def _sent_before(client: Client, folder: str) -> str:
    """The fingerprint of what the folder holds; empty where it holds nothing that is complete."""
    raw = client.read_file(f"{folder}/{DATA}")
    try:
        found = json.loads(raw or b"{}")
    except ValueError:
        return ""
    return str(found.get("fingerprint", "")) if isinstance(found, dict) else ""


def _clear(client: Client, folder: str, kept: set[str]) -> None:
    """Take away what an earlier export left behind: an annex may have been closed since."""
    known = {*kept, DECISION, DATA, SUMS, ANNEXES}
    for name in sorted(client.names(folder) - known):
        client.remove(f"{folder}/{name}")
    for name in sorted(client.names(f"{folder}/{ANNEXES}")):
        if f"{ANNEXES}/{name}" not in kept:
            client.remove(f"{folder}/{ANNEXES}/{name}")
