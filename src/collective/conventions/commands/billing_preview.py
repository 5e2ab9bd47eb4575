"""``conventions billing preview``: what a run would issue, line by line; nothing is written."""

from collective.conventions.billing.everywhere import chosen
from collective.conventions.billing.prospect import Preview
from collective.conventions.billing.prospect import preview
from collective.conventions.billing.prospect import Prospect
from collective.conventions.clock import today
from collective.conventions.commands.actions import add_action
from collective.conventions.commands.actions import print_json
from collective.conventions.commands.billing_options import add_date
from collective.conventions.commands.billing_options import add_space
from collective.conventions.commands.billing_options import day_of
from collective.conventions.commands.billing_options import print_failures
from collective.conventions.commands.database import opened
from collective.conventions.terms.document import DocumentLine
from dataclasses import asdict
from typing import Any
import argparse


def add_to(actions: Any) -> None:
    """Add the action."""
    action = add_action(
        actions,
        "preview",
        run_preview,
        "show each document that a run would issue, with the reason of every line; the exit "
        "code is 1 when one lacks something or cannot be read",
    )
    add_space(action)
    add_date(action)


def run_preview(options: argparse.Namespace) -> int:
    """Print what is due, space by space, as it is read."""
    kept_back, told = False, []
    with opened(options.conf) as app:
        names = chosen(app, options.space)
        for space in preview(app, day_of(options), today(), names):
            kept_back = kept_back or bool(space.held or space.failures)
            if options.json:
                told.append(_plain(space))
            else:
                _tell(space)
    if options.json:
        print_json(told)
    return 1 if kept_back else 0


def _tell(space: Preview) -> None:
    count = len(space.prospects)
    print(f"{space.space}: {count} documents, {space.net} EUR without VAT, {space.held} kept back.")
    for one in space.prospects:
        document = one.document
        print(
            f"  {one.title} ({one.path}): {document.kind.replace('_', ' ')} to "
            f"{document.customer.name}: {document.net} + VAT {document.vat} = {document.gross} EUR"
        )
        for line in document.lines:
            print(f"    {_line(line)}")
        for sentence in one.lacks:
            print(f"    KEPT BACK: {sentence}")
    print_failures(space.failures)


def _line(line: DocumentLine) -> str:
    period = ""
    if line.period_start and line.period_end:
        period = f" {line.period_start} to {line.period_end},"
    less = f" - {line.reduction}" if line.reduction else ""
    price = f"{line.quantity} x {line.unit_price}{less} = {line.net}"
    return f"{line.description},{period} {price}: {line.explanation}".rstrip(": ")


def _plain(space: Preview) -> dict[str, Any]:
    failures = [asdict(one) for one in space.failures]
    documents = [_document(one) for one in space.prospects]
    return {"space": space.space, "documents": documents, "failures": failures}


def _document(one: Prospect) -> dict[str, Any]:
    document = one.document
    totals = {"net": document.net, "vat": document.vat, "gross": document.gross}
    known = {"title": one.title, "path": one.path, "lacks": one.lacks}
    return {**known, **totals, "document": asdict(document)}
