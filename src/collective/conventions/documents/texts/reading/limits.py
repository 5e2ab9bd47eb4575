"""How much of a file is read: a convention has a few dozen pages, what is larger is none."""

from collective.conventions import _
from collective.conventions.interfaces import BadRequest
from io import BytesIO
import zipfile


#: Of the file as it was sent, in bytes.
LARGEST_FILE = 20 * 1024 * 1024
#: Of one member of an office document, unpacked, in bytes.
LARGEST_MEMBER = 30 * 1024 * 1024
#: Of all that is unpacked; a bomb packs a thousand times that.
LARGEST_UNPACKED = 60 * 1024 * 1024
MOST_MEMBERS = 2000
MOST_PAGES = 300
MOST_CHARACTERS = 2_000_000


def refuse_large(data: bytes) -> None:
    """Refuse a file that is too large to be a convention.

    :raises BadRequest: so it is, or it is empty.
    """
    if not data.strip():
        raise BadRequest(_("This file is empty."))
    if len(data) > LARGEST_FILE:
        raise BadRequest(
            _(
                "This file is larger than ${mb} MB, which is too large for a text.",
                mapping={"mb": LARGEST_FILE // 1024 // 1024},
            )
        )


def opened(data: bytes) -> zipfile.ZipFile:
    """Return an office document opened, when what it unpacks to has a sane size.

    :raises BadRequest: it is broken, encrypted, or a bomb.
    """
    try:
        packed = zipfile.ZipFile(BytesIO(data))
        members = packed.infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError):
        raise broken()
    if any(member.flag_bits & 0x1 for member in members):
        raise BadRequest(_("This file is protected by a password. Please save it without one."))
    total = sum(member.file_size for member in members)
    largest = max((member.file_size for member in members), default=0)
    if len(members) > MOST_MEMBERS or total > LARGEST_UNPACKED or largest > LARGEST_MEMBER:
        raise BadRequest(_("This file unpacks to far more than a text. It is not read."))
    return packed


def broken() -> BadRequest:
    """Return the refusal of a file that is damaged."""
    return BadRequest(_("This file is damaged: it cannot be read."))
