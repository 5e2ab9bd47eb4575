"""A space leaves in a file and comes back, here or elsewhere, with all that it holds."""

from Acquisition import aq_base
from collective.conventions.clock import today
from collective.conventions.interfaces import Conflict
from collective.conventions.interfaces import ISpaceImportedEvent
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.journal.storage import journals
from collective.conventions.journal.storage import verify_all
from collective.conventions.progress import Progress
from collective.conventions.server.backup import parcel
from collective.conventions.server.backup.bring_in import bring_in
from collective.conventions.server.backup.export import export
from collective.conventions.server.backup.parcel import read_label
from collective.conventions.server.backup.walk import walk
from collective.conventions.server.journal import history
from collective.conventions.server.provision import create_space
from collective.conventions.server.register import Entry
from collective.conventions.server.register import entry
from collective.conventions.server.register import put
from collective.conventions.server.spaces import entered
from collective.conventions.server.suspension import is_suspended
from collective.conventions.server.suspension import suspend
from collective.conventions.space.census import count
from collective.conventions.space.ledger import ledger_of
from factories import bring
from factories import make_annex
from factories import make_convention
from factories import make_partner
from persistent.wref import WeakRef
from plone import api
from plone.app.redirector.interfaces import IRedirectionStorage
from plone.app.testing import login
from plone.app.testing import SITE_OWNER_NAME
from plone.restapi.interfaces import ISerializeToJson
from storages import content
from z3c.relationfield import RelationValue
from ZODB.blob import is_blob_record
from ZODB.serialize import referencesf
from zope.component import getGlobalSiteManager
from zope.component import getMultiAdapter
from zope.component import getUtility
from zope.intid.interfaces import IIntIds
from zope.lifecycleevent import modified
import dataclasses
import json
import os
import pytest
import transaction
import zipfile


def fill(portal):
    """Agreements, annexes, people, a page with versions, a relation and a redirect."""
    api.user.create(
        email="eva@example.be", username="eva", password="A-long-1", properties={"fullname": "Eva"}
    )
    api.group.add_user(groupname="council_secretaries", username="eva")
    partners = [make_partner(portal, "City"), make_partner(portal, "Centre")]
    for state in ("draft", "signed", "terminated"):
        made = make_convention(portal, partners, title=f"Agreement {state}")
        make_annex(made, f"Annex {state}", data=state.encode() * 5000)
        bring(made, state)
    with api.env.adopt_user(username=SITE_OWNER_NAME):
        page = api.content.create(portal, "Document", "page", title="First")
        page.title = "Second"
        api.portal.get_tool("portal_repository").save(page, comment="changed")
        api.content.rename(page, "renamed")
    numbers = getUtility(IIntIds)
    page.relatedItems = [RelationValue(numbers.getId(aq_base(partners[0])))]
    modified(page)
    made.changeOwnership(portal.acl_users.getUser("eva").__of__(portal.acl_users))


@pytest.fixture
def app(functional):
    app = functional["app"]
    login(app, SITE_OWNER_NAME)
    create_space(app, "namur", "Namur", language="en")
    with entered(app, "namur") as portal:
        fill(portal)
    put(app, Entry("namur", "Namur", kind="commune", nis_code="92094", limit=1000, notes="First"))
    transaction.commit()
    return app


@pytest.fixture
def file(app, tmp_path):
    path = tmp_path / "namur.space"
    export(app, "namur", path)
    return path


def picture(app, space):
    """Every record that can be reached, in the order of the walk: its content, whatever numbers
    the records bear, and its blob."""
    storage, order, found = app._p_jar._storage, {}, []
    for record in walk(storage.load, app._getOb(space)._p_oid):
        for oid in (record.oid, *referencesf(record.state)):
            order.setdefault(oid, len(order))
        blob = None
        if is_blob_record(record.state):
            with open(storage.loadBlob(record.oid, record.serial), "rb") as data:
                blob = data.read()
        found.append((content(record.state, order), blob))
    return found


def kept_by_number(record):
    """Whether a record belongs to the numbers of the relations, keyed by records."""
    return "five.intid.keyreference" in str(record[0])


def test_it_comes_back_record_by_record_and_blob_by_blob(app, tmp_path):
    # What the meter goes by are numbers of records, too: it is counted anew.
    with entered(app, "namur") as portal:
        ledger_of(portal).begin_anew()
    transaction.commit()
    file = tmp_path / "namur.space"
    export(app, "namur", file)
    before = picture(app, "namur")
    app._delObject("namur")
    transaction.commit()
    bring_in(app, file)
    transaction.commit()
    after = picture(app, "namur")
    assert len(before) == len(after)
    assert sum(blob is not None for _state, blob in before) >= 3
    other = [pair for pair in zip(before, after, strict=True) if pair[0] != pair[1]]
    assert [pair for pair in other if not kept_by_number(pair[0])] == []


