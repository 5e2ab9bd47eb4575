"""Which partner of the space a text means, by the name it gives."""

from collections.abc import Mapping
from collective.conventions.terms.texts.check.spelling import name_words
from plone import api
from typing import Any


#: Words of a name that say nothing of whose it is.
_SMALL = frozenset(
    ("de", "du", "des", "la", "le", "les", "l", "d", "van", "het", "der", "die", "das", "et", "en")
)


def likely_partner(named: Mapping[str, Any]) -> str | None:
    """Return the UID of the one partner that bears the name of a party, or ``None``.

    The same words count first; else all the words of one name in the other, if it is the only one.
    """
    wanted = _words(str(named.get("name") or ""))
    if not wanted:
        return None
    found = [(_words(one.Title), one.UID) for one in _partners()]
    exact = [uid for words, uid in found if words == wanted]
    if exact:
        return exact[0]
    near = [uid for words, uid in found if words and (words <= wanted or wanted <= words)]
    return near[0] if len(near) == 1 else None


def _partners() -> Any:
    return api.portal.get_tool("portal_catalog")(portal_type="Partner", sort_on="sortable_title")


def _words(name: str) -> frozenset[str]:
    return frozenset(name_words(name)) - _SMALL
