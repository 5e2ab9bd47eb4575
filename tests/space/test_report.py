"""What takes the room, as the page, REST and the command tell it: to the byte, and over time."""

from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.space import meter
from collective.conventions.space import report as reporting
from collective.conventions.space.ledger import close_ledger
from collective.conventions.space.report import report
from datetime import date
from datetime import timedelta
from plone import api
from plone.namedfile.file import NamedBlobFile
from space.conftest import octets
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent
import pytest
import transaction


DAY = date(2026, 3, 1)


@pytest.fixture
def filled(place):
    """A large file with an earlier revision, a small one in a folder of its own, an image."""
    place.version_files()
    large = place.make(size=4_000_000, title="Large")
    large.file = NamedBlobFile(octets(5_000_000), filename="b.bin")
    notify(ObjectModifiedEvent(large))
    image = place.make("Image", title="Picture")
    file = NamedBlobFile(octets(2000), filename="c.bin")
    other = api.content.create(place.portal, "Folder", id="other", title="Other")
    api.content.create(other, "File", id="small", title="Small", file=file)
    transaction.commit()
    assert place.ask("GET", f"files/{image.getId()}/@@images/image/mini").status_code == 200
    place.image = image.image.getSize()
    place.scale = place.used - 4_000_000 - 5_000_000 - 2000 - place.image
    assert place.scale > 0
    return place


def shares(told):
    return {share.name: share.octets for share in told}


def test_every_byte_is_put_down_once(filled):
    told = report(filled.portal)
    assert shares(told.kinds) == {
        "item": 5_002_000 + filled.image,
        "revision": 4_000_000,
        "scales": filled.scale,
        "comment": 0,
        "other": 0,
        "upload": 0,
    }
    pictures = filled.image + filled.scale
    assert shares(told.types) == {"File": 9_002_000, "Image": pictures}
    assert shares(told.folders) == {"files": 9_000_000 + pictures, "other": 2000}
    for group in (told.kinds, told.types, told.folders):
        assert sum(shares(group).values()) == told.room.used == filled.used
    assert (told.gain.revisions, told.gain.scales) == (4_000_000, filled.scale)


def test_the_largest_come_first_with_what_hangs_on_them(filled):
    told = report(filled.portal).largest
    assert [(one.kind, one.title, one.octets) for one in told] == [
        ("item", "Large", 5_000_000),
        ("revision", "Large", 4_000_000),
        ("item", "Picture", filled.image),
        ("scales", "Picture", filled.scale),
        ("item", "Small", 2000),
    ]
    assert told[0].url.startswith(f"{filled.url}/files/")


def test_what_the_reader_may_not_see_has_no_name(filled):
    small = filled.portal.other.small
    small.manage_permission("Access contents information", ["Manager"], acquire=False)
    small.reindexObject(idxs=["allowedRolesAndUsers"])
    transaction.commit()
    manager = ("manager", filled.member[1])
    hidden = filled.rest("GET", "@storage", auth=manager).json()["largest"][-1]
    assert (hidden["title"], hidden["url"], hidden["octets"]) == ("", "", 2000)


def test_rest_tells_the_same(filled):
    manager = ("manager", filled.member[1])
    told = filled.rest("GET", "@storage", auth=manager).json()
    assert (told["used"], told["limit"]) == (filled.used, filled.gauge.limit)
    assert told["kinds"] == shares(report(filled.portal).kinds)
    assert told["reclaimable"] == {"revisions": 4_000_000, "scales": filled.scale}
    assert told["unlimited"] is False
    assert filled.rest("GET", "@storage", auth=filled.owner).json()["unlimited"] is True


def test_an_upload_under_way_is_told_apart(place):
    headers = {"Tus-Resumable": "1.0.0", "Accept": "application/json"}
    begun = place.ask("POST", "files/@tus-upload", headers={**headers, "Upload-Length": "1000"})
    sent = {"Upload-Offset": "0", "Content-Type": "application/offset+octet-stream"}
    place.ask("PATCH", begun.headers["Location"], headers={**headers, **sent}, data=octets(400))
    assert shares(report(place.portal).kinds)["upload"] == place.used == 400


def test_growth_is_kept_day_by_day(place, monkeypatch):
    """A day without a change has no entry; today is what there is at this moment."""
    for days, size in ((0, 1000), (1, 2000), (1, 500), (9, 4000)):
        day = DAY + timedelta(days=days)
        monkeypatch.setattr(meter, "today", lambda day=day: day)
        place.make(size=size)
    monkeypatch.setattr(reporting, "today", lambda: DAY + timedelta(days=30))
    assert report(place.portal).days == (
        (DAY, 1000),
        (DAY + timedelta(days=1), 3500),
        (DAY + timedelta(days=9), 7500),
        (DAY + timedelta(days=30), 7500),
    )


def test_a_site_that_is_no_space_has_no_report(place):
    close_ledger()
    with pytest.raises(UnprocessableEntity):
        report(place.portal)
