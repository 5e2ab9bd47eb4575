"""Changing what a space has set, told in the journal of the space."""

from collections.abc import Iterator
from collections.abc import Mapping
from collective.conventions.deadlines.reminders.address import is_of_the_web
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.journal.actor import actor
from collective.conventions.journal.storage import journal_of_space
from collective.conventions.settings.numbering import is_pattern
from collective.conventions.settings.reading import settings
from collective.conventions.settings.schema import OF_INVOICES
from collective.conventions.settings.schema import SETTINGS
from collective.conventions.terms.findings import Finding
from collective.conventions.terms.identifiers import InvalidIdentifier
from collective.conventions.terms.identifiers import normalise_email
from collective.conventions.terms.series import impossible_series
from plone.registry.interfaces import IRegistry
from typing import Any
from zope.component import getUtility


ACTION = "settings_changed"


def change(values: Mapping[str, Any]) -> tuple[str, ...]:
    """Set some settings, each proved by its field before; the same again changes nothing.

    :returns: the names of what has changed.
    :raises UnprocessableEntity: an address or a series is none; it names all that is wrong.
    """
    was = settings()
    if findings := tuple(_findings(values, was)):
        raise UnprocessableEntity(findings=findings)
    # A registry knows no empty address, and no slash at its end.
    new = {name: value or None if value == "" else value for name, value in values.items()}
    if address := new.get("address"):
        new["address"] = address.rstrip("/")
    changed = tuple(name for name, value in new.items() if was[name] != value)
    registry = getUtility(IRegistry)
    for name in changed:
        registry[SETTINGS[name][0]] = new[name]
    if changed:
        journal = journal_of_space()
        journal.append(
            ACTION,
            actor=actor(),
            subject=journal.title,
            before={name: was[name] for name in changed if was[name] is not None},
            after={name: new[name] for name in changed},
        )
    return changed


def _findings(values: Mapping[str, Any], was: Mapping[str, Any]) -> Iterator[Finding]:
    email, address = values.get("help_email"), values.get("address")
    if email:
        try:
            normalise_email(email)
        except InvalidIdentifier:
            yield Finding("email_malformed", "help_email")
    if address and not is_of_the_web(address):
        yield Finding("address_malformed", "address")
    pattern = values.get("reference_pattern")
    if pattern and not is_pattern(pattern):
        yield Finding("pattern_malformed", "reference_pattern")
    if values.keys() & set(OF_INVOICES):
        # Each is held against the other, changed or not.
        both = {**was, **values}
        yield from impossible_series(*(both[name] or "" for name in OF_INVOICES))
