from pathlib import Path
from pythongettext.msgfmt import Msgfmt
from zope.component import getGlobalSiteManager
from zope.i18n.gettextmessagecatalog import GettextMessageCatalog
from zope.i18n.interfaces import ITranslationDomain
from zope.i18n.translationdomain import TranslationDomain
import collective.conventions
import pytest


DOMAIN = "collective.conventions"
LOCALES = Path(collective.conventions.__file__).parent / "locales"


@pytest.fixture(scope="module", autouse=True)
def catalogs(tmp_path_factory):
    """The catalogs of the package, without a Plone site around them."""
    domain = TranslationDomain(DOMAIN)
    for language in ("fr", "nl", "de", "en"):
        source = LOCALES / language / "LC_MESSAGES" / f"{DOMAIN}.po"
        compiled = tmp_path_factory.mktemp(language) / f"{DOMAIN}.mo"
        compiled.write_bytes(Msgfmt(source.read_bytes().splitlines(True)).get())
        domain.addCatalog(GettextMessageCatalog(language, DOMAIN, str(compiled)))
    manager = getGlobalSiteManager()
    before = manager.queryUtility(ITranslationDomain, DOMAIN)
    manager.registerUtility(domain, ITranslationDomain, DOMAIN)
    yield
    if before is None:
        manager.unregisterUtility(domain, ITranslationDomain, DOMAIN)
    else:
        manager.registerUtility(before, ITranslationDomain, DOMAIN)
