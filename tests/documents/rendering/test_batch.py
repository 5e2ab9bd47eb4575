"""Many papers in a folder: what is new is made, the rest is kept, a bad record stops nothing."""

from collective.conventions.documents.rendering import batch
from collective.conventions.documents.rendering.batch import chosen
from collective.conventions.documents.rendering.batch import LIST
from collective.conventions.documents.rendering.batch import make_papers
from collective.conventions.progress import Progress
from dataclasses import asdict
from factories import make_convention
from hashlib import sha256
import json
import pytest
import written


ROWS = [asdict(part) for part in written.TEXT[:4]]


class Watched(Progress):
    """Stops after ``most`` records."""

    def __init__(self, most=99):
        self.most, self.told = most, []

    @property
    def stopped(self):
        return len(self.told) >= self.most

    def begin(self, work, total):
        self.total = total

    def done(self, work, about):
        self.told.append(about)

    def failed(self, work, failure):
        self.told.append(failure.about)


@pytest.fixture
def conventions(portal, partners):
    titles = ("One", "Two", "Three")
    return [make_convention(portal, partners, title=title, text=ROWS) for title in titles]


def files(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.name != LIST}


def test_all_conventions_with_a_text_are_printed(portal, partners, conventions, tmp_path):
    make_convention(portal, partners, title="Four")
    watched = Watched()
    done = make_papers(chosen(), tmp_path / "new", ["html", "docx"], watched)
    assert (done.made, done.kept, done.without_text, done.left) == (6, 0, 1, 0)
    assert watched.total == len(watched.told) == 4
    made = files(tmp_path / "new")
    assert set(made) == {f"{n}.{f}" for n in ("one", "two", "three") for f in ("html", "docx")}
    listed = [json.loads(one) for one in (tmp_path / "new" / LIST).read_text().splitlines()]
    assert {one["file"]: one["sha256"] for one in listed} == {
        name: sha256(data).hexdigest() for name, data in made.items()
    }


def test_only_those_that_are_named(conventions, tmp_path):
    assert [record.getId for record in chosen(["two", "nothing"])] == ["two"]
    make_papers(chosen(["two"]), tmp_path, ["html"])
    assert set(files(tmp_path)) == {"two.html"}


def test_what_is_there_and_unchanged_is_kept(conventions, tmp_path):
    make_papers(chosen(), tmp_path, ["html"])
    conventions[0].text = [*ROWS, {"part": "article", "number": "2", "body": "<p>Neuf.</p>"}]
    (tmp_path / "two.html").write_text("somebody wrote in it")
    done = make_papers(chosen(), tmp_path, ["html"])
    assert (done.made, done.kept) == (2, 1)
    assert b"Neuf." in files(tmp_path)["one.html"]
    assert b"somebody" not in files(tmp_path)["two.html"]
    assert make_papers(chosen(), tmp_path, ["html"]).kept == 3


def test_work_that_was_stopped_goes_on(conventions, tmp_path):
    done = make_papers(chosen(), tmp_path, ["html"], Watched(most=1))
    assert (done.made, done.left) == (1, 2)
    # As if the machine had died in the middle of a line.
    with (tmp_path / LIST).open("a") as listed:
        listed.write('{"convention": "tw')
    done = make_papers(chosen(), tmp_path, ["html"])
    assert (done.made, done.kept, done.left) == (2, 1, 0)
    assert make_papers(chosen(), tmp_path, ["html"]).kept == 3


def test_one_bad_record_stops_nothing(conventions, tmp_path, monkeypatch):
    paper_of = batch.paper_of

    def broken(convention):
        if convention.getId() == "two":
            raise ValueError("broken")
        return paper_of(convention)

    monkeypatch.setattr(batch, "paper_of", broken)
    done = make_papers(chosen(), tmp_path, ["html"])
    assert done.made == 2
    assert [(one.about, one.why) for one in done.failures] == [("two", "broken")]
    assert set(files(tmp_path)) == {"one.html", "three.html"}


def test_nothing_half_written_stays_under_its_name(conventions, tmp_path, monkeypatch):
    monkeypatch.setattr(batch.Path, "replace", lambda self, target: 1 / 0)
    done = make_papers(chosen(["one"]), tmp_path, ["html"])
    assert len(done.failures) == 1
    assert not (tmp_path / "one.html").exists() and not (tmp_path / LIST).exists()
