"""``conventions text check``: what is wrong with a document, before it becomes a convention."""

from collections.abc import Sequence
from collective.conventions.commands.actions import add_action
from collective.conventions.commands.actions import print_json
from collective.conventions.documents.texts.taking import text_in
from collective.conventions.documents.texts.wording import part_title
from collective.conventions.documents.texts.wording import reason
from collective.conventions.terms.choices import LANGUAGES
from collective.conventions.terms.texts.check.checking import check
from collective.conventions.terms.texts.check.context import Context
from collective.conventions.terms.texts.check.context import KnownAnnex
from collective.conventions.terms.texts.check.flaw import Flaw
from collective.conventions.terms.texts.text import Text
from dataclasses import asdict
from pathlib import Path
from typing import Any
import argparse


def add_to(actions: Any) -> None:
    """Add the action."""
    made = add_action(
        actions,
        "check",
        run_check,
        "say what is wrong with a DOCX, ODT, PDF, Markdown or plain text: numbers, references, "
        "annexes, defined terms, blanks; the exit code is 1 when something blocks a signature",
        "Nothing is written and no server is needed. Dates, amounts and parties are compared with "
        "the data of a convention only, on its page.",
    )
    made.add_argument("path", nargs="+", type=Path, metavar="FILE", help="a document")
    made.add_argument(
        "--annex",
        action="append",
        default=[],
        metavar="NUMBER",
        help="the number of an annex that is there; may be given several times",
    )
    made.add_argument(
        "--language", choices=LANGUAGES, default="fr", help="of the text (default: %(default)s)"
    )


def run_check(options: argparse.Namespace) -> int:
    """Read each document, check it and tell what is found, in the order of its text."""
    annexes = tuple(KnownAnnex(number, "") for number in options.annex)
    context = Context(annexes=annexes, language=options.language)
    texts = {path: text_in(path.read_bytes()) for path in options.path}
    found = {path: check(text, context) for path, text in texts.items()}
    if options.json:
        print_json([_told(path, flaws) for path, flaws in found.items()])
    else:
        for path, flaws in found.items():
            for flaw in flaws:
                print(f"{path.name}: {flaw.severity}: {_where(flaw, texts[path])}: {_said(flaw)}")
            print(f"{path.name}: {len(flaws)} findings, {_severe(flaws)} block a signature.")
    return 1 if any(map(_severe, found.values())) else 0


def _where(flaw: Flaw, text: Text) -> str:
    place = flaw.place
    return part_title(place.part, place.number, text[place.index].title, "en")


def _said(flaw: Flaw) -> str:
    return reason(flaw, "en")


def _severe(flaws: Sequence[Flaw]) -> int:
    return sum(flaw.severity == "severe" for flaw in flaws)


def _told(path: Path, flaws: Sequence[Flaw]) -> dict[str, Any]:
    findings = [
        {
            "code": flaw.code,
            "severity": flaw.severity,
            "message": _said(flaw),
            "params": dict(flaw.params),
            "passage": asdict(flaw.place),
        }
        for flaw in flaws
    ]
    return {"file": path.name, "findings": findings, "severe": _severe(flaws)}
