"""The files of the demo's annexes are PDF files that a reader opens."""

from collective.conventions.commands.demo.pdf import LINES
from collective.conventions.commands.demo.pdf import page
import re


def test_every_object_lies_where_the_table_says():
    made = page("Titre", "Un texte")
    start = int(re.search(rb"startxref\n(\d+)\n%%EOF\n$", made)[1])
    assert made[start:].startswith(b"xref\n0 7\n")
    places = [int(place) for place in re.findall(rb"(\d{10}) 00000 n \n", made)]
    assert len(places) == 6
    for number, place in enumerate(places, 1):
        assert made[place:].startswith(b"%d 0 obj\n" % number)


def test_the_stream_is_as_long_as_it_says():
    made = page("Titre", "Un texte\nde deux lignes")
    length, content = re.search(
        rb"<< /Length (\d+) >>\nstream\n(.*)\nendstream", made, re.DOTALL
    ).groups()
    assert int(length) == len(content)
    assert b"(Un texte) Tj" in content and b"(de deux lignes) Tj" in content


def test_accents_and_brackets_are_written_as_pdf_wants_them():
    made = page("Été (1\\2)", "« œuvre » à 5 €")
    assert "(Été \\(1\\\\2\\)) Tj".encode("cp1252") in made
    assert "« œuvre » à 5 €".encode("cp1252") in made


def test_what_does_not_fit_on_the_page_is_left_out():
    made = page("Titre", "\n".join(f"ligne {n}" for n in range(LINES + 5)))
    assert made.count(b") Tj T*") == LINES
