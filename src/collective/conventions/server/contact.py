"""Whom people call about the server: shown to who stands before a closed space."""

from collective.conventions.server.shelf import kept
from collective.conventions.server.shelf import shelf
from dataclasses import asdict
from dataclasses import dataclass
from typing import Any


NAME = "contact"


@dataclass(frozen=True)
class Contact:
    """A desk, by telephone and e-mail; empty where the operator has not said so yet."""

    name: str = ""
    phone: str = ""
    email: str = ""


def contact(app: Any) -> Contact:
    """Whom to call."""
    return Contact(**(kept(app, NAME) or {}))


def set_contact(app: Any, changed: Contact) -> None:
    """Say whom to call."""
    shelf(app, NAME).update(asdict(changed))
