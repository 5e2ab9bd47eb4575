"""``conventions text check``: a document is checked without a server."""

from collective.conventions.commands.main import main
import json
import pytest


SOUND = """Convention de prêt

Entre la Ville de Montbrun, ci-après dénommée « la Ville »,
et l'asbl Les Ateliers du Pont, ci-après dénommée « l'Association »,

il est convenu ce qui suit :

Article 1 - Objet

La Ville prête à l'Association les objets de l'annexe 1.

Article 2 - Durée

Le prêt de l'article 1 dure un an.
"""


@pytest.fixture
def document(tmp_path):
    path = tmp_path / "loan.txt"

    def write(text):
        path.write_text(text, encoding="utf-8")
        return str(path)

    return write


def test_a_sound_document_with_its_annex(document, capsys):
    assert main(["text", "check", document(SOUND), "--annex", "1"]) == 0
    assert capsys.readouterr().out == "loan.txt: 0 findings, 0 block a signature.\n"


def test_what_is_wrong_is_told_with_its_place(document, capsys):
    text = SOUND.replace("Article 2", "Article 1")
    assert main(["text", "check", document(text)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 3
    assert lines[0].startswith("loan.txt: severe: Article 1 – Objet: Annex 1 is cited")
    assert lines[1].startswith("loan.txt: severe: Article 1 – Durée: Article 1 is there twice")


def test_the_findings_as_json(document, capsys):
    assert main(["text", "check", document(SOUND), "--json"]) == 1
    (told,) = json.loads(capsys.readouterr().out)
    (finding,) = told["findings"]
    assert (told["severe"], finding["code"], finding["passage"]["words"]) == (
        1,
        "annex_missing",
        "annexe 1",
    )
