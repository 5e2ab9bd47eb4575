"""What happens to files later: replaced, scaled, checked out, restored, moved, deleted, purged."""

from collective.conventions.space.cleaning import clean_revisions
from collective.conventions.space.cleaning import clean_scales
from collective.conventions.space.cleaning import gain
from plone import api
from plone.app.discussion.comment import CommentFactory
from plone.app.discussion.interfaces import IConversation
from plone.app.iterate.interfaces import ICheckinCheckoutPolicy
from plone.namedfile.file import NamedBlobFile
from plone.resource.interfaces import IResourceDirectory
from space.conftest import encoded
from space.conftest import octets
from zope.annotation.interfaces import IAnnotations
from zope.component import getUtility
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent
import pytest
import transaction


def replace(content, size):
    content.file = NamedBlobFile(octets(size), filename="b.bin")
    notify(ObjectModifiedEvent(content))
    transaction.commit()


def agree(place, used):
    """Ledger and disk both say so."""
    assert (place.used, place.scan()) == (used, used)


@pytest.mark.parametrize("free", [-500, 0, 500])
def test_deleting_works_whatever_the_limit(place, free):
    made = place.make(size=1000)
    place.leave(free)
    answer = place.rest("DELETE", f"files/{made.getId()}")
    assert answer.status_code == 204
    agree(place, 0)


@pytest.mark.parametrize("free", [-500, 0, 500])
def test_shrinking_works_whatever_the_limit(place, free):
    made = place.make(size=1000)
    place.leave(free)
    path = f"files/{made.getId()}"
    assert place.rest("PATCH", path, {"file": encoded(octets(900))}).status_code == 204
    agree(place, 900)
    form = place.form(f"{path}/edit", octets(800), "form.buttons.save")
    assert form.status_code == 302
    agree(place, 800)
    assert place.tus(f"{path}/@tus-replace", octets(700), pieces=1)
    agree(place, 700)
    binary = {"Content-Type": "application/octet-stream"}
    assert place.ask("PUT", path, data=octets(600), headers=binary).status_code == 204
    agree(place, 600)


@pytest.mark.parametrize("free", [-500, 0])
def test_what_does_not_grow_is_never_refused(place, free):
    made = place.make(size=1000)
    place.leave(free)
    assert place.rest("POST", "files", {"@type": "Document", "title": "A"}).status_code == 201
    data = {"title": "New title"}
    assert place.rest("PATCH", f"files/{made.getId()}", data).status_code == 204
    agree(place, 1000)


@pytest.mark.parametrize(("spare", "kept"), [(1, True), (0, True), (-1, False)])
def test_a_scale_is_shown_in_any_case_and_kept_where_there_is_room(place, spare, kept):
    image = place.make("Image")
    before = place.used
    path = f"files/{image.getId()}/@@images/image/mini"
    assert place.ask("GET", path).status_code == 200
    size = place.used - before
    assert gain(place.ledger).scales == size > 0
    assert clean_scales() == size
    transaction.commit()
    agree(place, before)
    assert gain(place.ledger).scales == 0
    place.leave(size + spare)
    for _time in range(2):
        answer = place.ask("GET", path)
        assert answer.status_code == 200
        assert answer.headers["Content-Type"].startswith("image/")
        assert len(answer.content) == size
        agree(place, before + size if kept else before)
    api.content.delete(image)
    transaction.commit()
    agree(place, 0)


def test_the_address_of_a_scale_outlives_a_clean_up(place):
    """It stands in pages and in the catalog."""
    image = place.make("Image")
    scale = image.restrictedTraverse("@@images").scale("image", scale="mini", pre=True)
    transaction.commit()
    assert place.ask("GET", scale.url).status_code == 200
    scaled = place.used
    clean_scales()
    transaction.commit()
    assert place.used < scaled
    assert place.ask("GET", scale.url).status_code == 200
    agree(place, scaled)


def test_a_replaced_image_leaves_its_scales(place):
    image = place.make("Image")
    place.ask("GET", f"files/{image.getId()}/@@images/image/mini")
    other = place.make("Image")
    image.image = other.image.__class__(other.image.data, filename="b.png")
    notify(ObjectModifiedEvent(image))
    transaction.commit()
    assert place.used == place.scan()
    place.ask("GET", f"files/{image.getId()}/@@images/image/mini")
    assert place.used == place.scan()
    copy = api.content.copy(image, place.folder)
    transaction.commit()
    assert place.used == place.scan()
    for content in (image, other, copy):
        api.content.delete(content)
    transaction.commit()
    agree(place, 0)


@pytest.mark.parametrize("free", [1, 0, -100])
def test_a_revision_that_is_restored_adds_nothing(place, free):
    place.version_files()
    made = place.make(size=1000)
    replace(made, 2000)
    agree(place, 3000)
    place.leave(free)
    answer = place.rest("PATCH", f"files/{made.getId()}/@history", {"version": 0})
    assert answer.status_code == 200
    assert made.file.getSize() == 1000
    agree(place, 3000)
    api.content.delete(made)
    transaction.commit()
    agree(place, 0)


def test_revisions_are_cleaned_up_with_the_gain_foreseen(place):
    place.version_files()
    made = place.make(size=1000)
    replace(made, 2000)
    replace(made, 4000)
    agree(place, 7000)
    assert gain(place.ledger).revisions == 3000
    assert clean_revisions() == 3000
    transaction.commit()
    agree(place, 4000)
    assert gain(place.ledger).revisions == 0
    replace(made, 100)
    agree(place, 4100)


