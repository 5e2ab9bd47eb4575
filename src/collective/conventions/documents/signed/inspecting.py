"""Looking into a file that is said to be signed, and remembering what was found."""

from collections import OrderedDict
from collective.conventions.documents.signed.inspection import Inspection
from collective.conventions.documents.signed.inspection import inspection_of
from collective.conventions.documents.signed.signatures import is_installed
from collective.conventions.journal.plain import file_digest
from threading import Lock
from typing import Any
import json
import logging
import os
import subprocess
import sys


#: A file of more bytes is not looked into.
LARGEST = 100 * 2**20
#: So many seconds are waited for the process that reads.
PATIENCE = 120
#: So many answers are remembered.
REMEMBERED = 64
READER = "collective.conventions.documents.signed.reading"

logger = logging.getLogger(__name__)
_known: OrderedDict[tuple[str, bool], Inspection] = OrderedDict()
_lock = Lock()


def inspect(file: Any) -> Inspection:
    """What a file holds; read once for each content, as long as the server runs.

    :param file: a ``NamedBlobFile``.
    """
    if file.getSize() > LARGEST:
        return Inspection(fault="too_large")
    key = (file_digest(file), is_installed())
    with _lock:
        if key in _known:
            _known.move_to_end(key)
            return _known[key]
    found = _read(file)
    with _lock:
        _known[key] = found
        while len(_known) > REMEMBERED:
            _known.popitem(last=False)
    return found


def _read(file: Any) -> Inspection:
    """Let a process of its own read the file: what breaks it breaks nothing else."""
    environment = {"PATH": os.environ.get("PATH", ""), "PYTHONPATH": os.pathsep.join(sys.path)}
    with file.open() as stream:
        try:
            done = subprocess.run(
                [sys.executable, "-m", READER],
                stdin=stream,
                capture_output=True,
                env=environment,
                timeout=PATIENCE,
                check=True,
            )
            return inspection_of(json.loads(done.stdout))
        except (subprocess.SubprocessError, ValueError, KeyError, TypeError):
            logger.warning("A file of %s bytes could not be read", file.getSize(), exc_info=True)
            return Inspection(fault="too_much")
