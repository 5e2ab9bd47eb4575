"""The library of a space: its own models, their versions, clauses, and taking one."""

from collective.conventions.content.values import snapshot
from collective.conventions.content.values import text_of
from collective.conventions.documents.library.adapting import adapt
from collective.conventions.documents.library.making import made
from collective.conventions.documents.library.making import take
from collective.conventions.documents.library.models import entry_of
from collective.conventions.documents.library.models import find
from collective.conventions.documents.library.models import models
from collective.conventions.documents.library.models import version
from collective.conventions.interfaces import Conflict
from collective.conventions.interfaces import Forbidden
from collective.conventions.interfaces import NotFound
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.terms.texts.text import plain
from datetime import date
from factories import bring
from plone import api
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent
import pytest


TODAY = date(2026, 2, 3)


def article(body, title="Objet", **more):
    return {"part": "article", "title": title, "body": f"<p>{body}</p>", **more}


def save(model, **values):
    for name, value in values.items():
        setattr(model, name, value)
    notify(ObjectModifiedEvent(model))


def test_each_save_that_changes_the_text_is_a_version(make_model):
    model = make_model(text=[article("Un.")])
    save(model, title="Autre titre")
    assert [one.number for one in model.versions] == [1]
    save(model, text=[article("Deux.")])
    uid = model.UID()
    assert [plain(version(f"{uid}@{n}")[0].body) for n in (1, 2)] == ["Un.", "Deux."]
    assert version(uid) == version(f"{uid}@2")
    assert entry_of(model).name == f"{uid}@2"


def test_a_version_says_when_and_by_whom(make_model):
    (saved,) = entry_of(make_model(text=[article("Un.")])).versions
    assert saved.author == api.user.get_current().getId()
    assert saved.day is not None


def test_a_copy_begins_anew(make_model, library):
    model = make_model(text=[article("Un.")])
    save(model, text=[article("Deux.")])
    copied = api.content.copy(model, library, id="copied")
    assert [one.number for one in copied.versions] == [1]
    assert len(model.versions) == 2


def test_a_clause_is_pinned_to_its_version(make_model):
    clause = make_model("Clause", kind="clause", text=[article("Avant.", "Secret")])
    model = make_model(text=[{"part": "article", "clause": clause.UID()}])
    save(clause, text=[article("Après.", "Secret")])
    (part,) = version(model.UID())
    assert (part.title, plain(part.body)) == ("Secret", "Avant.")
    assert part.clause == f"{clause.UID()}@1"


@pytest.mark.parametrize("name", ["shipped:nothing", "shipped:access-fr@7", "", "gone@1"])
def test_what_is_not_there_is_not_found(portal, name):
    with pytest.raises(NotFound):
        find(name)


def test_a_shipped_model_is_adapted(portal, library):
    model = adapt("shipped:access-fr", "Le nôtre")
    assert model in library.objectValues()
    assert model.adapted_from == "shipped:access-fr@1"
    assert version(model.UID()) == version("shipped:access-fr@1")
    assert models("convention", "fr")[0].title == "Le nôtre"


def test_only_managers_adapt(portal, as_roles):
    as_roles("Convention Author")
    with pytest.raises(Forbidden):
        adapt("shipped:access-fr")


def test_authors_use_and_managers_edit(make_model, as_roles):
    model = make_model(text=[article("Un.")])
    as_roles("Convention Author")
    assert api.user.has_permission("View", obj=model)
    assert not api.user.has_permission("Modify portal content", obj=model)
    as_roles("Partner Contact")
    assert not api.user.has_permission("View", obj=model)
    as_roles("Space Manager")
    assert api.user.has_permission("Modify portal content", obj=model)


def test_a_text_is_taken(convention):
    text = take(convention, "shipped:access-fr", TODAY)
    assert convention.model == "shipped:access-fr@1"
    assert text_of(snapshot(convention)) == text
    assert {part.clause for part in text} >= {"shipped:access-fr@1", "shipped:clause-price-fr@1"}


def test_a_signed_convention_takes_no_new_text(convention):
    convention.council_date, convention.council_number = date(2025, 6, 1), "3"
    bring(convention, "council_approved")
    with pytest.raises(Conflict):
        take(convention, "shipped:access-fr", TODAY)


def test_a_letter_is_no_text(convention):
    with pytest.raises(UnprocessableEntity):
        take(convention, "shipped:letter-dunning-fr", TODAY)


def test_a_clause_cannot_be_filled_that_is_gone(convention, make_model, library):
    clause = make_model("Clause", kind="clause", text=[article("Avant.", "Secret")])
    model = make_model(text=[{"part": "article", "clause": clause.UID()}])
    library.manage_delObjects([clause.getId()])
    with pytest.raises(NotFound):
        made(convention, entry_of(model), TODAY)
