"""Findings about a text in words, in any language and without a request."""

from collective.conventions import _
from collective.conventions.clock import BRUSSELS
from collective.conventions.content import vocabularies
from collective.conventions.content.convention import IConvention
from collective.conventions.documents.texts.comparing import Choice
from collective.conventions.documents.texts.stages import Stage
from collective.conventions.messages import sentence
from collective.conventions.terms import writing
from collective.conventions.terms.findings import Finding
from collective.conventions.terms.texts.check.flaw import Flaw
from dataclasses import replace
from datetime import date
from datetime import datetime
from decimal import Decimal
from zope.i18n import translate
from zope.i18nmessageid import Message


#: What each severity is called, and what it does.
SEVERITIES = {
    "severe": _("Blocks the signature"),
    "warning": _("To be looked at"),
    "hint": _("Perhaps meant so"),
}

#: What the two sides of a comparison are called.
CHOICES = {
    "present": _("The present text"),
    "original": _("The text as it was signed"),
    "amendment": _("The text with the amendment: ${name}"),
    "version": _("The text of ${date} (${name})"),
    "model": _("Model: ${name}"),
    "convention": _("Convention: ${name}"),
}
#: What has become of a part.
STATUSES = {
    "same": _("Unchanged"),
    "renumbered": _("Only the number is another"),
    "changed": _("Changed"),
    "added": _("Added"),
    "removed": _("Removed"),
}
MOVED = _("Moved")


def reason(flaw: Flaw, language: str) -> str:
    """What is wrong, as a sentence with dates and amounts as people write them."""
    return str(translate(sentence(readable(flaw.finding, language)), target_language=language))


def readable(finding: Finding, language: str) -> Finding:
    """A finding about a text with its parameters as people write them."""
    if "fact" not in finding.params:
        return finding
    params = finding.params
    fact = translate(IConvention[str(params["fact"])].title, target_language=language)
    write = _day if finding.code == "date_differs" else _amount
    said = {name: write(str(params[name]), language) for name in ("text", "data")}
    return replace(finding, params={**params, **said, "fact": str(fact)})


def part_title(part: str, number: str, title: str, language: str) -> str:
    """What a part is called: "Article 9 – Disputes", "Preamble"."""
    kind = translate(vocabularies.TEXT_PARTS.getTerm(part).title, target_language=language)
    named = f"{kind} {number}".strip()
    return f"{named} – {title}" if part == "article" and title else named


def choice_title(choice: Choice, language: str) -> str:
    """What a text that can be compared is called: "Text of 3 May 2026, 10:12", a model's title."""
    when = datetime.fromisoformat(choice.instant).astimezone(BRUSSELS) if choice.instant else None
    mapping = {"name": choice.name, "date": writing.moment(when, language) if when else ""}
    return str(translate(Message(CHOICES[choice.kind], mapping=mapping), target_language=language))


def stage_title(stage: Stage, language: str) -> str:
    """What a text is called by its amendments."""
    return choice_title(Choice(stage.key, stage.name), language)


def _day(value: str, language: str) -> str:
    return writing.day(date.fromisoformat(value), language)


def _amount(value: str, language: str) -> str:
    return writing.number(Decimal(value), language, 2)
