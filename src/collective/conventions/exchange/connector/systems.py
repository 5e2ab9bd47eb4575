"""The decision systems of the spaces: a file of the operator, so no space reads another's login.

One table for each space, by its id::

    [namur]
    address = "https://delib.example.be/meetings/inbox"
    token = "..."

    [gembloux]
    address = "https://plone.example.be/council"
    login = "conventions"
    password = "..."
    private = true

The file lies outside of the database, so no backup, export or journal carries it.
"""

from collections.abc import Mapping
from collective.conventions import _
from collective.conventions.exchange.connector.address import checked
from collective.conventions.interfaces import BadRequest
from dataclasses import dataclass
from dataclasses import field
from pathlib import Path
from typing import Any
import tomllib


#: Where the name of the file is looked for.
ENVIRONMENT = "CONVENTIONS_DECISION_SYSTEMS"
#: What a table may say: name → kind.
KEYS: Mapping[str, type] = {
    "address": str,
    "token": str,
    "login": str,
    "password": str,
    "private": bool,
    "timeout": int,
}
TIMEOUT = 30


@dataclass(frozen=True)
class System:
    """A decision system: its container, and how the connector logs in.

    :ivar timeout: how many seconds an answer may take.
    """

    address: str
    token: str = field(default="", repr=False)
    login: str = ""
    password: str = field(default="", repr=False)
    private: bool = False
    timeout: int = TIMEOUT


def systems_of(path: Path) -> dict[str, System]:
    """The decision system of each space, by the id of the space.

    :raises BadRequest: the file holds something that cannot be; its text never shows a secret.
    :raises OSError: the file cannot be read.
    """
    if path.stat().st_mode & 0o077:
        raise BadRequest(
            _(
                "${file} can be read by others. Please keep it to yourself: chmod 600 ${file}",
                mapping={"file": path.name},
            )
        )
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadRequest(f"{path.name}: {_place(error)}")
    return {space: _system(space, table) for space, table in tables.items()}


def _system(space: str, table: Any) -> System:
    if not isinstance(table, dict):
        raise BadRequest(_("“${name}” is no space with its settings.", mapping={"name": space}))
    for name, value in table.items():
        if name not in KEYS or type(value) is not KEYS[name]:
            mapping = {"space": space, "name": name}
            raise BadRequest(_("${space}: “${name}” is not known, or is wrong.", mapping=mapping))
    found = System(**{"address": "", **table})
    both = bool(found.token) + bool(found.login and found.password)
    if both != 1 or bool(found.login) != bool(found.password) or found.timeout < 1:
        mapping = {"space": space}
        raise BadRequest(_("${space}: give a token, or a login and a password.", mapping=mapping))
    checked(found.address, found.private)
    return found


def _place(error: Exception) -> str:
    """Where a file goes wrong; what stands there may be a secret."""
    told = str(error).rpartition("(")[2].rstrip(")")
    return told if told.startswith("at ") else "not UTF-8"
