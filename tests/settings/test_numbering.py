"""New conventions are numbered without a gap or a double, after the pattern of the space."""

from collective.conventions.clock import today
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.journal.storage import find
from collective.conventions.settings.changing import change
from collective.conventions.settings.numbering import upcoming
from factories import make_partner
from plone import api
from plone.uuid.interfaces import IUUID
from threading import Barrier
from threading import Thread
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent
import pytest
import transaction


YEAR = today().year
PANEL = "@controlpanels/conventions"


@pytest.fixture
def make(space):
    """A function that adds a convention and answers it."""

    def made(title, **values):
        with api.env.adopt_roles(["Manager"]):
            folder = space.portal.conventions
            return api.content.create(folder, "Convention", title=title, kind="other", **values)

    return made


def set_pattern(pattern, **others):
    change({"reference_pattern": pattern, **others})


def test_without_a_pattern_nothing_is_numbered(make):
    assert make("First").reference is None
    assert upcoming(YEAR) == ""


def test_new_conventions_are_numbered_in_their_order(make):
    set_pattern("CONV/{year}/{number}")
    assert upcoming(YEAR) == f"CONV/{YEAR}/001"
    assert [make(title).reference for title in "ab"] == [f"CONV/{YEAR}/001", f"CONV/{YEAR}/002"]
    assert upcoming(YEAR) == f"CONV/{YEAR}/003"
    assert upcoming(YEAR + 1) == f"CONV/{YEAR + 1}/001"


def test_the_number_is_found_and_told(make, space):
    set_pattern("{number}-C", reference_digits=1)
    made = make("First")
    assert made.reference == "1-C"
    (entry,) = find(IUUID(made))
    assert entry.after["reference"] == "1-C"
    found = api.content.find(context=space.portal.conventions, UID=IUUID(made))
    assert [brain.convention_reference for brain in found] == ["1-C"]


def test_what_somebody_has_typed_stays_and_the_numbers_go_on_after_it(make):
    set_pattern("C{number}")
    assert make("Own", reference="A/7").reference == "A/7"
    assert make("Ahead", reference="C041").reference == "C041"
    assert make("Next").reference == "C042"
    with api.env.adopt_roles(["Manager"]):
        changed = make("Later", reference="B")
        changed.reference = "C050"
        notify(ObjectModifiedEvent(changed))
    assert make("After").reference == "C051"


def test_a_pattern_goes_on_after_what_was_there_before(make):
    make("Old", reference=f"CONV/{YEAR}/017")
    make("Other", reference=f"CONV/{YEAR - 1}/900")
    set_pattern("CONV/{year}/{number}")
    assert make("New").reference == f"CONV/{YEAR}/018"


def test_what_fails_takes_no_number(make):
    set_pattern("C{number}")
    transaction.commit()
    make("Lost")
    transaction.abort()
    assert make("Kept").reference == "C001"


def test_a_copy_gets_a_number_of_its_own(make, space):
    set_pattern("C{number}")
    first = make("First")
    transaction.commit()
    with api.env.adopt_roles(["Manager"]):
        copy = api.content.copy(first, space.portal.conventions, safe_id=True)
    assert (first.reference, copy.reference) == ("C001", "C002")


@pytest.mark.parametrize(
    "pattern", ["CONV", "{number}{number}", "{year}", "{number}/{month}", "{number", "{number}}"]
)
def test_a_pattern_that_is_none_is_refused(space, pattern):
    with pytest.raises(UnprocessableEntity) as refused:
        set_pattern(pattern)
    assert [one.field for one in refused.value.findings] == ["reference_pattern"]
    answer = space.ask("space-manager", "PATCH", PANEL, json={"reference_pattern": pattern})
    assert answer.status_code == 400
    assert [one["code"] for one in answer.json()["errors"]] == ["pattern_malformed"]


def test_two_at_once_over_rest_get_two_numbers(space):
    with api.env.adopt_roles(["Manager"]):
        partners = [make_partner(space.portal, title).UID() for title in ("City", "Centre")]
    transaction.commit()
    sent = {"reference_pattern": "C{number}"}
    assert space.ask("space-manager", "PATCH", PANEL, json=sent).status_code == 204
    body = {
        "@type": "Convention",
        "title": "Agreement",
        "kind": "other",
        "parties": [{"partner": uid} for uid in partners],
    }
    together, answers = Barrier(2), []

    def ask():
        together.wait()
        for _time in range(3):
            answers.append(space.ask("secretary", "POST", "conventions", json=body))

    both = [Thread(target=ask) for _one in range(2)]
    for one in both:
        one.start()
    for one in both:
        one.join()
    assert [answer.status_code for answer in answers] == [201] * 6, answers[0].text
    found = sorted(answer.json()["reference"] for answer in answers)
    assert found == [f"C{number:03}" for number in range(1, 7)]


def test_the_form_says_which_number_comes(space):
    page = {"Accept": "text/html"}
    address = "conventions/++add++Convention"
    before = space.ask("secretary", "GET", address, headers=page).text
    sent = {"reference_pattern": "C{number}"}
    assert space.ask("space-manager", "PATCH", PANEL, json=sent).status_code == 204
    after = space.ask("secretary", "GET", address, headers=page).text
    assert ("C001" in before, "C001" in after) == (False, True)
