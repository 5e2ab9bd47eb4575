"""What was found in a file that is said to be signed, as plain values."""

from collections.abc import Mapping
from dataclasses import asdict
from dataclasses import dataclass
from typing import Any


#: What happened to a file after a signature; each allows what stands before it, too.
CHANGES = ("none", "completed", "filled", "annotated", "other")
#: Why a file tells nothing.
FAULTS = ("", "no_pdf", "encrypted", "damaged", "too_large", "too_much")


@dataclass(frozen=True)
class Signature:
    """A signature of a PDF, by what is in the file itself.

    No chain of certificates is followed and nobody is asked: ``signer`` is what the certificate
    says, not who somebody is.

    :ivar kind: "signature", or "timestamp" for one of the whole document.
    :ivar signer: the name in the certificate; ``issuer`` who has made it out.
    :ivar subject: all that the certificate says of the signer.
    :ivar claimed: the moment that the signer states, as ISO text; empty where there is none.
    :ivar stamped: the moment of a timestamp that belongs to it and is intact; empty without one.
    :ivar intact: what was signed is unchanged, and was signed with the key of the certificate.
    :ivar whole: it covers the whole file as it is now.
    :ivar changes: what was added to the file afterwards, one of ``CHANGES``.
    :ivar fault: why it cannot be read; then nothing else is known.
    """

    kind: str = "signature"
    signer: str = ""
    issuer: str = ""
    subject: str = ""
    claimed: str = ""
    stamped: str = ""
    intact: bool = False
    whole: bool = False
    changes: str = "other"
    fault: str = ""


@dataclass(frozen=True)
class Inspection:
    """A file: its signatures and its words.

    :ivar pages: the words of each page of a PDF; those of a scan are empty.
    :ivar signatures: ``None`` where the library that reads them is not installed.
    :ivar fault: one of ``FAULTS``; with one, nothing else is known.
    """

    pages: tuple[str, ...] = ()
    signatures: tuple[Signature, ...] | None = ()
    fault: str = ""

    @property
    def has_words(self) -> bool:
        """Whether it can be compared with a text."""
        return any(page.strip() for page in self.pages)

    def told(self) -> dict[str, Any]:
        """All of it as JSON can carry it."""
        return asdict(self)


def inspection_of(told: Mapping[str, Any]) -> Inspection:
    """What ``told`` had told."""
    signatures = told["signatures"]
    return Inspection(
        tuple(told["pages"]),
        signatures if signatures is None else tuple(Signature(**one) for one in signatures),
        told["fault"],
    )
