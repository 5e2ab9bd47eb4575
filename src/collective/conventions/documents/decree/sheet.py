"""What a decree says on paper, in one language: its head, its parts, and how it ends."""

from collections.abc import Mapping
from collective.conventions.documents.decree.entity import entity_of
from collective.conventions.documents.decree.keeping import decree_of
from collective.conventions.documents.decree.words import PHRASES
from collective.conventions.documents.decree.words import Phrases
from collective.conventions.documents.decree.words import Words
from collective.conventions.documents.decree.words import words_of
from collective.conventions.terms import writing
from dataclasses import dataclass
from datetime import date
from plone import api
from typing import Any


#: The parts that stand between who decides and what is decided.
RECITALS = ("legal_basis", "considerations", "proposal")


@dataclass(frozen=True)
class Sheet:
    """A decree in one language.

    :ivar entity: the name of the commune or CPAS.
    :ivar day: of the sitting; None where none is planned.
    :ivar number: of the decision; empty as long as it is a draft.
    :ivar parts: HTML by the name of the part.
    """

    language: str
    words: Words
    phrases: Phrases
    entity: str
    folder: str
    agenda: str
    day: date | None
    number: str
    parts: Mapping[str, str]

    @property
    def draft(self) -> bool:
        """Whether the Council has yet to adopt it."""
        return not self.number

    @property
    def sitting(self) -> str:
        """The day of the sitting in words; empty where none is planned."""
        return writing.day(self.day, self.language) if self.day else ""

    @property
    def head(self) -> tuple[tuple[str, str], ...]:
        """What the decree is filed under: labels and values, those that are known."""
        known = (
            (self.phrases.folder, self.folder),
            (self.phrases.agenda, self.agenda),
            (self.phrases.number, self.number),
        )
        return tuple((label, value) for label, value in known if value)

    @property
    def recitals(self) -> str:
        """Everything between who decides and what is decided."""
        return "".join(self.parts.get(name, "") for name in RECITALS)


def sheets_of(convention: Any) -> tuple[Sheet, ...]:
    """The decree in each language in which there is one; empty where nothing is written yet.

    :raises UnprocessableEntity: no party has a council.
    """
    kept = decree_of(convention)
    entity = entity_of(convention) if kept else None
    if entity is None:
        return ()
    # The state tells whether it was adopted: a date may be entered before.
    adopted = api.content.get_state(convention) != "draft"
    day = convention.council_date if adopted else convention.council_sitting
    return tuple(
        Sheet(
            language=language,
            words=words_of(language, entity.kind, entity.region),
            phrases=PHRASES[language],
            entity=entity.name,
            folder=convention.folder_reference or "",
            agenda=convention.agenda_number or "",
            day=day,
            number=(convention.council_number or "") if adopted else "",
            parts=parts,
        )
        for language, parts in kept.items()
    )
