"""Where the one-time links of first members go: to a file of the operator's own, or his screen."""

from collections.abc import Callable
from collections.abc import Iterator
from collective.conventions.server.invitation import Link
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO
import csv
import os


TITLES = ("space", "login", "email", "valid_until", "link")


def address_of(link: Link, url: str) -> str:
    """The link as a browser opens it.

    :param url: the address of the server; the id of the space follows it, or stands for ``{id}``.
    """
    place = url.replace("{id}", link.space) if "{id}" in url else f"{url.rstrip('/')}/{link.space}"
    return f"{place.rstrip('/')}/{link.path}"


def told(link: Link, url: str) -> str:
    """What is said of a link on the screen."""
    return (
        f"Link for {link.login} <{link.email}>, for one use, until {link.until}:\n"
        f"{address_of(link, url)}"
    )


def as_values(link: Link, url: str) -> dict[str, str]:
    """A link as JSON carries it, and as a line of the table has it."""
    values = (link.space, link.login, link.email, str(link.until), address_of(link, url))
    return dict(zip(TITLES, values, strict=True))


@contextmanager
def book(path: Path | None, url: str) -> Iterator[Callable[[Link | None], None]]:
    """What links are entered in: a table that only its owner may read; a later run adds to it.

    :param path: None where no link is expected.
    """
    if path is None:
        yield lambda link: None
        return
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(handle, "a", encoding="utf-8", newline="") as file:
        if not file.tell():
            csv.writer(file, delimiter=";").writerow(TITLES)
        yield lambda link: None if link is None else _enter(file, link, url)


def _enter(file: TextIO, link: Link, url: str) -> None:
    """Add a link, and have it on the disk before anything else is done."""
    csv.writer(file, delimiter=";").writerow(as_values(link, url).values())
    file.flush()
    os.fsync(file.fileno())
