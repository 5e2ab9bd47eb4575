"""The decree as the answers carry it."""

from collective.conventions.content import vocabularies
from collective.conventions.documents.decree.files import ENDINGS
from collective.conventions.documents.decree.keeping import decree_of
from collective.conventions.documents.decree.keeping import may_change
from collective.conventions.exchange.fingerprint import fingerprint
from plone import api
from typing import Any
from zope.i18n import translate


def decree_told(convention: Any, request: Any) -> dict[str, Any]:
    """Its parts by language, and where its files are."""
    address = f"{convention.absolute_url()}/@decree"
    kept = decree_of(convention)
    return {
        "@id": address,
        "adopted": api.content.get_state(convention) != "draft",
        "may_change": may_change(convention),
        "fingerprint": fingerprint(convention),
        "items": [
            {"language": _language(language, request), "parts": parts}
            for language, parts in kept.items()
        ],
        "files": {ending: f"{address}/{ending}" for ending in ENDINGS} if kept else {},
    }


def _language(language: str, request: Any) -> dict[str, str]:
    title = vocabularies.LANGUAGES.getTerm(language).title
    return {"token": language, "title": translate(title, context=request)}