def told(portal):
    """What a manager reads of everything in the catalog, without the addresses."""
    found = {}
    for brain in api.portal.get_tool("portal_catalog").unrestrictedSearchResults():
        thing = brain._unrestrictedGetObject()
        serialize = getMultiAdapter((thing, portal.REQUEST), ISerializeToJson)
        text = json.dumps(serialize(), sort_keys=True, default=str)
        found[brain.UID] = text.replace(f"/{portal.getId()}", "/SPACE")
    return found


def test_under_another_id_it_is_the_same_space_at_another_address(app, file):
    bring_in(app, file, "dinant")
    transaction.commit()
    with entered(app, "namur") as portal:
        before = told(portal)
        entries = {uid: list(journal) for uid, journal in journals().items()}
    with entered(app, "dinant") as portal:
        assert told(portal) == before
        assert {uid: list(journal) for uid, journal in journals().items()} == entries
        assert verify_all() == {}
        assert portal.absolute_url_path() == "/dinant"
        (found,) = api.content.find(portal, Title="Agreement signed")
        assert found.getPath() == "/dinant/conventions/agreement-signed"
        (annex,) = found.getObject().objectValues()
        assert annex.file.data == b"signed" * 5000


def test_people_and_passwords_come_along(app, file):
    bring_in(app, file, "dinant")
    with entered(app, "dinant") as portal:
        assert portal.acl_users.authenticate("eva", "A-long-1", portal.REQUEST) is not None
        assert "council_secretaries" in [g.id for g in api.group.get_groups(username="eva")]
        (found,) = api.content.find(portal, Title="Agreement terminated")
        owner = found.getObject().getWrappedOwner()
        assert owner.getId() == "eva"
        assert owner.getPhysicalPath()[1] == "dinant"


def test_relations_versions_and_redirects_work_where_it_arrives(app, file):
    bring_in(app, file, "dinant")
    with entered(app, "dinant") as portal:
        page = portal["renamed"]
        (relation,) = page.relatedItems
        assert relation.to_object.getPhysicalPath() == ("", "dinant", "partners", "city")
        numbers = getUtility(IIntIds)
        assert numbers.getObject(numbers.getId(page)).getPhysicalPath()[1:] == ("dinant", "renamed")
        versions = api.portal.get_tool("portal_repository").getHistory(page)
        assert "First" in [version.object.title for version in versions]
        redirects = getUtility(IRedirectionStorage)
        assert redirects.get("/dinant/page") == "/dinant/renamed"
        assert not redirects.has_path("/namur/page")


def test_the_space_that_it_was_made_from_is_as_it_was(app, file):
    before = picture(app, "namur")
    bring_in(app, file, "dinant")
    transaction.commit()
    assert picture(app, "namur") == before


def test_what_the_operator_knew_of_it_comes_along_and_the_server_remembers(app, file):
    bring_in(app, file, "dinant")
    assert entry(app, "dinant") == dataclasses.replace(entry(app, "namur"), id="dinant")
    last = history(app)[-1]
    assert (last.action, last.subject, last.after["from"]) == ("space_imported", "dinant", "namur")


def test_who_keeps_something_by_numbers_is_told(app, file):
    heard = []

    def hear(event):
        heard.append((event.object.getId(), api.portal.get().getId()))

    manager = getGlobalSiteManager()
    manager.registerHandler(hear, (ISpaceImportedEvent,))
    try:
        bring_in(app, file, "dinant")
    finally:
        manager.unregisterHandler(hear, (ISpaceImportedEvent,))
    assert heard == [("dinant", "dinant")]


def test_the_file_is_whole_and_for_its_owner_only(app, file):
    label = read_label(file)
    assert label.facts.users == 1 and label.facts.journals == 3
    assert label.lacking == ()
    assert file.stat().st_mode & 0o077 == 0
    with pytest.raises(Conflict, match="exists already"):
        export(app, "namur", file)


def test_what_it_holds_is_counted_anew_and_its_limit_stays(app, file):
    with entered(app, "namur") as portal:
        gauge = ledger_of(portal).gauge
        gauge.limit = 50_000
        used = gauge.used
    assert used > 3 * 5000
    transaction.commit()
    file.unlink()
    export(app, "namur", file)
    bring_in(app, file, "dinant")
    transaction.commit()
    with entered(app, "dinant") as portal:
        found = list(count(portal))
        assert {one.counted for one in found} == {0}
        assert (ledger_of(portal).gauge.used, ledger_of(portal).gauge.limit) == (used, 50_000)
        assert list(count(portal)) == []


