"""Everything a step of the workflow looks at, as plain values."""

from collections.abc import Mapping
from collective.conventions.terms.parties import Party
from collective.conventions.terms.parties import Signatory
from collective.conventions.terms.term import Term
from collective.conventions.terms.texts.text import Text
from dataclasses import dataclass
from dataclasses import field
from datetime import date


@dataclass(frozen=True, kw_only=True)
class Dossier:
    """A convention on the day ``today``, by the schema's field names.

    ``texts`` maps a field to the text in which blanks are looked for; ``withdrawal_reason`` is what
    the person who takes the decision back gives with the step. ``approved_text`` is the fingerprint
    of the text that the Council approved, empty where none was kept.
    """

    today: date
    title: str = ""
    kind: str = ""
    subject_matter: str = ""
    monetary: bool = True
    parties: tuple[Party, ...] = ()
    signatories: tuple[Signatory, ...] = ()
    college_date: date | None = None
    council_date: date | None = None
    council_number: str = ""
    text: Text = ()
    approved_text: str = ""
    texts: Mapping[str, str] = field(default_factory=dict, hash=False)
    term: Term = field(default_factory=Term)
    supervision_outcome: str = ""
    supervision_date: date | None = None
    withdrawal_reason: str = ""
    termination_reason: str = ""
    termination_date: date | None = None
