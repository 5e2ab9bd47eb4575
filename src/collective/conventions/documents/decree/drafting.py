"""The draft of a decree, made from what is known of the convention (B1, B5, B6)."""

from collections.abc import Iterable
from collective.conventions import _
from collective.conventions.documents.decree.entity import entity_of
from collective.conventions.documents.decree.facts import facts_of
from collective.conventions.documents.decree.words import LANGUAGES
from collective.conventions.documents.decree.words import PHRASES
from collective.conventions.documents.decree.words import Phrases
from collective.conventions.documents.filling.phrases import of
from collective.conventions.documents.filling.phrases import unstopped
from collective.conventions.documents.filling.phrases import within
from collective.conventions.interfaces import BadRequest
from collective.conventions.markup.clean import clean
from functools import cache
from itertools import count
from jinja2 import FileSystemLoader
from jinja2 import StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup
from pathlib import Path
from typing import Any


#: The parts of a decree, in its order.
PARTS = ("subject", "legal_basis", "considerations", "proposal", "operative", "annexes")
HERE = Path(__file__).parent


def draft(convention: Any, language: str) -> list[dict[str, str]]:
    """The rows of the field ``decree`` in one language, drafted anew; nothing is written.

    :param language: "fr", "nl" or "de".
    :returns: a row for each of ``PARTS``: part, language, body (HTML of the text elements).
    :raises BadRequest: a council does not decide in this language.
    :raises UnprocessableEntity: no party has a council.
    """
    if language not in LANGUAGES:
        raise BadRequest(_("A council decides in French, Dutch or German."))
    facts = facts_of(convention, entity_of(convention), language)
    return [{"part": part, "language": language, "body": _said(part, facts)} for part in PARTS]


def _said(part: str, facts: dict[str, Any]) -> str:
    """One part, by the wording of its language."""
    phrases = PHRASES[facts["language"]]
    template = _environment().get_template(f"{facts['language']}.html")
    numbers = count(1)

    def article() -> Markup:
        """The name of the next article."""
        number = next(numbers)
        name = (phrases.first if number == 1 else phrases.next).format(n=number)
        return Markup("<strong>{}</strong>").format(name)

    def listed(names: Iterable[str]) -> str:
        return in_a_row(names, phrases)

    values = template.new_context({**facts, "article": article, "listed": listed})
    return clean("".join(template.blocks[part](values)))


def in_a_row(names: Iterable[str], phrases: Phrases) -> str:
    """Names with commas between them, and the last one after "and"."""
    *others, last = names
    return f"{', '.join(others)} {phrases.conjunction} {last}" if others else last


@cache
def _environment() -> ImmutableSandboxedEnvironment:
    made = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(HERE / "wording"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["unstopped"] = unstopped
    made.globals["of"] = of
    made.globals["within"] = within
    made.filters["lower_first"] = lambda text: text[:1].lower() + text[1:]
    made.filters["upper_first"] = lambda text: text[:1].upper() + text[1:]
    return made
