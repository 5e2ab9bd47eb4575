"""The forms by which a letter is recorded, and completed when more becomes known of it."""

from collections.abc import Iterable
from collections.abc import Mapping
from collective.conventions import _
from collective.conventions.browser.names import Named
from collective.conventions.browser.termination.paper import FILE
from collective.conventions.browser.termination.paper import Paper
from collective.conventions.browser.widgets.choice import control_for
from collective.conventions.browser.widgets.control import Control
from collective.conventions.content.rows import INoticeRow
from dataclasses import dataclass
from dataclasses import field
from typing import Any
from z3c.form.widget import FieldWidget
from zope.i18nmessageid import Message
from zope.schema import Choice
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


#: kind of the form → the columns it asks for
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "non_renewal": ("partner", "means", "sent", "presented", "received", "note", "file"),
    "termination": ("partner", "means", "sent", "presented", "received", "note", "file"),
    "formal_notice": ("partner", "means", "sent", "presented", "received", "note", "file"),
    "withdrawal": ("partner", "means", "sent", "note", "file"),
    "cure": ("partner", "sent", "note", "file"),
    "complete": ("presented", "received", "file"),
}
#: What a form is called, and the button that sends it.
TITLES: Mapping[str, Message] = {
    "non_renewal": _("Record the refusal of the renewal"),
    "termination": _("Record the notice"),
    "formal_notice": _("Record the formal notice"),
    "withdrawal": _("Record its withdrawal"),
    "cure": _("Record that the breach was made good"),
    "complete": _("Enter what has become known since"),
}
#: The same for a letter of which one is on record already.
ANOTHER: Mapping[str, Message] = {
    "non_renewal": _("Record another refusal of the renewal"),
    "termination": _("Record another notice"),
    "formal_notice": _("Record another formal notice"),
}
#: (kind of the form, column) → what the question is called there
QUESTIONS: Mapping[tuple[str, str], Message] = {
    ("cure", "partner"): _("Made good by"),
    ("cure", "sent"): _("Made good on"),
    ("withdrawal", "partner"): _("Withdrawn by"),
}


@dataclass(frozen=True)
class LetterForm:
    """A form: ``name`` tells it from the others of the page, ``row`` is the letter it is about.

    ``sent``: its answers have just been sent, so it stays open with what is wrong. ``again``: a
    letter of its kind is on record.
    """

    kind: str
    row: int | None = None
    controls: dict[str, Control] = field(default_factory=dict)
    sent: bool = False
    again: bool = False

    @property
    def name(self) -> str:
        return self.kind if self.row is None else f"{self.kind}-{self.row}"

    @property
    def title(self) -> Message:
        return (ANOTHER if self.again else TITLES)[self.kind]

    def read(self) -> dict[str, Any]:
        """What was typed, by column; what is wrong stands beside its question."""
        return {name: control.read() for name, control in self.controls.items()}

    @property
    def faulty(self) -> bool:
        return any(control.error is not None for control in self.controls.values())


def letter_form(
    page: Any,
    kind: str,
    parties: Iterable[Named] = (),
    row: int | None = None,
    without: Iterable[str] = (),
    again: bool = False,
) -> LetterForm:
    """A form of the page.

    :param parties: who can have written the letter.
    :param without: columns that need not be asked for.
    :param again: a letter of this kind is on record.
    """
    empty = LetterForm(kind, row)
    sent = page.request.form.get("form") == empty.name
    asked = [column for column in COLUMNS[kind] if column not in without]
    controls = {name: _control(page, empty, name, tuple(parties), sent) for name in asked}
    return LetterForm(kind, row, controls, sent, again)


def _control(
    page: Any, form: LetterForm, column: str, parties: tuple[Named, ...], sent: bool
) -> Control:
    if column == "file":
        control: Control = FieldWidget(FILE, Paper(page.request))
    else:
        control = control_for(_field(column, parties), page.request)
    control.name = column
    control.id = f"letter-{form.name}-{column}"
    control.title = QUESTIONS.get((form.kind, column))
    control.context = page.context
    control.ignoreContext = True
    control.ignoreRequest = not sent
    control.update()
    return control


def _field(column: str, parties: tuple[Named, ...]) -> Any:
    if column != "partner":
        return INoticeRow[column]
    terms = [SimpleTerm(value=one.uid, token=one.uid, title=one.title) for one in parties]
    only = parties[0].uid if len(parties) == 1 else None
    title = INoticeRow[column].title
    return Choice(__name__=column, title=title, vocabulary=SimpleVocabulary(terms), default=only)
