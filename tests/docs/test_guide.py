"""The French guide calls things what the pages call them."""

from babel.messages.pofile import read_po
from collections.abc import Iterator
from pathlib import Path
import collective.conventions
import plone.app.locales
import re


DOCS = Path(__file__).resolve().parents[2] / "docs"
GUIDE = (DOCS / "guide.rst").read_text(encoding="utf-8")
FRENCH = Path("locales/fr/LC_MESSAGES")
CATALOGS = (
    Path(collective.conventions.__file__).parent / FRENCH / "collective.conventions.po",
    Path(plone.app.locales.__file__).parent / FRENCH / "plone.po",
)
LABEL = re.compile(r":guilabel:`([^`]+)`")


def sayings() -> Iterator[str]:
    """What a page can say, without what it fills in."""
    for path in CATALOGS:
        with path.open("rb") as source:
            for message in read_po(source):
                text = " ".join(str(message.string).replace("&hellip;", "…").split())
                yield re.split(r"\s*(?:[(:]\s*)?\$\{", text)[0]


def test_every_label_of_the_guide_is_on_a_page():
    labels = {" ".join(label.split()) for label in LABEL.findall(GUIDE)}
    assert len(labels) > 30
    assert not labels - set(sayings())


def test_every_picture_is_shown_and_small():
    pictures = set((DOCS / "images").iterdir())
    assert pictures == {DOCS / name for name in re.findall(r"image:: (\S+)", GUIDE)}
    assert all(picture.stat().st_size < 200_000 for picture in pictures)