@pytest.mark.parametrize("name", ["liege", "acl_users"])
def test_only_a_space_is_exported(app, tmp_path, name):
    with pytest.raises(Conflict, match="no space"):
        export(app, name, tmp_path / "file")
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize("beyond", ["", "plone", "acl_users"])
def test_what_leads_out_of_the_space_is_not_exported(app, tmp_path, beyond):
    app["namur"]["partners"].leads_out = aq_base(app[beyond] if beyond else app)
    transaction.commit()
    with pytest.raises(Conflict, match="leads out of the space"):
        export(app, "namur", tmp_path / "file")
    assert os.listdir(tmp_path) == []


def test_a_weak_reference_is_told_before_the_space_has_left(app, tmp_path):
    space = app["namur"]
    space["partners"].weak = WeakRef(aq_base(space["conventions"]))
    transaction.commit()
    with pytest.raises(Conflict, match="weak reference"):
        export(app, "namur", tmp_path / "file")


def test_a_closed_space_stays_closed_and_its_register_says_so(app, tmp_path):
    suspend(app, "namur", reason="Stolen.", actor="rita")
    put(app, dataclasses.replace(entry(app, "namur"), kind="cpas", commune="elsewhere"))
    transaction.commit()
    file = tmp_path / "closed.space"
    export(app, "namur", file)
    bring_in(app, file, "dinant")
    here = entry(app, "dinant")
    assert (here.state, here.commune, here.kind) == ("suspended", "", "cpas")
    with entered(app, "dinant") as portal:
        assert is_suspended(portal).reason == "Stolen."


def test_a_space_that_was_in_no_register_is_in_this_one(app, file):
    bring_in(app, relabelled(file, register=None), "dinant")
    here = entry(app, "dinant")
    assert (here.title, here.state, here.created) == ("Namur", "active", today().isoformat())


class Stopped(Progress):
    stopped = True


def test_stopped_it_leaves_nothing(app, file, tmp_path):
    with pytest.raises(Conflict, match="Stopped"):
        export(app, "namur", tmp_path / "other.space", Stopped())
    with pytest.raises(Conflict, match="Stopped"):
        bring_in(app, file, "dinant", Stopped())
    assert os.listdir(tmp_path) == ["namur.space"]
    assert "dinant" not in app.objectIds()


def test_an_id_that_is_taken_or_cannot_be_an_address(app, file):
    with pytest.raises(Conflict):
        bring_in(app, file)
    with pytest.raises(UnprocessableEntity):
        bring_in(app, file, "Not an id")


def relabelled(file, **values):
    """The same records under another label."""
    path = file.with_name("relabelled.space")
    with zipfile.ZipFile(file) as archive, zipfile.ZipFile(path, "w") as made:
        made.writestr(parcel.RECORDS, archive.read(parcel.RECORDS))
        label = json.loads(archive.read(parcel.LABEL))
        made.writestr(parcel.LABEL, json.dumps({**label, **values}))
    return path


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"checksum": "0"}, "damaged"),
        ({"format": 2}, "later version"),
        ({"facts": {}}, "holds no space"),
        ({"records": 1}, "records and"),
        ({"versions": {"collective.conventions:default": "999999"}}, "this server"),
        ({"versions": {"collective.unknown:default": "1"}}, "unknown here"),
    ],
)
def test_what_does_not_fit_is_refused_and_leaves_nothing(app, file, values, message):
    with pytest.raises(UnprocessableEntity, match=message):
        bring_in(app, relabelled(file, **values), "dinant")
    assert "dinant" not in app.objectIds()
    assert entry(app, "dinant") is None


def test_what_did_not_arrive_whole_is_refused_and_leaves_nothing(app, file):
    facts = dataclasses.asdict(read_label(file).facts)
    path = relabelled(file, facts={**facts, "users": 7})
    with pytest.raises(UnprocessableEntity, match="did not arrive whole"):
        bring_in(app, path, "dinant")
    assert "dinant" not in app.objectIds()


def test_a_file_with_a_flipped_bit(app, file):
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(data)
    with pytest.raises(UnprocessableEntity, match="damaged"):
        bring_in(app, file, "dinant")
    file.write_bytes(data[: len(data) // 2])
    with pytest.raises(UnprocessableEntity, match="not a whole one"):
        bring_in(app, file, "dinant")
