"""Every string of the package is there in French, Dutch and German."""

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from collections.abc import Iterator
from collective.conventions.access.roles import ROLES
from pathlib import Path
from xml.etree import ElementTree
from zope.i18n import translate
import ast
import collective.conventions
import pytest
import re
import subprocess
import sys


PACKAGE = Path(collective.conventions.__file__).parent
LOCALES = PACKAGE / "locales"
DOMAIN = "collective.conventions"
DOMAINS = (DOMAIN, "plone")
LANGUAGES = ("fr", "nl", "de")
PLACEHOLDER = re.compile(r"\$\{(\w+)\}|\$(\w+)")
ATTRIBUTES = "{http://xml.zope.org/namespaces/i18n}attributes"

every_language = pytest.mark.parametrize("language", LANGUAGES)
every_domain = pytest.mark.parametrize("domain", DOMAINS)


def catalog(path: Path) -> Catalog:
    with path.open("rb") as source:
        return read_po(source)


def strings(path: Path) -> dict[str, str]:
    """msgid → msgstr, without the header."""
    return {message.id: message.string for message in catalog(path) if message.id}


def translations(language: str, domain: str = DOMAIN) -> Path:
    return LOCALES / language / "LC_MESSAGES" / f"{domain}.po"


def titles_of_workflows() -> Iterator[str]:
    """What a page of Plone shows of our workflows: it looks in its own domain only."""
    for path in (PACKAGE / "profiles/default/workflows").rglob("definition.xml"):
        for element in ElementTree.parse(path).iter():
            for name in element.get(ATTRIBUTES, "").split(";"):
                yield element.get(name.strip(), "")
            if element.tag == "action":
                yield element.text or ""


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


@every_language
def test_every_string_is_translated(language, template):
    translated = strings(translations(language))
    assert set(translated) == set(template)
    assert [msgid for msgid, text in translated.items() if not text.strip()] == []


@every_language
def test_titles_that_plone_translates_are_there(language):
    translated = strings(translations(language, "plone"))
    assert set(translated) == {*filter(None, titles_of_workflows()), *ROLES}
    assert [msgid for msgid, text in translated.items() if not text.strip()] == []


@every_domain
@every_language
def test_catalogs_say_what_they_are(language, domain):
    path = translations(language, domain)
    header = catalog(path)
    assert (header.locale_identifier, header.charset) == (language, "utf-8")
    assert f'"Domain: {domain}\\n"' in path.read_text(encoding="utf-8")


@every_domain
@every_language
def test_no_translation_is_a_guess_or_a_remnant(language, domain):
    found = catalog(translations(language, domain))
    assert [message.id for message in found if message.fuzzy] == []
    assert list(found.obsolete) == []


@every_domain
@every_language
def test_placeholders_are_kept(language, domain):
    for msgid, text in strings(translations(language, domain)).items():
        assert set(PLACEHOLDER.findall(text)) == set(PLACEHOLDER.findall(msgid)), msgid


@every_domain
def test_french_keeps_its_punctuation_on_the_line(domain):
    """A sign with a space before it must not begin a line, nor a guillemet end one."""
    loose = re.compile(r" [:;?!»%]|« |['\"]")
    found = strings(translations("fr", domain))
    assert [text for text in found.values() if loose.search(text)] == []


@every_domain
@every_language
def test_pages_show_the_translations(integration, language, domain):
    """No catalog of Plone's comes before ours with another translation."""
    for msgid, text in strings(translations(language, domain)).items():
        assert translate(msgid, domain=domain, target_language=language) == text


def test_messages_stand_where_the_extraction_sees_them():
    """Not in an f-string: before Python 3.12 its parts are no tokens of their own."""
    hidden = [
        f"{path.name}:{outer.lineno}"
        for path in PACKAGE.rglob("*.py")
        for outer in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(outer, ast.JoinedStr)
        for inner in ast.walk(outer)
        if isinstance(inner, ast.Call) and getattr(inner.func, "id", "") == "_"
    ]
    assert hidden == []
