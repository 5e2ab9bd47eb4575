"""How far the signing of a convention has come: its originals, and what its signed copies show."""

from collective.conventions.access.annexes import viewable
from collective.conventions.content.values import dossier_of
from collective.conventions.content.values import snapshot
from collective.conventions.content.values import text_of
from collective.conventions.documents.signed.inspecting import inspect
from collective.conventions.documents.signed.inspection import Inspection
from collective.conventions.documents.signed.judging import Remark
from collective.conventions.documents.signed.judging import remarks
from collective.conventions.documents.signed.signatures import is_installed
from collective.conventions.terms.originals import Original
from collective.conventions.terms.originals import originals
from collective.conventions.terms.originals import received
from collective.conventions.terms.texts.fingerprint import fingerprint
from dataclasses import dataclass
from datetime import date
from typing import Any


KIND = "signed_copy"


@dataclass(frozen=True)
class Copy:
    """A signed copy that the reader may see.

    :ivar compared: whether its words were compared with those approved.
    """

    annex: Any
    inspection: Inspection
    remarks: tuple[Remark, ...]
    compared: bool


@dataclass(frozen=True)
class Standing:
    """What is known of the signing of a convention.

    :ivar approved: the fingerprint of the text that the Council approved; empty where none was.
    :ivar now: the fingerprint of the text as it is; empty where there is no text.
    :ivar readable: whether signatures can be read here.
    """

    approved: str
    now: str
    originals: tuple[Original, ...]
    copies: tuple[Copy, ...]
    readable: bool

    @property
    def changed(self) -> bool:
        """Whether the text is no longer the approved one."""
        return bool(self.approved) and self.approved != (self.now or fingerprint(()))

    @property
    def received(self) -> int:
        """How many of the originals are received."""
        return received(self.originals)


def standing(convention: Any, today: date) -> Standing:
    """How far the signing has come, as far as the current user may see it."""
    values = snapshot(convention)
    dossier = dossier_of(values, today)
    text = text_of(values)
    approved = text if dossier.approved_text == fingerprint(text) else ()
    return Standing(
        dossier.approved_text,
        fingerprint(text) if text else "",
        originals(dossier.parties, dossier.signatories),
        tuple(_copy(annex, approved) for annex in copies(convention)),
        is_installed(),
    )


def copies(convention: Any) -> list[Any]:
    """The signed copies that the current user may see and that have a file."""
    found = [annex for annex in viewable(convention) if annex.annex_kind == KIND and annex.file]
    return sorted(found, key=lambda annex: (annex.created(), annex.getId()))


def _copy(annex: Any, text: Any) -> Copy:
    inspection = inspect(annex.file)
    compared = bool(text) and inspection.has_words
    return Copy(annex, inspection, remarks(inspection, text), compared)


def copy_of(convention: Any, annex: Any, today: date) -> Copy:
    """What one signed copy shows.

    :raises LookupError: it is none that the current user may see.
    """
    for one in standing(convention, today).copies:
        if one.annex.getId() == annex.getId():
            return one
    raise LookupError(annex.getId())
