"""Refusals speak the language of who asks, or else that of the site."""

from plone import api
from zope.component import getGlobalSiteManager
from zope.i18n.interfaces import ITranslationDomain
from zope.i18n.simpletranslationdomain import SimpleTranslationDomain
import pytest
import transaction


DOMAIN = "collective.conventions"
FRENCH = {
    ("fr", "Some values are not valid. Nothing was changed."): "Rien n'a changé.",
    ("fr", "This is missing. Please fill it in."): "Il manque une valeur.",
    ("fr", "There is no such field."): "Il n'y a pas ce champ.",
    ("fr", "Draft"): "Projet",
}


@pytest.fixture
def translated():
    """French sentences that no translator changes, in place of the catalogs."""
    registry = getGlobalSiteManager()
    catalogs = registry.queryUtility(ITranslationDomain, DOMAIN)
    registry.registerUtility(SimpleTranslationDomain(DOMAIN, FRENCH), ITranslationDomain, DOMAIN)
    yield
    registry.unregisterUtility(provided=ITranslationDomain, name=DOMAIN)
    if catalogs is not None:
        registry.registerUtility(catalogs, ITranslationDomain, DOMAIN)


def speak(**settings):
    with api.env.adopt_roles(["Manager"]):
        api.portal.set_registry_record("plone.available_languages", ["en", "fr"])
        for name, value in settings.items():
            api.portal.set_registry_record(f"plone.{name}", value)
    transaction.commit()


def refused(client, **headers):
    answer = client.post("conventions", {"@type": "Convention", "colour": 1}, headers=headers)
    assert answer.status_code == 400
    body = answer.json()
    return {body["message"], *(error["message"] for error in body["errors"])}


SPOKEN = {"Rien n'a changé.", "Il manque une valeur.", "Il n'y a pas ce champ."}


def test_the_language_of_the_site(space, author, translated):
    assert not refused(author) & SPOKEN
    speak(default_language="fr")
    assert refused(author) == SPOKEN
    url = space.created()
    assert author.get(f"{url}/@workflow").json()["state"]["title"] == "Projet"


def test_the_language_of_the_client(space, author, translated):
    speak(use_request_negotiation=True)
    assert refused(author, **{"Accept-Language": "fr-BE,fr;q=0.9"}) == SPOKEN
    assert not refused(author, **{"Accept-Language": "en"}) & SPOKEN
