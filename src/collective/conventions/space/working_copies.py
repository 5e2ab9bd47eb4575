"""Working copies: what they share with their original, and what they would leave behind.

Plone ties a copy to its original by a relation, and forgets to forget it: long after both are
deleted it still refers to the original, whose files then take room for ever. Here it goes with
the copy.
"""

from Acquisition import aq_base
from collective.conventions.space.meter import note
from typing import Any
from zc.relation.interfaces import ICatalog
from zope.annotation.interfaces import IAnnotations
from zope.component import getUtility
from zope.intid.interfaces import IIntIds


RELATION = "collective.conventions.checkout"


def checked_out(original: Any, event: Any) -> None:
    """A working copy comes with the files and scales of its original."""
    # Its number only: a revision copies whatever hangs on content.
    IAnnotations(event.working_copy)[RELATION] = getUtility(IIntIds).getId(event.relation)
    note(event.working_copy, scales=True)


def checked_in(original: Any, event: Any) -> None:
    """The original has taken over the files, scales and annotations of its working copy."""
    _forget_relation(original)
    note(original, scales=True)


def cancelled(copy: Any, event: Any) -> None:
    """Scales that were made for the working copy may hang on the original, too."""
    note(event.baseline, scales=True)


def removed(copy: Any, event: Any) -> None:
    """Only now, for until the end Plone asks the relation which original this is the copy of."""
    if RELATION in (getattr(aq_base(copy), "__annotations__", None) or ()):
        _forget_relation(copy)


def _forget_relation(content: Any) -> None:
    number, numbers = IAnnotations(content).pop(RELATION, None), getUtility(IIntIds)
    relation = None if number is None else numbers.queryObject(number)
    if relation is not None:
        getUtility(ICatalog).unindex(relation)
        numbers.unregister(relation)
