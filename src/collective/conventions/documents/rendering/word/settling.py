"""A file of many parts, written so that the same parts always give the same bytes."""

from io import BytesIO
from zipfile import ZIP_DEFLATED
from zipfile import ZipFile
from zipfile import ZipInfo


#: The first moment that the format knows.
MOMENT = (1980, 1, 1, 0, 0, 0)


def settled(data: bytes) -> bytes:
    """A DOCX file without the moment at which it was written."""
    kept = BytesIO()
    with ZipFile(BytesIO(data)) as given, ZipFile(kept, "w") as made:
        for entry in given.infolist():
            about = ZipInfo(entry.filename, MOMENT)
            about.compress_type = ZIP_DEFLATED
            made.writestr(about, given.read(entry))
    return kept.getvalue()
