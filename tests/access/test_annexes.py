"""The publication rule of an annex, on every channel, for every kind of person."""

from access.world import World
from collective.conventions.lifecycle.restricting import restrict
from dataclasses import dataclass
from factories import bring
from factories import make_convention
from io import BytesIO
from PIL import Image
from plone import api
from plone.namedfile.file import NamedBlobFile
from typing import Any
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent
import pytest
import re
import transaction


#: The parts of an annex, each by a word that stands nowhere else.
TITLE, NOTE, FILE, WORDS = "Wombat", "Numbat", "quokka", "Bilby"
RULES = ("public", "parties", "secretariat")
#: Who sees the convention and is told that there is such an annex, by its title.
INSIDERS = ("reader", "signer", "operator")
STRANGERS = ("anonymous", "other space", "other contact")

#: On the annex itself.
ON_THE_ANNEX = (
    "",
    "view",
    "@@download/file",
    "@@download",
    "@@display-file/file",
    "@@images/file",
    "@@images/file/mini",
    "@@images/file/thumb",
    "file",
    "file/data",
    "manage_FTPget",
    "manage_DAVget",
    "manage_main",
    "Title",
    "Description",
    "getId",
    "SearchableText",
    "edit",
    "@@restrict",
    "@history",
    "@breadcrumbs",
    "@@getVocabulary?name=plone.app.vocabularies.Catalog",
    "RSS",
    "propertyMap",
)
#: On the convention, and on what is above it.
ON_THE_CONVENTION = (
    "",
    "?expand=journal,workflow,breadcrumbs,navigation,actions,types",
    "?fullobjects=1",
    "?include_items=1&metadata_fields=_all",
    "@search?SearchableText={word}",
    "@search?portal_type=Annex&metadata_fields=_all&fullobjects=1",
    "@search?sort_on=getId&metadata_fields=_all",
    "@querystring-search",
    "@navigation?expand.navigation.depth=9",
    "@contextnavigation",
    "@notices",
    "@timeline",
    "@sources/notices",
    "@vocabularies/collective.conventions.annexes",
    "@signed",
    "@journal",
    "@@journal",
    "@@signed",
    "@@termination",
    "@@text",
    "@text",
    "@@check",
    "@check",
    "@@decree",
    "@decree",
    "@@paper",
    "@exchange",
    "@@state",
    "@state",
    "@@calendar.ics",
    "@@folder_contents",
    "@@fc-contextInfo",
    "@@listing_view",
    "@@full_view",
    "folder_listing",
    "objectIds",
    "objectValues",
    "contentIds",
    "keys",
    "listFolderContents",
    "getFolderContents",
    "manage_FTPlist",
    "manage_FTPget",
    "manage_main",
    "edit",
    "RSS",
    "rss.xml",
    "search_rss?SearchableText={word}",
    "@@search?SearchableText={word}",
    "@@updated_search?SearchableText={word}",
    "@@ajax-search?SearchableText={word}",
    "@@getVocabulary?name=plone.app.vocabularies.Catalog",
    "@@getVocabulary?name=plone.app.vocabularies.Keywords",
    "@@getSource?field=notices",
    "resolveuid/{uid}",
)
#: On the space.
ON_THE_SPACE = (
    "",
    "sitemap",
    "sitemap.xml.gz",
    "conventions",
    "conventions/@conventions",
    "conventions/@@folder_contents",
    "conventions/rss.xml",
    "@search?SearchableText={word}&metadata_fields=_all",
    "@@search?SearchableText={word}",
    "@@ajax-search?SearchableText={word}",
    "@deadlines",
    "@@deadlines",
    "@@journals",
    "@journals",
    "@journals/{convention}",
    "@@journals?uid={convention}",
    "@@storage",
    "@storage",
    "resolveuid/{uid}",
    "portal_catalog/searchResults?SearchableText={word}",
    "portal_catalog/uniqueValuesFor?name=getId",
)


@dataclass(frozen=True)
class Shelf:
    """A convention with an annex of each rule, by rule."""

    convention: Any
    annexes: dict[str, Any]


@pytest.fixture(scope="class")
def shelf(world):
    convention = make_convention(world.portal, world.partners[:2], responsible=["service"])
    annexes = {rule: make_picture(convention, rule) for rule in RULES}
    bring(convention, "signed")
    convention.notices = [
        {"kind": "other", "partner": convention.parties[0]["partner"], "annex": annex.UID()}
        for annex in annexes.values()
    ]
    notify(ObjectModifiedEvent(convention))
    transaction.commit()
    world.read.clear()
    return Shelf(convention, annexes)


