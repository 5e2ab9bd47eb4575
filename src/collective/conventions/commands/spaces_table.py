"""A table of spaces to be made: a CSV file, one space a line."""

from collections.abc import Iterator
from collections.abc import Mapping
from collective.conventions.commands.database import CannotStart
from collective.conventions.interfaces import ConventionsError
from collective.conventions.messages import sentence
from collective.conventions.server.provision import LANGUAGES
from collective.conventions.server.provision import Manager
from collective.conventions.server.usage import read_limit
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zope.i18n import translate
import csv


#: What a line may say; only ``id`` and ``title`` must be there.
COLUMNS = (
    *("id", "title", "kind", "nis_code", "commune", "language", "description", "limit", "notes"),
    *("login", "name", "email"),
)


@dataclass(frozen=True)
class Order:
    """A space to be made."""

    id: str
    title: str
    language: str
    description: str
    manager: Manager | None
    facts: Mapping[str, Any]


def read(path: Path) -> list[Order]:
    """The spaces of a table, with semicolons or commas between its columns.

    :raises CannotStart: a line cannot be read; nothing is begun with a faulty table.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            first = file.readline()
            file.seek(0)
            rows = list(csv.DictReader(file, delimiter=";" if ";" in first else ","))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise CannotStart(f"{path} cannot be read: {error}.") from None
    faults = [f"line {line}: {fault}" for line, row in _lines(rows) for fault in _faults(row)]
    names = [row.get("id") for row in rows]
    faults += [f"“{name}” stands there twice" for name in set(names) if names.count(name) > 1]
    if faults:
        raise CannotStart(f"{path}: {'; '.join(faults)}.")
    return [_order(row) for row in rows]


def _lines(rows: list[dict[str, Any]]) -> Iterator[tuple[int, dict[str, Any]]]:
    return enumerate(rows, start=2)


def _faults(row: Mapping[str, Any]) -> Iterator[str]:
    unknown = [str(name) for name in row if name not in COLUMNS]
    if unknown or None in row.values():
        yield f"the columns must be some of {', '.join(COLUMNS)}"
        return
    for name in ("id", "title"):
        if not row.get(name, "").strip():
            yield f"{name} is missing"
    if row.get("language") and row["language"] not in LANGUAGES:
        yield f"the language must be one of {', '.join(LANGUAGES)}"
    given = [name for name in ("login", "name", "email") if row.get(name)]
    if given and len(given) < 3:
        yield "a first member needs a login, a name and an e-mail address"
    try:
        read_limit(row.get("limit", ""))
    except ConventionsError as error:
        yield f"limit: {translate(sentence(error.findings[0]))}"


def _order(row: Mapping[str, str]) -> Order:
    told = {name: row.get(name, "").strip() for name in COLUMNS}
    manager = Manager(told["login"], told["name"], told["email"]) if told["login"] else None
    facts = {name: told[name] for name in ("kind", "nis_code", "commune", "notes")}
    return Order(
        id=told["id"],
        title=told["title"],
        language=told["language"] or "fr",
        description=told["description"],
        manager=manager,
        facts={**facts, "limit": read_limit(told["limit"])},
    )
