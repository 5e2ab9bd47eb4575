"""Reads one PDF in a process of its own, which a hostile file can break without harm.

Run as ``python -m collective.conventions.documents.signed.reading``: the file comes on the standard
input, what was found goes out as JSON.
"""

from collective.conventions.documents.signed.inspection import Inspection
from collective.conventions.documents.signed.signatures import is_installed
from collective.conventions.documents.signed.signatures import Signature
from collective.conventions.documents.signed.signatures import signatures
from typing import BinaryIO
import json
import logging
import resource
import sys


#: What the process may take: memory in bytes, time of the processor in seconds.
MEMORY = 1536 * 2**20
SECONDS = 60
#: So many pages are read, and so many letters of all of them.
PAGES = 500
LETTERS = 1_000_000


def inspect(stream: BinaryIO) -> Inspection:
    """What a PDF holds.

    :param stream: the file; it must be seekable.
    """
    if stream.read(1024).find(b"%PDF-") < 0:
        return Inspection(fault="no_pdf")
    try:
        pages = _words(stream)
    except _Encrypted:
        return Inspection(fault="encrypted")
    except (MemoryError, RecursionError):
        return Inspection(fault="too_much")
    except Exception:
        return Inspection(fault="damaged")
    try:
        return Inspection(pages, _signatures(stream))
    except (MemoryError, RecursionError):
        return Inspection(fault="too_much")
    except Exception:
        return Inspection(fault="damaged")


class _Encrypted(Exception):
    """The words of the file are closed."""


def _words(stream: BinaryIO) -> tuple[str, ...]:
    from pypdf import PdfReader

    stream.seek(0)
    reader = PdfReader(stream)
    if reader.is_encrypted:
        raise _Encrypted
    found, left = [], LETTERS
    for page in reader.pages[:PAGES]:
        found.append(page.extract_text()[:left])
        left -= len(found[-1])
    return tuple(found)


def _signatures(stream: BinaryIO) -> tuple[Signature, ...] | None:
    if not is_installed():
        return None
    stream.seek(0)
    return signatures(stream)


def main() -> None:
    """Bound the process, read, and answer."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    # What libraries complain of is of no use to anybody, and could fill a disk.
    logging.disable(logging.CRITICAL)
    found = inspect(sys.stdin.buffer)
    sys.stdout.write(json.dumps(found.told()))


if __name__ == "__main__":
    main()
