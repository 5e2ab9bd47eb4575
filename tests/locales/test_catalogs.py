"""Every string of the package is there in French, Dutch and German."""

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from pathlib import Path
import collective.conventions
import pytest
import re
import subprocess
import sys


PACKAGE = Path(collective.conventions.__file__).parent
LOCALES = PACKAGE / "locales"
DOMAIN = "collective.conventions"
LANGUAGES = ("fr", "nl", "de")
PLACEHOLDER = re.compile(r"\$\{(\w+)\}|\$(\w+)")


def catalog(path: Path) -> Catalog:
    with path.open("rb") as source:
        return read_po(source)


def strings(path: Path) -> dict[str, str]:
    """msgid → msgstr, without the header."""
    return {message.id: message.string for message in catalog(path) if message.id}


def translations(language: str) -> Path:
    return LOCALES / language / "LC_MESSAGES" / f"{DOMAIN}.po"


@pytest.fixture(scope="module")
def template() -> dict[str, str]:
    return strings(LOCALES / f"{DOMAIN}.pot")


def test_the_template_holds_what_the_sources_hold(tmp_path, template):
    """When this fails: ``make translations``."""
    fresh = tmp_path / f"{DOMAIN}.pot"
    command = [Path(sys.executable).parent / "i18ndude", "rebuild-pot", "--pot", fresh]
    subprocess.run([*command, "--create", DOMAIN, PACKAGE], check=True, capture_output=True)
    assert set(strings(fresh)) == set(template)
    assert len(template) > 300


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_string_is_translated(language, template):
    translated = strings(translations(language))
    assert set(translated) == set(template)
    assert [msgid for msgid, text in translated.items() if not text.strip()] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_translation_is_a_guess(language):
    assert [message.id for message in catalog(translations(language)) if message.fuzzy] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_placeholders_are_kept(language):
    for msgid, text in strings(translations(language)).items():
        assert set(PLACEHOLDER.findall(text)) == set(PLACEHOLDER.findall(msgid)), msgid
