"""Letters between the parties: recorded with their proof in one go, or not at all."""

from collections.abc import Mapping
from collective.conventions import _
from collective.conventions.access.annexes import annexes
from collective.conventions.content import vocabularies
from collective.conventions.content.amended import joined
from collective.conventions.content.checks import findings
from collective.conventions.content.convention import IConvention
from collective.conventions.content.values import snapshot
from collective.conventions.interfaces import Conflict
from collective.conventions.interfaces import Forbidden
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.lifecycle.following import refuse_unless_open
from collective.conventions.terms import writing
from collective.conventions.terms.columns import COLUMNS
from collective.conventions.terms.findings import Finding
from collective.conventions.terms.sameness import same
from datetime import date
from plone import api
from plone.namedfile.file import NamedBlobFile
from typing import Any
from zope.event import notify
from zope.i18n import translate
from zope.i18nmessageid import Message
from zope.lifecycleevent import Attributes
from zope.lifecycleevent import ObjectModifiedEvent


Row = Mapping[str, Any]

#: What every letter needs, and what tells it from all others of its convention.
IDENTITY = ("kind", "partner", "sent")
#: What may become known of a letter after it was recorded.
LATER = ("presented", "received")
ADD_ANNEX = "collective.conventions: Add Annex"


def record_letter(
    convention: Any, row: Row, file: NamedBlobFile | None, today: date
) -> tuple[int, bool]:
    """Record a letter, and its file as an annex for the parties.

    The very same letter sent a second time is not recorded twice.

    :param row: columns of ``notices``, without ``annex``.
    :returns: its place among the letters, from 0, and whether it is new there.
    :raises UnprocessableEntity: ``findings`` name everything that is wrong with it.
    :raises Conflict: the state of the convention is closed to letters, somebody else is changing
        the convention, or this letter is on record with other details.
    :raises Forbidden: the current user may not record it.
    """
    before = _rows(convention)
    new = {column: row.get(column) or None for column in COLUMNS["notices"]}
    position = _position(before, new)
    if position is not None:
        _refuse_other_details(convention, before[position], new, file)
        refuse_unless_open(convention, {"notices": [*before, new]})
        return position, False
    _refuse_more(before)
    _refuse_unless_sound(convention, [*before, new], len(before), today)
    refuse_unless_open(convention, {"notices": [*before, new]})
    annex = _filed(convention, new, file, "letter")
    _write(convention, [*before, {**new, "annex": annex}])
    return len(before), True


def complete_letter(
    convention: Any,
    position: int,
    values: Row,
    today: date,
    file: NamedBlobFile | None = None,
) -> None:
    """Add what has become known of a letter: the days of ``LATER``, and a proof of them.

    The first file of a letter is linked to it; a later one is filed beside it as evidence. What
    is on record stays: another day for the same fact is entered in the form of the convention.

    :raises LookupError: there is no such letter.
    :raises UnprocessableEntity: ``findings`` name everything that is wrong.
    :raises Conflict: a day is on record already, or see ``record_letter``.
    :raises Forbidden: the current user may not record it.
    """
    before = _rows(convention)
    if not 0 <= position < len(before):
        raise LookupError(position)
    row = before[position]
    given = {name: values[name] for name in LATER if values.get(name) is not None}
    for name, day in given.items():
        if row.get(name) not in (None, day):
            raise Conflict(_("Another day is on record for this letter. Change it in the form."))
    completed = {**row, **given}
    rows = [*before[:position], completed, *before[position + 1 :]]
    _refuse_unless_sound(convention, rows, position, today)
    refuse_unless_open(convention, {"notices": rows})
    if file is not None and not _is_filed(convention, file):
        kind = "evidence" if row.get("annex") else "letter"
        annex = _filed(convention, completed, file, kind)
        completed["annex"] = row.get("annex") or annex
    if not same(before, rows):
        _write(convention, rows)


def _rows(convention: Any) -> list[dict[str, Any]]:
    return [dict(row) for row in convention.notices or ()]


def _position(rows: list[dict[str, Any]], new: Row) -> int | None:
    """Where this letter is recorded already."""
    return next(
        (n for n, row in enumerate(rows) if all(row.get(c) == new[c] for c in IDENTITY)), None
    )


def _refuse_other_details(convention: Any, row: Row, new: Row, file: NamedBlobFile | None) -> None:
    """Refuse to take a letter for the one on record when it says something else."""
    other = any(not same(new[name], row.get(name)) for name in new if new[name] is not None)
    if other or (file is not None and not _is_filed(convention, file)):
        raise Conflict(
            _("This letter is on record with other details. Complete it, or change it in the form.")
        )


def _refuse_more(rows: list[dict[str, Any]]) -> None:
    most = IConvention["notices"].max_length
    if len(rows) >= most:
        raise Conflict(
            _("This table has too many rows: ${maximum} at most.", mapping={"maximum": most})
        )


def _refuse_unless_sound(
    convention: Any, rows: list[dict[str, Any]], position: int, today: date
) -> None:
    """Refuse what is wrong with a letter. What was wrong before keeps nobody from recording it."""
    values = {**snapshot(convention), **joined(convention)}
    known = findings(convention.portal_type, values, today)
    after = findings(convention.portal_type, {**values, "notices": rows}, today)
    missing = (
        Finding("required", "notices", row=position, column=column)
        for column in IDENTITY
        if not rows[position].get(column)
    )
    found = dict.fromkeys((*missing, *(finding for finding in after if finding not in known)))
    if found:
        raise UnprocessableEntity(_("The letter cannot be recorded like this."), tuple(found))


def _is_filed(convention: Any, file: NamedBlobFile) -> bool:
    """Whether the convention holds this very file, as when a request is sent again."""
    return any(
        annex.file is not None
        and annex.file.getSize() == file.getSize()
        and annex.file.data == file.data
        for annex in annexes(convention)
    )


def _filed(convention: Any, row: Row, file: NamedBlobFile | None, kind: str) -> str | None:
    """The UID of a new annex that holds the file; ``None`` without a file."""
    if file is None:
        return None
    if not api.user.has_permission(ADD_ANNEX, obj=convention):
        raise Forbidden(_("You may not add a file to this convention."))
    annex = api.content.create(
        convention,
        "Annex",
        title=_title(convention, row, kind),
        file=file,
        annex_kind=kind,
        publication="parties",
        # Of many letters the annexes are listed by day.
        number=row["sent"].isoformat(),
        language=convention.text_language or "fr",
    )
    return str(annex.UID())


def _title(convention: Any, row: Row, kind: str) -> str:
    """What the letter is called, in the language of the text."""
    language = convention.text_language or "fr"
    letter = translate(
        vocabularies.NOTICE_KINDS.getTerm(row["kind"]).title, target_language=language
    )
    pattern = _("Proof: ${letter}, ${date}") if kind == "evidence" else _("${letter}, ${date}")
    said = {"letter": letter, "date": writing.day(row["sent"], language)}
    title = str(translate(Message(pattern, mapping=said), target_language=language))
    # A title is typed by who searches for it, with plain spaces.
    return title.replace("\xa0", " ")


def _write(convention: Any, rows: list[dict[str, Any]]) -> None:
    """Write the letters; the subscribers record them in the journal and reindex."""
    convention.notices = rows
    notify(ObjectModifiedEvent(convention, Attributes(IConvention, "IConvention.notices")))
