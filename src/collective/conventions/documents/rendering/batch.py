"""The papers of many conventions at once, in a folder: one after the other, and only what changed.

The folder holds a list of what was made (``papers.jsonl``), a line for each paper as soon as it is
there. So work that was stopped goes on where it was, and a second run makes only what is new.
"""

from collections.abc import Iterable
from collections.abc import Iterator
from collective.conventions.documents.rendering.convention import paper_of
from collective.conventions.documents.rendering.files import FORMATS
from collective.conventions.documents.rendering.page import print_page
from collective.conventions.documents.rendering.paper import Paper
from collective.conventions.progress import Failure
from collective.conventions.progress import Progress
from dataclasses import asdict
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from plone import api
from typing import Any
import json
import logging


WORK = "papers"
LIST = "papers.jsonl"
#: After so many conventions the memory is given back.
TURN = 20
logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Made:
    """A paper in the folder: its file, what it was made from, and the file's SHA-256."""

    convention: str
    file: str
    source: str
    sha256: str


@dataclass(frozen=True)
class Report:
    """What a run has done; ``left`` of the chosen conventions were not looked at."""

    made: int = 0
    kept: int = 0
    without_text: int = 0
    left: int = 0
    failures: tuple[Failure, ...] = ()


def chosen(only: Iterable[str] = ()) -> list[Any]:
    """The catalog's records of the conventions of the present space, by their address.

    :param only: ids of conventions; all of them without any.
    """
    found = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(
        portal_type="Convention", sort_on="getId"
    )
    wanted = set(only)
    return [record for record in found if not wanted or record.getId in wanted]


def make_papers(
    records: list[Any], folder: Path, formats: Iterable[str], progress: Progress | None = None
) -> Report:
    """Make the papers that are not there yet, or no longer say what the convention says.

    :param records: of ``chosen``.
    :param folder: made where there is none.
    :param formats: some of ``FORMATS``.
    """
    progress = progress or Progress()
    folder.mkdir(parents=True, exist_ok=True)
    known, names = _read(folder), list(formats)
    counts = {"made": 0, "kept": 0, "without_text": 0}
    failures, looked = list[Failure](), 0
    progress.begin(WORK, len(records))
    for record in records:
        if progress.stopped:
            break
        looked += 1
        try:
            for what in _papers(record, folder, names, known):
                counts[what] += 1
            progress.done(WORK, record.getId)
        except Exception as error:
            logger.warning("The paper of %s could not be made", record.getId, exc_info=True)
            failures.append(Failure(record.getId, str(error) or type(error).__name__))
            progress.failed(WORK, failures[-1])
        if not looked % TURN:
            api.portal.get()._p_jar.cacheMinimize()
    return Report(**counts, left=len(records) - looked, failures=tuple(failures))


def _papers(record: Any, folder: Path, formats: list[str], known: dict[str, Made]) -> Iterator[str]:
    """Make the papers of one convention; tells of each what became of it."""
    convention = record._unrestrictedGetObject()
    if not convention.text:
        yield "without_text"
        return
    paper = paper_of(convention)
    source = _source(paper)
    for name in formats:
        file = f"{record.getId}.{name}"
        before = known.get(file)
        if before is not None and before.source == source and _is(folder / file, before.sha256):
            yield "kept"
            continue
        data = FORMATS[name].make(paper)
        _write(folder / file, data)
        known[file] = Made(record.getId, file, source, sha256(data).hexdigest())
        with (folder / LIST).open("a", encoding="utf-8") as listed:
            listed.write(json.dumps(asdict(known[file]), ensure_ascii=False) + "\n")
        yield "made"


def _source(paper: Paper) -> str:
    """The same as long as the same paper would come of it: of the same words and the same looks."""
    told = version("collective.conventions") + print_page(paper)
    return sha256(told.encode()).hexdigest()


def _write(path: Path, data: bytes) -> None:
    """All of it or nothing: who is stopped half-way leaves no half a paper."""
    partial = path.with_name(f"{path.name}.part")
    partial.write_bytes(data)
    partial.replace(path)


def _is(path: Path, digest: str) -> bool:
    return path.is_file() and sha256(path.read_bytes()).hexdigest() == digest


def _read(folder: Path) -> dict[str, Made]:
    """What was made before, by the names of the files; a line that was cut off is left out."""
    path, found = folder / LIST, dict[str, Made]()
    told = path.read_text(encoding="utf-8") if path.is_file() else ""
    if told and not told.endswith("\n"):
        # What is told next stands on a line of its own.
        with path.open("a", encoding="utf-8") as listed:
            listed.write("\n")
    for line in told.splitlines():
        try:
            made = Made(**json.loads(line))
        except (ValueError, TypeError):
            continue
        found[made.file] = made
    return found
