"""A model and the values of a convention become a text."""

from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from collective.conventions import _
from collective.conventions.documents.filling.sandbox import ARTICLE
from collective.conventions.documents.filling.sandbox import environment
from collective.conventions.documents.filling.sandbox import TooMuch
from collective.conventions.documents.filling.source import source_of
from collective.conventions.documents.filling.source import source_of_title
from collective.conventions.documents.filling.source import without_empty
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.markup.clean import clean
from collective.conventions.terms.texts.text import Part
from collective.conventions.terms.texts.text import Text
from dataclasses import replace
from html import unescape
from jinja2 import TemplateError
from typing import Any


Numbers = Mapping[str, str]


def fill(model: Text, origin: str, context: Mapping[str, Any], language: str) -> Text:
    """Fill a model: every part that says something, articles numbered in their order.

    An article whose conditions leave nothing of it is left out, and the others count on. A field
    without a value prints as a blank, which the check of the text finds.

    :param model: the parts of the model with their Jinja, reusable clauses in their place.
    :param origin: "<model id>@<version>", noted on each part that names no clause of its own.
    :param context: the values of ``fields.FIELDS`` (``context.context_of``).
    :raises UnprocessableEntity: the model cannot be filled.
    """
    drafts = [_filled(part, _Any(), context, language) for part in model]
    kept = [(part, draft) for part, draft in zip(model, drafts, strict=True) if _says(draft)]
    numbered = list(_numbered([draft for _part, draft in kept]))
    numbers = {draft.title: draft.number for draft in numbered if draft.part == "article"}
    # The titles of a model may hold fields, so an article is found by either form of its title.
    numbers |= {
        part.title: draft.number
        for (part, _draft), draft in zip(kept, numbered, strict=True)
        if part.part == "article"
    }
    filled = [_filled(part, numbers, context, language) for part, _draft in kept]
    return tuple(
        replace(part, number=draft.number, clause=part.clause or origin)
        for part, draft in zip(filled, numbered, strict=True)
    )


class _Any(dict[str, str]):
    """The number of any article at all, while they are not counted yet."""

    def __missing__(self, title: str) -> str:
        return "1"


def _filled(part: Part, numbers: Numbers, context: Mapping[str, Any], language: str) -> Part:
    """One part with its fields; each has the limits of the sandbox for itself."""

    def article(title: str) -> str:
        try:
            return numbers[title]
        except KeyError:
            raise _refusal(part, _("It refers to an article that is left out.")) from None

    values = {**context, ARTICLE: article}
    sandbox = environment(language)
    try:
        title = sandbox.fill(source_of_title(part.title), values)
        body = sandbox.fill(source_of(part.body), values)
    except TooMuch:
        raise _refusal(part, _("It is too long, or goes through too much.")) from None
    except (TemplateError, RecursionError, TypeError) as error:
        raise _refusal(part, str(error)) from error
    return replace(part, title=" ".join(unescape(title).split()), body=clean(without_empty(body)))


def _refusal(part: Part, why: Any) -> UnprocessableEntity:
    place = {"place": part.title or part.label, "why": why}
    return UnprocessableEntity(
        _("The model cannot be filled, at “${place}”: ${why}", mapping=place)
    )


def _says(part: Part) -> bool:
    """Whether anything is left of a part; a heading may be a title alone, and so may signatures."""
    return bool(part.body) or (bool(part.title) and part.part != "article")


def _numbered(parts: Sequence[Part]) -> Iterator[Part]:
    """The parts with a number for each article that has none of its own."""
    count = 0
    for part in parts:
        if part.part == "article" and not part.number:
            count += 1
            yield replace(part, number=str(count))
        else:
            yield part
