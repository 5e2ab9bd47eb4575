"""What a run over the spaces would issue: plain values, read space by space, nothing written."""

from collections.abc import Iterator
from collections.abc import Sequence
from collective.conventions.billing.everywhere import each
from collective.conventions.billing.foreseen import foreseen
from collective.conventions.billing.plan import candidates
from collective.conventions.billing.plan import Planned
from collective.conventions.messages import sentence
from collective.conventions.progress import Failure
from collective.conventions.terms.amounts import total
from collective.conventions.terms.document import Document
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import partial
from plone import api
from typing import Any
from zope.i18n import translate


@dataclass(frozen=True)
class Prospect:
    """A document to come of the convention ``title`` at ``path``; ``lacks`` keep it back.

    Its lines say why they are there, in the space's language, as ``lacks`` do.
    """

    title: str
    path: str
    document: Document
    lacks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Preview:
    """What is due in one space; ``failures`` are conventions that cannot be read, or the space."""

    space: str
    prospects: tuple[Prospect, ...] = ()
    failures: tuple[Failure, ...] = ()

    @property
    def net(self) -> Decimal:
        """What is charged, less what is given back, in euro without VAT."""
        return total(*(_signed(one.document) for one in self.prospects))

    @property
    def held(self) -> int:
        """How many documents lack something."""
        return sum(bool(one.lacks) for one in self.prospects)


def preview(app: Any, on: date, today: date, names: Sequence[str]) -> Iterator[Preview]:
    """What is due on the day ``on`` in each of some spaces, if it were issued ``today``."""
    for name, found in each(app, names, partial(_look, on, today)):
        if isinstance(found, Failure):
            yield Preview(name, failures=(found,))
        else:
            yield Preview(name, *found)
        app._p_jar.cacheMinimize()


def _look(on: date, today: date, portal: Any) -> tuple[tuple[Prospect, ...], tuple[Failure, ...]]:
    language = api.portal.get_default_language()
    prospects, failures = [], []
    for one in foreseen(candidates(), on, today):
        path = one.record.getPath()
        if one.failure:
            failures.append(Failure(f"{one.record.Title} ({path})", one.failure))
        prospects += [_prospect(planned, path, language) for planned in one.planned]
    return tuple(prospects), tuple(failures)


def _prospect(planned: Planned, path: str, language: str) -> Prospect:
    said = (translate(sentence(one), target_language=language) for one in planned.findings)
    return Prospect(planned.convention.title, path, planned.document, tuple(said))


def _signed(document: Document) -> Decimal:
    return -document.net if document.kind == "credit_note" else document.net
