"""The draft of a decree from a model of the library, in the place of the wording of the house."""

from collective.conventions import _
from collective.conventions.documents.decree.words import LANGUAGES
from collective.conventions.documents.filling.context import context_of
from collective.conventions.documents.filling.fill import fill
from collective.conventions.documents.library.entry import Entry
from collective.conventions.documents.library.models import find
from collective.conventions.documents.library.models import models
from collective.conventions.documents.library.models import resolved
from collective.conventions.interfaces import BadRequest
from collective.conventions.terms.choices import DECREE_PARTS
from datetime import date
from typing import Any


KIND = "decree"


def offered() -> list[Entry]:
    """The models of decrees at hand, in the languages in which a council decides."""
    return [entry for entry in models(KIND) if entry.language in LANGUAGES]


def draft_from(convention: Any, name: str, language: str, today: date) -> list[dict[str, str]]:
    """The rows of the field ``decree`` from a model; nothing is written.

    A part of the model is told by its number: one of ``choices.DECREE_PARTS``.

    :param name: of the model: "<id>@<version>".
    :raises BadRequest: it is no model of a decree in this language.
    :raises NotFound: there is no such model.
    :raises UnprocessableEntity: it cannot be filled.
    """
    entry = find(name)
    if entry.kind != KIND or entry.language != language:
        raise BadRequest(_("This is no model of a decree in this language."))
    context = context_of(convention, language, today)
    rows = []
    for part in resolved(entry.text):
        if part.number in DECREE_PARTS:
            filled = fill((part,), entry.name, context, language)
            body = "".join(one.body for one in filled)
            rows.append({"part": part.number, "language": language, "body": body})
    return rows
