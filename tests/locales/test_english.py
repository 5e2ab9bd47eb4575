"""English is a language to choose like the others, also where a site speaks French by default."""

from collective.conventions import _
from zope.i18n import translate
from zope.i18n.interfaces import IUserPreferredLanguages
from zope.interface import implementer
import pytest


@implementer(IUserPreferredLanguages)
class Reader:
    """Somebody who chose a language, on a site whose own is French."""

    def __init__(self, language: str) -> None:
        self.language = language

    def getPreferredLanguages(self) -> list[str]:
        return [self.language, "fr"]


@pytest.mark.parametrize(
    ("language", "title"), [("en", "Commitments"), ("fr", "Engagements"), ("pt", "Engagements")]
)
def test_who_chose_english_reads_english(integration, language, title):
    """Without a catalog of its own English would give way to the language of the site."""
    assert translate(_("Commitments"), context=Reader(language)) == title