def test_revisions_that_outlive_their_content_are_counted_and_cleaned_up(place):
    """A working copy that was checked in leaves its own history behind."""
    place.version_files()
    made = place.make(size=1000)
    copy = ICheckinCheckoutPolicy(made).checkout(place.folder)
    replace(copy, 3000)
    ICheckinCheckoutPolicy(copy).checkin("Done")
    transaction.commit()
    place.folder.manage_delObjects(list(place.folder.objectIds()))
    transaction.commit()
    left = place.used
    assert left == place.scan() > 0
    assert gain(place.ledger).revisions == clean_revisions() == left
    transaction.commit()
    agree(place, 0)


@pytest.mark.parametrize("free", [1, 0, -100])
@pytest.mark.parametrize("checked_in", [True, False])
def test_a_working_copy_ends_whatever_the_limit(place, checked_in, free):
    place.version_files()
    made = place.make(size=1000)
    with api.env.adopt_user(username="officer"):
        copy = ICheckinCheckoutPolicy(made).checkout(place.folder)
        replace(copy, 3000)
        place.leave(free)
        policy = ICheckinCheckoutPolicy(copy)
        if checked_in:
            policy.checkin("Done")
        else:
            policy.cancelCheckout()
        transaction.commit()
    (left,) = place.folder.objectValues()
    assert left.file.getSize() == (3000 if checked_in else 1000)
    assert place.used == place.scan()


@pytest.mark.parametrize("checked_in", [True, False])
def test_a_working_copy(place, checked_in):
    place.version_files()
    made = place.make(size=1000)
    copy = ICheckinCheckoutPolicy(made).checkout(place.folder)
    transaction.commit()
    assert place.used == place.scan()
    replace(copy, 3000)
    assert place.used == place.scan()
    policy = ICheckinCheckoutPolicy(copy)
    if checked_in:
        made = policy.checkin("Done")
    else:
        policy.cancelCheckout()
    transaction.commit()
    assert place.used == place.scan()
    assert made.file.getSize() == (3000 if checked_in else 1000)
    place.folder._delObject(made.getId())
    transaction.commit()
    assert place.used == place.scan()
    clean_revisions()
    transaction.commit()
    agree(place, 0)


def test_scales_of_a_working_copy_hang_on_its_original(place):
    image = place.make("Image")
    place.portal.portal_types["Image"].behaviors += ("plone.locking",)
    place.version_files()
    path = "@@images/image/mini"
    place.ask("GET", f"files/{image.getId()}/{path}")
    copy = ICheckinCheckoutPolicy(image).checkout(place.folder)
    transaction.commit()
    assert place.ask("GET", f"files/{copy.getId()}/@@images/image/thumb").status_code == 200
    assert place.used == place.scan()
    ICheckinCheckoutPolicy(copy).cancelCheckout()
    transaction.commit()
    assert place.used == place.scan()
    api.content.delete(image)
    transaction.commit()
    clean_revisions()
    transaction.commit()
    agree(place, 0)


def test_an_attachment_of_a_comment(place):
    made = place.make(size=1000)
    comment = CommentFactory()
    comment.text = "See the attachment."
    comment.attachment = NamedBlobFile(octets(500), filename="c.bin")
    conversation = IConversation(made)
    number = conversation.addComment(comment)
    transaction.commit()
    agree(place, 1500)
    del conversation[number]
    transaction.commit()
    agree(place, 1000)


def test_files_wherever_content_keeps_them(place):
    """In a list, in the rows of a table, in an annotation of a behaviour."""
    made = place.make("Document", title="Holder")
    files = [NamedBlobFile(octets(size), filename="d.bin") for size in (100, 200, 400)]
    made.listed = [files[0]]
    made.rows = [{"file": files[1]}]
    IAnnotations(made)["some.behaviour"] = files[2]
    notify(ObjectModifiedEvent(made))
    transaction.commit()
    agree(place, 700)
    made.rows = []
    notify(ObjectModifiedEvent(made))
    transaction.commit()
    agree(place, 500)


def test_a_blob_is_counted_once_however_many_hold_it(place):
    first, second = place.make(size=1000), place.make(size=10)
    second.file = first.file
    notify(ObjectModifiedEvent(second))
    transaction.commit()
    agree(place, 1000)
    api.content.delete(first)
    transaction.commit()
    agree(place, 1000)
    api.content.delete(second)
    transaction.commit()
    agree(place, 0)


def test_a_blob_that_is_written_to_again(place):
    made = place.make(size=1000)
    made.file._setData(octets(300))
    transaction.savepoint()
    notify(ObjectModifiedEvent(made))
    transaction.commit()
    agree(place, 300)


def test_a_move_and_a_rename_change_nothing(place):
    made = place.make(size=1000)
    api.content.rename(made, "renamed")
    api.content.move(made, place.portal)
    transaction.commit()
    agree(place, 1000)
    place.portal._delObject("renamed")
    transaction.commit()
    agree(place, 0)


def test_a_folder_takes_what_lies_in_it_along(place):
    for _time in range(3):
        place.make(size=1000)
    copy = api.content.copy(place.folder, place.portal)
    transaction.commit()
    agree(place, 6000)
    place.portal._delObject(copy.getId())
    transaction.commit()
    agree(place, 3000)


def test_what_is_given_up_is_not_counted(place):
    made = place.make(size=1000)
    made.file = NamedBlobFile(octets(5000), filename="b.bin")
    notify(ObjectModifiedEvent(made))
    transaction.abort()
    agree(place, 1000)
    point = transaction.savepoint()
    made.file = NamedBlobFile(octets(5000), filename="b.bin")
    notify(ObjectModifiedEvent(made))
    point.rollback()
    transaction.commit()
    agree(place, 1000)


def test_a_file_of_the_resource_registry_is_a_record_and_no_blob(place):
    directory = getUtility(IResourceDirectory, name="persistent")
    directory.writeFile("theme/a.css", b"body {}" * 1000)
    transaction.commit()
    agree(place, 0)
