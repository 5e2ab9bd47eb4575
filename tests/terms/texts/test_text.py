"""The body of a part as words: line by line, cells by tabs, lists by their depth."""

from collective.conventions.terms.texts.text import Line
from collective.conventions.terms.texts.text import lines
from collective.conventions.terms.texts.text import Part
from collective.conventions.terms.texts.text import plain
from collective.conventions.terms.texts.text import words


def test_paragraphs_are_lines_and_spaces_are_one():
    assert plain("<p>One  <strong>two</strong>,\n three</p><p>four<br>five</p>") == (
        "One two, three\nfour\nfive"
    )


def test_characters_that_html_escapes_are_themselves():
    assert plain("<p>A &amp; B &lt;C&gt; &eacute;</p>") == "A & B <C> é"


def test_a_row_is_one_line_whatever_its_cells_hold():
    table = "<table><tbody><tr><td>1<br>bis</td><td>2</td></tr><tr><td></td><td>3</td></tr>"
    assert plain(f"{table}</tbody></table><p>after</p>") == "1 bis\t2\n\t3\nafter"


def test_lines_know_how_deep_they_stand():
    found = lines("<ol><li>a<p>m</p><ul><li>b</li></ul></li><li>c</li></ol><p>d</p>")
    assert found == (
        Line("a", 1, True),
        Line("m", 1, False),
        Line("b", 2, True),
        Line("c", 1, True),
        Line("d", 0, False),
    )


def test_an_empty_item_gives_its_mark_to_nobody():
    assert lines("<ul><li></li></ul><p>d</p>") == (Line("d", 0, False),)


def test_words_are_those_of_the_plain_text():
    assert words("<ul><li>One two</li></ul><p>three.</p>") == ("One", "two", "three.")


def test_a_part_is_named_by_kind_and_number():
    assert Part("article", "9bis").label == "article 9bis"
    assert Part("preamble").label == "preamble"
