"""A text is clean however it was written."""

from collective.conventions.content.fields import CleanTable
from collective.conventions.content.fields import Markup
from persistent import Persistent
from ZODB.DemoStorage import DemoStorage
from zope.schema.interfaces import TooLong
import pytest
import transaction
import ZODB


DIRTY = '<p onclick="x()">Un <b>mot</b></p><script>x()</script>'
CLEAN = "<p>Un <strong>mot</strong></p>"


class Kept(Persistent):
    rows = CleanTable("body")

    def __getattr__(self, name):
        if name == "rows":
            return "the default"
        raise AttributeError(name)


@pytest.fixture
def connection():
    connection = ZODB.DB(DemoStorage()).open()
    yield connection
    transaction.abort()
    connection.db().close()


def test_a_field_cleans_what_is_sent():
    field = Markup(__name__="body", required=False)
    assert field.fromUnicode(DIRTY) == CLEAN
    assert field.fromUnicode("<script>x()</script>") is None


def test_a_field_measures_what_is_kept():
    field = Markup(__name__="body", max_length=len(CLEAN))
    assert field.fromUnicode(DIRTY) == CLEAN
    with pytest.raises(TooLong):
        field.fromUnicode(DIRTY + "<p>Deux</p>")


def test_rows_are_cleaned_when_they_are_set():
    kept = Kept()
    row = {"title": "<b>as it is</b>", "body": DIRTY}
    kept.rows = [row, {"title": "no body"}, "no row"]
    assert kept.rows == [{**row, "body": CLEAN}, {"title": "no body"}, "no row"]
    assert row["body"] == DIRTY


def test_what_was_never_set_is_the_default():
    assert Kept().rows == "the default"
    assert isinstance(Kept.rows, CleanTable)


def test_no_rows_are_an_empty_table():
    kept = Kept()
    kept.rows = None
    assert kept.rows == []


def test_rows_are_kept_in_the_database(connection):
    kept = connection.root()["kept"] = Kept()
    kept.other = "stays"
    transaction.commit()
    kept._p_deactivate()
    kept.rows = [{"body": DIRTY}]
    transaction.commit()
    connection.cacheMinimize()
    assert kept.rows == [{"body": CLEAN}]
    assert kept.other == "stays"
