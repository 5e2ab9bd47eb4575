"""The register and the meter of a space say the same, whichever of them is changed."""

from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.journal.storage import find
from collective.conventions.server import journal
from collective.conventions.server import register
from collective.conventions.server.changing import change
from collective.conventions.server.figures import figures
from collective.conventions.server.figures import take
from collective.conventions.server.register import Entry
from collective.conventions.server.usage import read_limit
from collective.conventions.server.usage import Usage
from collective.conventions.server.usage import usage_of
from collective.conventions.space.gauge import DEFAULT_LIMIT
from collective.conventions.space.ledger import close_ledger
from collective.conventions.space.limit import set_limit
from plone import api
from plone.namedfile.file import NamedBlobFile
from plone.uuid.interfaces import IUUID
import pytest
import transaction


@pytest.fixture
def space(app):
    """A space of the register that holds a file of a thousand bytes."""
    register.put(app, Entry("plone", "Ville de Namur"))
    portal = app["plone"]
    api.content.create(portal, "File", id="f", file=NamedBlobFile(bytes(1000), filename="a.bin"))
    transaction.commit()
    return portal


def _held(space):
    usage = usage_of(space)
    return usage.used, usage.limit


def test_what_a_space_uses_and_may(space):
    assert _held(space) == (1000, DEFAULT_LIMIT)
    close_ledger()
    assert usage_of(space) == Usage(None, None)


def test_a_limit_of_the_register_holds_in_the_space(app, space):
    change(app, "plone", {"limit": 5000})
    assert _held(space) == (1000, 5000)
    assert (figures(app)["plone"].used, figures(app)["plone"].limit) == (1000, 5000)
    last = list(find(IUUID(space)))[-1]
    assert (last.action, last.before) == ("storage_limited", {"limit": DEFAULT_LIMIT})
    assert last.actor == f"server/{api.user.get_current().getId()}"
    change(app, "plone", {"limit": None})
    assert usage_of(space).limit == DEFAULT_LIMIT
    assert [one.action for one in journal.history(app)] == ["entry_changed"] * 2


def test_a_limit_set_inside_of_the_space_is_in_the_register(app, space):
    set_limit(space, 5000)
    take(app, "plone")
    assert register.entry(app, "plone").limit == 5000
    (told,) = journal.history(app)
    assert (told.action, told.subject) == ("limit_found", "plone")
    assert (told.before, told.after) == ({"limit": None}, {"limit": 5000})


def test_a_site_that_is_not_registered_may_have_a_limit(app):
    set_limit(app["plone"], 5000)
    assert register.entry(app, "plone") is None
    assert usage_of(app["plone"]).limit == 5000


def test_a_limit_as_it_is_typed():
    assert read_limit(" ") is None
    assert read_limit("2,5 Go") == 2_500_000_000
    with pytest.raises(UnprocessableEntity) as refused:
        read_limit("much")
    (finding,) = refused.value.findings
    assert (finding.code, finding.field) == ("size_malformed", "limit")
