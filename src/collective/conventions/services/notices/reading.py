"""What a client sends of a letter, read strictly."""

from collections.abc import Iterable
from collections.abc import Mapping
from collective.conventions import _
from collective.conventions.content.annex import IAnnex
from collective.conventions.content.convention import IConvention
from collective.conventions.interfaces import BadRequest
from collective.conventions.services.content.reader import Reader
from collective.conventions.services.refusals.problem import problem
from dataclasses import replace
from typing import Any


#: The columns of a new letter, and those that may become known later.
OF_NEW = ("kind", "partner", "sent", "presented", "received", "means", "note")
LATER = ("presented", "received")


def new_letter(convention: Any, sent: Mapping[str, Any]) -> tuple[dict[str, Any], Any]:
    """A letter and its file.

    :raises BadRequest: for what is malformed, unknown or missing.
    """
    reader = Reader(convention)
    columns = {name: value for name, value in sent.items() if name in OF_NEW}
    rows = reader.value("notices", IConvention["notices"], [columns]) or [{}]
    # A letter is told by the place it would have among the others.
    place = len(convention.notices or ())
    reader.problems = [replace(found, row=place) for found in reader.problems]
    return rows[0], _file(reader, sent, OF_NEW)


def later_days(convention: Any, sent: Mapping[str, Any]) -> tuple[dict[str, Any], Any]:
    """The days that became known of a letter, and their proof.

    :raises BadRequest: for what is malformed or unknown.
    """
    reader = Reader(convention)
    row = IConvention["notices"].value_type.schema
    days = {name: reader.value(name, row[name], sent[name]) for name in LATER if name in sent}
    return days, _file(reader, sent, LATER)


def _file(reader: Reader, sent: Mapping[str, Any], known: Iterable[str]) -> Any:
    """The file, once nothing is wrong with it or with what was read before."""
    raw = sent.get("file")
    file = None if raw is None else reader.value("file", IAnnex["file"], raw)
    unknown = [problem("unknown_field", name) for name in sent if name not in (*known, "file")]
    if found := [*reader.problems, *unknown]:
        raise BadRequest(_("Some values are not valid. Nothing was changed."), found)
    return file
