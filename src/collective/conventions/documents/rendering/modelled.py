"""What a model says of a convention as a file: a letter, or a document made in Word."""

from collections.abc import Iterator
from collections.abc import Sequence
from collective.conventions import _
from collective.conventions.documents.filling.context import context_of
from collective.conventions.documents.filling.letters import Letter
from collective.conventions.documents.filling.letters import Unpaid
from collective.conventions.documents.library.entry import Entry
from collective.conventions.documents.library.making import made
from collective.conventions.documents.library.models import models
from collective.conventions.documents.rendering.files import File
from collective.conventions.documents.rendering.files import FORMATS
from collective.conventions.documents.rendering.office import filled
from collective.conventions.documents.rendering.paper import CONVENTION
from collective.conventions.documents.rendering.paper import LETTER
from collective.conventions.documents.rendering.paper import Paper
from collective.conventions.interfaces import BadRequest
from collective.conventions.terms.findings import Finding
from datetime import date
from plone import api
from typing import Any


DOCX = "docx"
DUNNING = "dunning"


def offered(invoices: Sequence[Unpaid] = ()) -> list[Entry]:
    """The models that become files: letters, and whatever was made in Word.

    Those that ask for invoices to be paid, only where there are some.
    """
    return [
        one
        for one in models()
        if one.version and _becomes_file(one) and (one.purpose != DUNNING or invoices)
    ]


def file_from(convention: Any, entry: Entry, name: str, letter: Letter, today: date) -> File:
    """What a model says, as a file; a document made in Word stays one.

    :param name: one of ``FORMATS``.
    :raises BadRequest: the model does not become such a file, or asks for what nobody owes.
    :raises UnprocessableEntity: it cannot be filled.
    :raises ServiceUnavailable: the server lacks the library that lays out text.
    """
    wrong = list(_wrong(entry, name, letter))
    if wrong:
        raise BadRequest(_("This model does not become such a file."), wrong)
    if entry.source == DOCX:
        context = context_of(convention, entry.language, today, letter)
        draft = entry.kind == CONVENTION and api.content.get_state(convention) == "draft"
        data = filled(entry.file.data, context, entry.language, draft=draft)
    else:
        data = FORMATS[name].make(letter_paper(convention, entry, letter, today))
    title = Paper(LETTER, entry.title, entry.language, ()).file_name
    return File(f"{title}.{name}", FORMATS[name].kind, data)


def _becomes_file(entry: Entry) -> bool:
    return entry.kind == LETTER or entry.source == DOCX


def _wrong(entry: Entry, name: str, letter: Letter) -> Iterator[Finding]:
    if not _becomes_file(entry):
        yield Finding("unknown_choice", "model", {"value": entry.name})
    if name not in FORMATS or (entry.source == DOCX and name != DOCX):
        yield Finding("unknown_choice", "format", {"value": name[:100]})
    if entry.purpose == DUNNING and not letter.invoices:
        yield Finding("nothing_overdue", "model")


def letter_paper(convention: Any, entry: Entry, letter: Letter, today: date) -> Paper:
    """The paper of a letter about a convention.

    :raises UnprocessableEntity: the model cannot be filled.
    """
    return Paper(
        kind=LETTER,
        title=entry.title,
        language=entry.language,
        text=made(convention, entry, today, letter),
        author=letter.sender or api.portal.get().title,
        reference=convention.reference or "",
        made=today,
    )
