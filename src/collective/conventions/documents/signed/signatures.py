"""The signatures of a PDF, read with pyHanko: no network, and no word on whom to trust."""

from collective.conventions.documents.signed.inspection import Signature
from importlib.util import find_spec
from typing import Any
from typing import BinaryIO
import unicodedata


#: How many signatures are looked at, and how much of a name is kept.
MOST = 30
LONGEST = 300
#: What pyHanko's levels of modification mean for a person. Where the file goes on after what was
#: signed, and yet nothing of the document is new, what stands there is none of its parts.
_LEVELS = {
    "LTA_UPDATES": "completed",
    "FORM_FILLING": "filled",
    "ANNOTATIONS": "annotated",
}


def is_installed() -> bool:
    """Whether signatures can be read here; the extra ``signatures`` brings what is needed."""
    return find_spec("pyhanko") is not None


def signatures(stream: BinaryIO) -> tuple[Signature, ...]:
    """The signatures of a PDF, the first made first; at most ``MOST``.

    :raises Exception: of pyHanko, where the file is no PDF that it can read.
    """
    from pyhanko.pdf_utils.reader import PdfFileReader

    reader = PdfFileReader(stream, strict=False)
    return tuple(_read(one) for one in reader.embedded_signatures[:MOST])


def _read(one: Any) -> Signature:
    kind = "timestamp" if one.sig_object_type == "/DocTimeStamp" else "signature"
    try:
        return _checked(one, kind)
    except Exception as error:
        # One signature that breaks the library leaves the others readable.
        return Signature(kind, fault=_tidy(str(error) or type(error).__name__))


def _checked(one: Any, kind: str) -> Signature:
    from pyhanko.sign.validation import validate_pdf_signature
    from pyhanko.sign.validation import validate_pdf_timestamp
    from pyhanko_certvalidator import ValidationContext

    nobody = ValidationContext(trust_roots=[], allow_fetching=False)
    validate = validate_pdf_timestamp if kind == "timestamp" else validate_pdf_signature
    status = validate(one, nobody)
    whole = status.coverage.name == "ENTIRE_FILE" and _has_no_gap(one)
    return Signature(
        kind,
        _name(status.signing_cert.subject),
        _name(status.signing_cert.issuer),
        _tidy(status.signing_cert.subject.human_friendly),
        _moment(getattr(status, "signer_reported_dt", None)),
        _moment(_stamp(status)),
        bool(status.intact and status.valid),
        whole,
        "none" if whole else _LEVELS.get(_level(status), "other"),
    )


def _name(who: Any) -> str:
    """What a person calls the subject of a certificate: its common name, or all that is told."""
    common = who.native.get("common_name")
    return _tidy(common if isinstance(common, str) else who.human_friendly)


def _level(status: Any) -> str:
    level = status.modification_level
    return level.name if level is not None else ""


def _stamp(status: Any) -> Any:
    """The moment of the timestamp, where it is intact itself."""
    stamp = getattr(status, "timestamp_validity", status)
    if stamp is None or not (stamp.intact and stamp.valid):
        return None
    return getattr(stamp, "timestamp", None)


def _has_no_gap(one: Any) -> bool:
    """Whether nothing but the signature itself lies between what it covers."""
    if len(one.byte_range) != 4:
        return False
    _start, first, second, _rest = (int(number) for number in one.byte_range)
    return second - first == len(one.pkcs7_content) * 2 + 2


def _moment(moment: Any) -> str:
    return moment.isoformat() if moment is not None else ""


def _tidy(text: str) -> str:
    """A name on one line, without signs that could turn a line around or hide in it."""
    seen = (" " if unicodedata.category(one)[0] in "CZ" else one for one in text)
    return " ".join("".join(seen).split())[:LONGEST]
