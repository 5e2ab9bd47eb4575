"""Values as JSON can carry them, so that a record outlives the classes it was made from."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from hashlib import sha256
from typing import Any


CHUNK = 1 << 20


def plain(value: Any) -> Any:
    """A value as JSON can carry it: dates as ISO text, decimals as text, rows as mappings."""
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        # One text for one number: 1.50 and 1.5 are the same amount.
        return format(value.normalize(), "f")
    if isinstance(value, Mapping):
        return {str(name): plain(item) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    if isinstance(value, set | frozenset):
        return sorted(plain(item) for item in value)
    if hasattr(value, "filename"):
        size = value.getSize()
        return {"filename": value.filename, "size": size, "sha256": file_digest(value)}
    return str(value)


def file_digest(file: Any) -> str:
    """The SHA-256 of a file, read once per stored version and connection.

    The digest rides on the blob with the serial of the version it was computed from. ZODB drops
    it together with the blob's state, so it can never outlive what it describes.
    """
    blob = getattr(file, "_blob", None)
    if blob is None:
        return sha256(file.data).hexdigest()
    serial, known = getattr(blob, "_v_conventions_digest", (None, ""))
    if serial == blob._p_serial and not blob._p_changed:
        return known
    found = _streamed(file)
    if blob._p_jar is not None and not blob._p_changed:
        blob._v_conventions_digest = (blob._p_serial, found)
    return found


def _streamed(file: Any) -> str:
    found = sha256()
    with file.open() as stream:
        while chunk := stream.read(CHUNK):
            found.update(chunk)
    return found.hexdigest()