def make_picture(convention, rule):
    """A picture, so that there could be smaller copies of it; its comment holds words."""
    out = BytesIO()
    Image.new("RGB", (900, 700), "white").save(out, "JPEG", comment=f"{WORDS} {rule}".encode())
    file = NamedBlobFile(out.getvalue(), "image/jpeg", f"{FILE}-{rule}.jpg")
    return api.content.create(
        convention,
        "Annex",
        title=f"{TITLE} {rule}",
        description=f"{NOTE} {rule}",
        file=file,
        publication=rule,
    )


def told(world: World, person: str, shelf: Shelf) -> dict[str, dict[str, set[str]]]:
    """What this person learns: rule of an annex → address → what it told."""
    convention = _path(shelf.convention)
    places = [
        *((f"{_path(a)}/{name}", name) for a in shelf.annexes.values() for name in ON_THE_ANNEX),
        *((f"{convention}/{name}", name) for name in ON_THE_CONVENTION),
        *((name, name) for name in ON_THE_SPACE),
    ]
    secret = re.compile(f"({TITLE}|{NOTE}|{FILE}|{WORDS})[ -]?({'|'.join(RULES)})", re.IGNORECASE)
    uid = shelf.annexes["secretariat"].UID()
    found: dict[str, dict[str, set[str]]] = {rule: {} for rule in RULES}
    for place, name in places:
        path = place.format(word=NOTE, uid=uid, convention=shelf.convention.UID())
        text = answered(world, person, path, name)
        for annex in shelf.annexes.values():
            # What was asked for comes back in many an answer: in its own address.
            text = text.replace(annex.getId(), "") if annex.getId() in path else text
        for word, rule in secret.findall(text):
            found[rule.lower()].setdefault(place, set()).add(word.capitalize())
    return found


def answered(world: World, person: str, path: str, name: str) -> str:
    service = bool(re.match(r"@[^@]|\?|$", name.rpartition("/")[2] if "@" in name else name))
    kind = "application/json" if service else "*/*"
    answer = world.screen(person, "GET", path, headers={"Accept": kind})
    return f"{answer.headers.get('Location', '')} {answer.content.decode('latin-1')}"


def _path(content: Any) -> str:
    return "/".join(content.getPhysicalPath()[2:])


class TestChannels:
    """One space for all of them."""

    @pytest.mark.parametrize("person", STRANGERS)
    def test_strangers_learn_nothing_of_any_annex(self, world, shelf, person):
        assert [one for found in told(world, person, shelf).values() for one in found.items()] == []

    def test_a_party_learns_nothing_of_what_is_at_the_secretariat(self, world, shelf):
        """Not even that it is there; of the others he sees everything."""
        found = told(world, "contact", shelf)
        assert list(found["secretariat"].items()) == []
        for rule in ("public", "parties"):
            assert len(found[rule]) > 10
            assert {TITLE, NOTE, FILE.capitalize(), WORDS} == set().union(*found[rule].values())

    @pytest.mark.parametrize("person", INSIDERS)
    def test_insiders_learn_its_title_and_no_more(self, world, shelf, person):
        found = told(world, person, shelf)["secretariat"]
        assert {place: words for place, words in found.items() if words != {TITLE}} == {}

    def test_the_windows_are_no_walls(self, world, shelf):
        """Who may see an annex does see it through them, whatever its rule."""
        found = told(world, "secretary", shelf)
        assert {len(found[rule]) > 20 for rule in RULES} == {True}

    def test_a_rule_that_is_made_stricter_counts_at_once(self, world, shelf):
        annex = make_picture(shelf.convention, "public")
        transaction.commit()
        assert answered(world, "contact", f"{_path(annex)}/@@download/file", "").count(WORDS)
        restrict(annex, "secretariat", "It names a child.")
        assert api.content.find(UID=annex.UID()) != []
        for place in (*ON_THE_ANNEX[:4], "@@images/file"):
            assert WORDS not in answered(world, "contact", f"{_path(annex)}/{place}", "")
        found = world.rest("contact", "GET", "@search", params={"UID": annex.UID()})
        assert found.json()["items_total"] == 0
