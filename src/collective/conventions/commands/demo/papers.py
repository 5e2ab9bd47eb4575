"""Texts, decrees, decisions and models of the demo, made as pages and services make them."""

from collections.abc import Iterable
from collective.conventions.clock import today
from collective.conventions.commands.demo.model import Adapted
from collective.conventions.commands.demo.model import File
from collective.conventions.commands.demo.model import Slip
from collective.conventions.commands.demo.pdf import page
from collective.conventions.documents.decree.keeping import redraft
from collective.conventions.documents.library.adapting import adapt
from collective.conventions.documents.library.making import take
from collective.conventions.documents.rendering.convention import original
from collective.conventions.documents.rendering.pdf import pdf
from collective.conventions.documents.signed.standing import KIND
from collective.conventions.documents.texts.articles import keep_part
from collective.conventions.documents.texts.articles import rows_of
from collective.conventions.interfaces import ServiceUnavailable
from collective.conventions.lifecycle.deliberating import record
from collective.conventions.terms.deliberating import Deliberation
from contextlib import suppress
from typing import Any


def write_text(convention: Any, model: str, slips: Iterable[Slip]) -> None:
    """Make the text of a convention from a model, and leave in it what somebody got wrong."""
    take(convention, model, today())
    for slip in slips:
        at, row = _article(convention, slip.title)
        number, body = slip.number or row["number"], row["body"]
        if slip.paragraph:
            body += f"<p>{slip.paragraph}</p>"
        keep_part(convention, at, {"number": number, "body": body})


def draft_decree(convention: Any, languages: Iterable[str]) -> None:
    """Draft the decree on which the Council votes, language by language."""
    for language in languages:
        redraft(convention, language, today())


def decide(convention: Any, deliberations: Iterable[Deliberation]) -> None:
    """Record what College and Council made of it; what the Council adopts is approved by that."""
    for made in deliberations:
        record(convention, made, today())


def adapt_model(adapted: Adapted) -> Any:
    """Make a model of the space's own from a shipped one: the copy, then its second version."""
    model = adapt(adapted.source, adapted.title)
    at, row = _article(model, adapted.article)
    keep_part(model, at, {**row, "body": adapted.body})
    return model


def scanned(convention: Any, file: File) -> bytes:
    """The data of an annex: of a signed copy the paper itself, where the server can lay it out."""
    if file.kind == KIND and convention.text:
        with suppress(ServiceUnavailable):
            return pdf(original(convention, 1))
    return page(file.title, file.text)


def _article(content: Any, title: str) -> tuple[int, dict[str, Any]]:
    """The article of a title, and its position among the parts of a text."""
    rows = rows_of(content)
    (at,) = (place for place, row in enumerate(rows) if row["title"] == title)
    return at, rows[at]
