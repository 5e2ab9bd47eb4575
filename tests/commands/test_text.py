"""``conventions text read``: what documents would become, told to whoever asks, in a folder too."""

from collective.conventions.commands.main import main
import json
import pytest


DOCUMENT = "Article 1 – Durée\n\nLa convention est conclue pour une durée de deux ans.\n"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a.txt").write_text(DOCUMENT, encoding="utf-8")
    (tmp_path / "b.md").write_text(f"# Accord\n\n{DOCUMENT}", encoding="utf-8")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\0")
    return tmp_path


def test_the_documents_of_a_folder_are_told_and_others_passed_over(folder, capsys):
    assert main(["text", "read", str(folder)]) == 0
    told = capsys.readouterr().out
    assert "a.txt" in told
    assert "b.md" in told
    assert "picture" not in told
    assert "duration_count" in told
    assert "deux ans" in told


def test_counts_tell_no_word_of_a_document(folder, capsys):
    assert main(["text", "read", "--counts", str(folder / "a.txt")]) == 0
    told = capsys.readouterr().out
    assert "duration_count" in told
    assert "deux" not in told
    assert "Durée" not in told


def test_json(folder, capsys):
    assert main(["text", "read", "--json", str(folder / "a.txt")]) == 0
    (told,) = json.loads(capsys.readouterr().out)
    assert (told["file"], told["parts"][0]["number"]) == ("a.txt", "1")
    assert {one["field"]: one["value"] for one in told["proposals"]}["duration_count"] == 2


def test_json_of_counts(folder, capsys):
    main(["text", "read", "--json", "--counts", str(folder / "a.txt")])
    (told,) = json.loads(capsys.readouterr().out)
    assert told["parts"] == {"article": 1}
    assert told["fields"]["duration_count"] == 1


def test_a_file_that_cannot_be_read_fails_the_command_and_says_why(folder, capsys):
    assert main(["text", "read", str(folder / "picture.png"), str(folder / "a.txt")]) == 1
    told = capsys.readouterr().out
    assert "no text that can be read" in told
    assert "duration_count" in told
