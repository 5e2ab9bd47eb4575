"""``conventions text``: what the import of a document would make of it, without any database."""

from collections import Counter
from collective.conventions.commands import text_check
from collective.conventions.commands.actions import add_action
from collective.conventions.commands.actions import add_group
from collective.conventions.commands.actions import print_json
from collective.conventions.documents.texts.taking import text_in
from collective.conventions.interfaces import ConventionsError
from collective.conventions.journal.plain import plain
from collective.conventions.terms.texts.propose.proposal import Proposal
from collective.conventions.terms.texts.propose.propose import proposals
from collective.conventions.terms.texts.text import Text
from collective.conventions.terms.texts.text import words
from dataclasses import asdict
from dataclasses import dataclass
from pathlib import Path
from rich.console import Console
from rich.table import Table
from typing import Any
from zope.i18n import translate
import argparse
import sys


#: What a folder is searched for; what else lies there is passed over.
ENDINGS = (".docx", ".odt", ".pdf", ".md", ".txt")
#: So much of a value and of a passage is printed, in characters.
WIDEST = 60


@dataclass(frozen=True)
class Document:
    """A file with what it was split into, or why it could not be read."""

    path: Path
    text: Text = ()
    found: tuple[Proposal, ...] = ()
    refusal: str = ""


def add_to(commands: Any) -> None:
    """Add the command and its action."""
    actions = add_group(commands, "text", "read documents as texts of conventions")
    reading = add_action(
        actions, "read", run_read, "show how documents are split, and the data they propose"
    )
    reading.add_argument("path", nargs="+", type=Path, metavar="FILE", help="a file, or a folder")
    reading.add_argument(
        "--counts", action="store_true", help="numbers only, without a word of the documents"
    )
    text_check.add_to(actions)


def run_read(options: argparse.Namespace) -> int:
    """Print each document: its parts, then its proposals with their passages."""
    documents = [_read(path) for path in _files(options.path)]
    if options.json:
        print_json([_told(one, options.counts) for one in documents])
    else:
        console = Console(width=None if sys.stdout.isatty() else 160)
        for one in documents:
            _show(console, one, options.counts)
    return 1 if any(one.refusal for one in documents) else 0


def _files(paths: list[Path]) -> list[Path]:
    found: list[Path] = []
    for path in paths:
        inside = sorted(path.iterdir()) if path.is_dir() else [path]
        found += [one for one in inside if not path.is_dir() or one.suffix.lower() in ENDINGS]
    return found


def _read(path: Path) -> Document:
    try:
        text = text_in(path.read_bytes())
    except ConventionsError as error:
        return Document(path, refusal=translate(error.message))
    return Document(path, text, proposals(text))


def _told(one: Document, counts: bool) -> dict[str, Any]:
    told: dict[str, Any] = {"file": one.path.name, "refusal": one.refusal}
    if counts:
        told["parts"] = Counter(part.part for part in one.text)
        told["fields"] = Counter(_table(proposal) for proposal in one.found)
        return told
    told["parts"] = [asdict(part) for part in one.text]
    told["proposals"] = [
        {**asdict(proposal), "value": plain(proposal.value)} for proposal in one.found
    ]
    return told


def _show(console: Console, one: Document, counts: bool) -> None:
    console.rule(one.path.name)
    if one.refusal:
        console.print(one.refusal, style="bold", markup=False)
        return
    parts = Table("Part", "Number", "Title", "Words", title="Split", title_justify="left")
    for part in one.text:
        title = "" if counts else part.title[:WIDEST]
        parts.add_row(part.part, part.number, title, str(len(words(part.body))))
    console.print(parts)
    found = Table("Field", "Value", "Place", "Passage", "Rule", title="Data", title_justify="left")
    for proposal in one.found:
        said = "" if counts else proposal.passage.quoted.replace("\n", " / ")[:WIDEST]
        value = "" if counts else _value(proposal)[:WIDEST]
        place = one.text[proposal.passage.part].label
        lacks = f" (blank: {', '.join(proposal.lacks)})" if proposal.lacks else ""
        found.add_row(proposal.field, value, place, said, f"{proposal.rule}{lacks}")
    console.print(found)


def _value(proposal: Proposal) -> str:
    value = plain(proposal.value)
    if isinstance(value, dict):
        return ", ".join(f"{name} {said}" for name, said in value.items() if said not in ("", None))
    return str(value)


def _table(proposal: Proposal) -> str:
    """The field of a proposal without the number of its row."""
    return proposal.field.split("[")[0]
