"""What a paper shows, whatever it is made into: a convention, a decree or a letter.

All texts are plain words; only the bodies of a ``Text`` are HTML of the agreed elements.
"""

from collective.conventions import _
from collective.conventions.terms.texts.text import Text
from dataclasses import dataclass
from datetime import date
from zope.i18nmessageid import Message


CONVENTION, DECREE, LETTER = "convention", "decree", "letter"
#: How the number of an article is introduced.
ARTICLE: Message = _("Article ${number}")
DRAFT: Message = _("DRAFT")
ORIGINAL: Message = _("Original ${number} of ${count}")


@dataclass(frozen=True)
class Signer:
    """A person who signs; the day is empty as long as he has not."""

    name: str = ""
    capacity: str = ""
    by_delegation: bool = False
    signed: date | None = None


@dataclass(frozen=True)
class Side:
    """A party and those who sign for it; a line to sign on where nobody is named yet."""

    party: str
    signers: tuple[Signer, ...] = (Signer(),)


@dataclass(frozen=True)
class Original:
    """Which of the originals a paper is: "1 of 2"."""

    number: int
    count: int


@dataclass(frozen=True)
class Paper:
    """Everything that a paper shows.

    :ivar kind: ``CONVENTION``, ``DECREE`` or ``LETTER``.
    :ivar title: what it is called; it names the file, and stands at the top of every page.
    :ivar language: of the text: "fr", "nl", "de" or "en".
    :ivar author: who makes it out: the name of the commune or CPAS.
    :ivar kicker: a line above the title: what sort of paper it is.
    :ivar letterhead: lines of the sender's name and address; empty for what is no letter.
    :ivar addressee: lines of the addressee's name and address.
    :ivar place_and_day: "Namur, le 3 mars 2027".
    :ivar facts: labels and values that stand in a row under the title.
    :ivar reference: repeated on every page.
    :ivar made: the day that the file says it was made on, if any; never the present one, so that
        the same paper always is the same file.
    :ivar draft: whether it bears the mark of a draft.
    :ivar fingerprint: of the text as approved, in hexadecimal digits; empty shows none.
    :ivar day: on which a text that was put together of several holds; a part of the file's name.
    """

    kind: str
    title: str
    language: str
    text: Text
    author: str = ""
    kicker: str = ""
    letterhead: tuple[str, ...] = ()
    addressee: tuple[str, ...] = ()
    place_and_day: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    sides: tuple[Side, ...] = ()
    reference: str = ""
    made: date | None = None
    draft: bool = False
    fingerprint: str = ""
    original: Original | None = None
    day: date | None = None

    @property
    def heading(self) -> str:
        """What stands above everything: the heading of the text, where it has one."""
        said = (part.title.strip() for part in self.text if part.part == "heading")
        return next(filter(None, said), self.title)

    @property
    def file_name(self) -> str:
        """The name of its file, without an ending: letters, digits and hyphens only."""
        told = "".join(c if c.isalnum() else " " for c in self.reference or self.title)
        number = f"-{self.original.number}" if self.original else ""
        day = f"-{self.day.isoformat()}" if self.day else ""
        return "-".join(told.split())[:80].lower() + number + day or self.kind
