"""Everything that belongs to the file of a convention, as far as the current user may see it."""

from collections.abc import Iterator
from collective.conventions.access.annexes import viewable
from collective.conventions.access.journals import telling
from collective.conventions.content import vocabularies
from collective.conventions.documents.archive.entry import as_json
from collective.conventions.documents.archive.entry import Entry
from collective.conventions.documents.archive.entry import held
from collective.conventions.documents.archive.entry import streamed
from collective.conventions.documents.archive.page import page
from collective.conventions.documents.archive.readable import readable_values
from collective.conventions.documents.archive.readable import sections
from collective.conventions.documents.archive.texts import amendment
from collective.conventions.documents.archive.texts import decree
from collective.conventions.documents.archive.texts import text
from collective.conventions.documents.signed.standing import standing
from collective.conventions.documents.signed.told import standing_told
from collective.conventions.interfaces import IPartFiles
from collective.conventions.journal.plain import plain
from collective.conventions.journal.storage import find
from dataclasses import asdict
from datetime import date
from operator import attrgetter
from plone import api
from typing import Any
from zope.i18n import translate


JOURNAL = "collective.conventions: View Journal"
#: kind of an annex → the folder it lies in
PLACES = {
    "text": "text",
    "annex": "annexes",
    "decision": "decisions",
    "signed_copy": "signed",
    "evidence": "evidence",
    "letter": "letters",
    "other": "others",
}
#: The parts that have data of their own beside a file.
PARTS = {"Amendment": "amendments", "Invoice": "invoices"}


def gathered(convention: Any, language: str, today: date) -> Iterator[Entry]:
    """The files of the archive, folder by folder; a large one is read when its turn comes."""
    yield from _data(convention, "convention", "convention", language)
    yield from text(convention, origin(convention))
    yield from decree(convention, origin(convention))
    yield from _annexes(convention)
    yield from _signed(convention, today)
    yield from _parts(convention, language)
    yield from _journal(convention)


def origin(content: Any, what: str = "") -> str:
    """Where something comes from: its path in the space, and what of it."""
    path = "/".join(content.getPhysicalPath()[2:])
    return f"{path}#{what}" if what else path


def _data(content: Any, folder: str, name: str, language: str) -> Iterator[Entry]:
    """What is filled in: as JSON for programs, and as a page for people."""
    told = {
        "uid": content.UID(),
        "type": content.portal_type,
        "state": api.content.get_state(content, ""),
        "created": content.created().ISO8601(),
        "values": plain(readable_values(content)),
    }
    html = page(
        "data.pt",
        language,
        title=content.title,
        kind=_said(content.getTypeInfo().title, "collective.conventions", language),
        state=_state(content, language),
        sections=sections(content, language),
    )
    title = str(content.title)
    yield Entry(folder, name, "html", title, origin(content, "page"), held(html))
    yield Entry(folder, name, "json", title, origin(content, "data"), held(as_json(told)))


def _annexes(convention: Any) -> Iterator[Entry]:
    """The annexes of a convention, or of one of its amendments."""
    for annex in viewable(convention):
        if annex.file:
            name = " ".join(part for part in (annex.number, annex.title) if part)
            ending = (annex.file.filename or "").rpartition(".")[2]
            folder = PLACES.get(annex.annex_kind or "", "others")
            yield Entry(folder, name, ending, annex.title, origin(annex), streamed(annex.file))


def _signed(convention: Any, today: date) -> Iterator[Entry]:
    found = standing(convention, today)
    if found.copies or found.approved:
        told = as_json(standing_told(found, None))
        where = origin(convention, "signed")
        yield Entry("signed", "signatures", "json", convention.title, where, held(told))


def _parts(convention: Any, language: str) -> Iterator[Entry]:
    """Amendments and invoices, each with its data and its files."""
    found = [part for part in convention.objectValues() if part.portal_type in PARTS]
    for part in sorted(found, key=attrgetter("portal_type", "id")):
        if not api.user.has_permission("View", obj=part):
            continue
        folder = PARTS[part.portal_type]
        yield from _data(part, folder, part.getId(), language)
        if part.portal_type == "Amendment":
            yield from amendment(part, origin(part))
            yield from _annexes(part)
        for name, title, read in IPartFiles(part, ()):
            stem, _dot, ending = name.rpartition(".")
            yield Entry(folder, stem, ending, title, origin(part, ending), read)


def _journal(convention: Any) -> Iterator[Entry]:
    journal = find(convention.UID())
    if journal is None or not api.user.has_permission(JOURNAL, obj=convention):
        return
    told = telling(journal.uid)
    entries = as_json(
        {
            "uid": journal.uid,
            "entries": [asdict(told(entry)) for entry in journal],
            "breaks": [asdict(one) for one in journal.breaks()],
            "last_hash": journal.last_hash,
        }
    )
    where = origin(convention, "journal")
    yield Entry("journal", "journal", "json", convention.title, where, held(entries))


def _state(content: Any, language: str) -> str:
    state = api.content.get_state(content, "")
    if state in vocabularies.STATES:
        return str(translate(vocabularies.STATES.getTerm(state).title, target_language=language))
    return str(state)


def _said(title: str, domain: str, language: str) -> str:
    return str(translate(title, domain=domain, target_language=language))
