"""What the Council is asked to decide about, in 64 signs: the same for the same, whatever else."""

from collections.abc import Mapping
from collective.conventions.access.annexes import annexes
from collective.conventions.content.values import snapshot
from collective.conventions.content.values import text_of
from collective.conventions.documents.decree.facts import OF_THE_TEXT
from collective.conventions.journal.plain import file_digest
from collective.conventions.journal.plain import plain
from collective.conventions.terms.aspects import ASPECTS
from collective.conventions.terms.aspects import COLUMN_ASPECTS
from collective.conventions.terms.texts.fingerprint import fingerprint as of_text
from hashlib import sha256
from typing import Any
import json


#: What is told by the words of the text.
OF_THE_WORDS = ("text", "model")


def fingerprint(convention: Any) -> str:
    """The SHA-256 of what the Council decides about: the terms, the text, the decree, the annexes.

    Of the text the words count (``terms.texts.fingerprint``), and which model they came from does
    not. What happens while the matter is on its way (contacts, letters, dates of decisions)
    changes nothing. The files of closed annexes count as well, by their hash only.
    """
    known = snapshot(convention)
    values = plain(known)
    subject = {
        "id": convention.UID(),
        "terms": {name: _agreed(name, values[name]) for name in sorted(values) if _is_term(name)},
        "text": of_text(text_of(known)),
        "decree": values["decree"],
        "annexes": sorted(_annex(one) for one in annexes(convention) if _counts(one)),
    }
    written = json.dumps(subject, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(written.encode()).hexdigest()


def hash_of(annex: Any) -> str:
    """The SHA-256 of the file of an annex; empty where it has none."""
    return str(file_digest(annex.file)) if annex.file is not None else ""


def _is_term(name: str) -> bool:
    return ASPECTS.get(name) == "terms" and name not in OF_THE_WORDS


def _agreed(name: str, value: Any) -> Any:
    """A value without the columns that belong to what happens later."""
    later = {column for field, column in COLUMN_ASPECTS if field == name}
    if not later or not isinstance(value, list):
        return value
    return [_kept(row, later) if isinstance(row, Mapping) else row for row in value]


def _kept(row: Mapping[str, Any], later: set[str]) -> dict[str, Any]:
    return {column: cell for column, cell in row.items() if column not in later}


def _counts(annex: Any) -> bool:
    return annex.annex_kind in OF_THE_TEXT


def _annex(annex: Any) -> tuple[str, str, str]:
    return annex.title, annex.publication, hash_of(annex)
