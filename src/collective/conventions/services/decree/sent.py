"""What a client sends of a decree, read strictly."""

from collections.abc import Mapping
from collective.conventions import _
from collective.conventions.content import vocabularies
from collective.conventions.content.rows import IDecreeRow
from collective.conventions.documents.decree.drafting import PARTS
from collective.conventions.documents.decree.words import LANGUAGES
from collective.conventions.services.content.deserialize import refuse_faults
from collective.conventions.services.content.reader import Reader
from collective.conventions.services.content.schema_sent import read_by
from collective.conventions.services.refusals.problem import problem
from typing import Any
from zope import schema
from zope.interface import Interface


class ILanguageSent(Interface):
    """Nothing but a language."""

    language = schema.Choice(title=_("Language"), vocabulary=vocabularies.LANGUAGES)


class IDraftSent(ILanguageSent):
    """A language, and a model of the library if there is one."""

    model = schema.TextLine(title=_("Model"), required=False, max_length=200)


def draft_in(convention: Any, sent: Mapping[str, Any]) -> tuple[str, str]:
    """The language that a client names, and the name of a model; empty without one.

    :raises BadRequest: the language is missing, or no council decides in it.
    """
    values = read_by(IDraftSent, convention, sent)
    return _of_a_council(str(values["language"])), values["model"] or ""


def language_in(convention: Any, sent: Mapping[str, Any]) -> str:
    """The language that a client names, and nothing else.

    :raises BadRequest: it is missing, or no council decides in it.
    """
    return _of_a_council(str(read_by(ILanguageSent, convention, sent)["language"]))


def parts_in(convention: Any, sent: Any) -> dict[str, str]:
    """The parts that a client sends; null or an empty text takes a part away.

    :raises BadRequest: for what is malformed or unknown.
    """
    if not isinstance(sent, Mapping):
        refuse_faults([problem("wrong_type", "parts", expected=_("an object"))])
    reader = Reader(convention)
    reader.problems += [problem("unknown_field", name) for name in sent if name not in PARTS]
    found = {name: reader.value(name, IDecreeRow["body"], sent[name]) for name in sent}
    refuse_faults(reader.problems)
    return {name: body or "" for name, body in found.items()}


def _of_a_council(language: str) -> str:
    if language not in LANGUAGES:
        refuse_faults([problem("unknown_choice", "language", value=language)])
    return language
