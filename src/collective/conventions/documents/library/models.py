"""Finding models: all of a kind, one by its name, the text of a version."""

from collections.abc import Iterator
from collective.conventions import _
from collective.conventions.content.model import Model
from collective.conventions.content.values import text_of
from collective.conventions.documents.library.entry import Entry
from collective.conventions.documents.library.entry import parsed
from collective.conventions.documents.library.entry import Saved
from collective.conventions.documents.library.entry import SHIPPED
from collective.conventions.documents.library.shipped import shipped
from collective.conventions.interfaces import NotFound
from collective.conventions.terms.texts.text import Text
from dataclasses import replace
from plone import api
from typing import Any


#: How deep a reusable clause may refer to another one.
DEEPEST = 3


def models(kind: str = "", language: str = "", purpose: str = "") -> list[Entry]:
    """The models at hand, each in its newest version: those of the space first, by title.

    :param kind: only these ("convention", "decree", "letter", "clause"); likewise the others.
    """
    wanted = {"kind": kind, "language": language, "purpose": purpose}
    asked = {name: value for name, value in wanted.items() if value}
    own = sorted(_own(), key=lambda entry: entry.title.casefold())
    packed = sorted((versions[max(versions)] for versions in shipped().values()), key=_place)
    return [
        entry
        for entry in (*own, *packed)
        if all(getattr(entry, name) == value for name, value in asked.items())
    ]


def find(name: str) -> Entry:
    """The model of a name: "shipped:access-fr@1", "<uid>@3"; the newest without a version.

    :raises NotFound: there is no such model or version.
    """
    model_id, number = parsed(name)
    entry = _shipped(model_id, number) if model_id.startswith(SHIPPED) else _of(model_id, number)
    if entry is None:
        raise NotFound(_("There is no model “${name}”.", mapping={"name": name[:100]}))
    return entry


def version(name: str) -> Text:
    """The parts of a model in one version, reusable clauses in their places.

    :param name: see ``find``.
    :raises NotFound: there is no such model, version or clause.
    """
    return resolved(find(name).text)


def resolved(text: Text, depth: int = 0) -> Text:
    """A text whose parts that only name a reusable clause have its words.

    A part with words of its own keeps them, and the clause as the origin it notes.
    """
    return tuple(part for row in text for part in _resolved(row, depth))


def _resolved(part: Any, depth: int) -> Iterator[Any]:
    if part.body or not part.clause or depth > DEEPEST:
        yield part
        return
    clause = find(part.clause)
    inner = resolved(clause.text, depth + 1)
    for place, one in enumerate(inner):
        title = part.title if part.title and place == 0 else one.title
        yield replace(one, title=title, number=part.number, clause=one.clause or clause.name)


def is_clause(name: str) -> bool:
    """Whether a name is that of a model that is a reusable clause."""
    try:
        return find(name).kind == "clause"
    except NotFound:
        return False


def entry_of(model: Any, number: int | None = None) -> Entry | None:
    """A model of the space as an entry; None where it has no such version.

    Of one that was never saved with a text, the number is 0.
    """
    saved = tuple(Saved(one.number, one.day, one.author) for one in model.versions)
    kept = {one.number: one for one in model.versions}
    wanted = max(kept, default=0) if number is None else number
    if wanted not in kept and wanted != 0:
        return None
    one = kept.get(wanted)
    return Entry(
        id=model.UID(),
        version=wanted,
        title=model.title,
        description=model.description or "",
        kind=model.kind,
        purpose=model.purpose or "",
        language=model.language or "fr",
        text=text_of({"text": one.rows}) if one else (),
        versions=saved,
        source=model.source,
        file=one.file if one else None,
        url=model.absolute_url(),
        adapted_from=model.adapted_from or "",
    )


def _place(entry: Entry) -> tuple[str, str]:
    return entry.language, entry.title.casefold()


def _shipped(model_id: str, number: int | None) -> Entry | None:
    versions = shipped().get(model_id, {})
    return versions.get(max(versions, default=0) if number is None else number)


def _of(uid: str, number: int | None) -> Entry | None:
    # Whoever may write a convention may use every model, so the catalog is asked without a user.
    catalog = api.portal.get_tool("portal_catalog")
    brains = catalog.unrestrictedSearchResults(UID=uid, portal_type="Model") if uid else ()
    return entry_of(brains[0]._unrestrictedGetObject(), number) if brains else None


def _own() -> Iterator[Entry]:
    catalog = api.portal.get_tool("portal_catalog")
    for brain in catalog.unrestrictedSearchResults(portal_type="Model"):
        model: Model = brain._unrestrictedGetObject()
        entry = entry_of(model)
        if entry is not None:
            yield entry
