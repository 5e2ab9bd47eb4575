"""One model in one version, wherever it lies."""

from collective.conventions.terms.texts.text import Text
from dataclasses import dataclass
from datetime import date
from typing import Any


#: What the id of a model that comes with the package begins with.
SHIPPED = "shipped:"


@dataclass(frozen=True)
class Saved:
    """A version of a model: when it was saved and by whom (an id; empty of shipped ones)."""

    number: int
    day: date | None = None
    author: str = ""


@dataclass(frozen=True)
class Entry:
    """A model in one version.

    :ivar id: "shipped:access-fr", or the UID of a model of the space.
    :ivar kind: one of ``choices.MODEL_KINDS``; ``purpose``, of letters, of ``LETTER_PURPOSES``.
    :ivar source: "articles" or "docx"; of the latter ``file`` is the document.
    :ivar text: the parts with their Jinja, as they were written.
    :ivar versions: every version there is, the first one first.
    """

    id: str
    version: int
    title: str
    description: str
    kind: str
    purpose: str
    language: str
    text: Text
    versions: tuple[Saved, ...]
    source: str = "articles"
    file: Any = None
    url: str = ""
    adapted_from: str = ""

    @property
    def is_shipped(self) -> bool:
        return self.id.startswith(SHIPPED)

    @property
    def name(self) -> str:
        """The id with the version: "shipped:access-fr@1"."""
        return f"{self.id}@{self.version}"


def parsed(name: str) -> tuple[str, int | None]:
    """The id and the version of "<id>@<version>"; the version is None where none is named."""
    model_id, _sign, version = name.partition("@")
    return model_id, int(version) if version.isascii() and version.isdigit() else None
