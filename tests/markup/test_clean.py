"""What comes in is the agreed elements and every word, and nothing else."""

from collective.conventions.documents import markup
from collective.conventions.markup.clean import clean
from collective.conventions.terms.texts.text import ELEMENTS
from collective.conventions.terms.texts.text import words
from html import escape
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st
import pytest
import re


STRANGE = """
    div span a b i u h1 h2 blockquote section img tfoot caption dl dt dd form button font pre hr
    custom-tag svg math html body head frameset select option
"""
TAGS = [*sorted(ELEMENTS), *STRANGE.split()]
#: What stands in these is words, whatever it looks like.
RAW = ["textarea", "noscript", "xmp", "iframe"]
ATTRIBUTES = ["", ' onclick="x()"', ' style="color: red"', ' href="javascript:x()"', " class=a"]
WORDS = st.text("abcdeéèœŒß0123456789.,;:&<>\"'’«»€", min_size=1, max_size=8).filter(str.strip)


def element(children):
    return st.builds(
        lambda tag, attribute, inner: f"<{tag}{attribute}>{''.join(inner)}</{tag}>",
        st.sampled_from(TAGS),
        st.sampled_from(ATTRIBUTES),
        st.lists(children, max_size=4),
    )


TEXT = WORDS.map(lambda word: f" {escape(word)} ")
NESTED = st.recursive(TEXT, element, max_leaves=20)
SOUP = st.lists(
    st.one_of(
        NESTED,
        st.sampled_from(TAGS + RAW).map(lambda tag: f"<{tag}>"),
        st.sampled_from(TAGS).map(lambda tag: f"</{tag}>"),
        st.sampled_from(["<!-- no -->", "<![CDATA[x]]>", "<?pi x?>", "<!DOCTYPE html>", "<", "&"]),
    ),
    max_size=12,
).map("".join)
ANYTHING = st.one_of(SOUP, st.text(max_size=200))


def told(nested):
    """The words of well-formed markup, whatever its elements."""
    return re.sub(r"<[^>]*>", " ", nested)


#: How long an example takes says something of the machine only.
UNTIMED = settings(deadline=None)


@UNTIMED
@given(ANYTHING)
def test_cleaning_twice_changes_nothing(html):
    assert clean(clean(html)) == clean(html)


@UNTIMED
@given(ANYTHING)
def test_no_other_tag_and_no_attribute_survives(html):
    tags = re.findall(r"<[^>]*>?", clean(html))
    assert {tag for tag in tags if tag.strip("</>") not in ELEMENTS} == set()
    assert all(re.fullmatch(r"</?[a-z]+>", tag) for tag in tags)


@UNTIMED
@given(NESTED)
def test_no_word_is_lost(html):
    """Their order may change where something stood between the rows of a table."""
    expected = sorted(words(f"<p>{told(html)}</p>"))
    assert sorted(words(clean(html))) == expected


@UNTIMED
@given(st.lists(WORDS, max_size=30))
def test_words_without_markup_are_a_paragraph(found):
    text = " ".join(found)
    expected = f"<p>{escape(' '.join(text.split()), quote=False)}</p>" if found else ""
    assert clean(escape(text)) == expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("", ""),
        (" \n ", ""),
        ("<p>&nbsp;</p><p></p>", ""),
        ("<p>10&nbsp;€ &amp; plus&hellip;</p>", "<p>10\u00a0€ &amp; plus…</p>"),
        ("<script>x()</script><style>p {}</style>Oui", "<p>Oui</p>"),
        ("<h2>Un</h2><div>Deux<br/>Trois</div>", "<p>Un</p><p>Deux<br>Trois</p>"),
        ("<b>Un</b> <i>deux</i>", "<p><strong>Un</strong> <em>deux</em></p>"),
        (
            "<strong><p>Un</p><p>deux</p></strong>",
            "<p><strong>Un</strong></p><p><strong>deux</strong></p>",
        ),
        ("<strong>u</strong><strong>n</strong>", "<p><strong>un</strong></p>"),
        ("<em><strong>un</strong></em>", "<p><strong><em>un</em></strong></p>"),
        ("<ul><li><p>Un</p><p>deux</p></li></ul>", "<ul><li>Un<br>deux</li></ul>"),
        (
            "<ol><li>Un</li><ul><li>deux</li></ul></ol>",
            "<ol><li>Un<ul><li>deux</li></ul></li></ol>",
        ),
        (
            '<table border="1"><caption>Prix</caption><tr><th>Un</th><td></td></tr></table>',
            "<p>Prix</p><table><tbody><tr><th>Un</th><td></td></tr></tbody></table>",
        ),
        (
            "<table><thead><tr><th>Un</th></tr></thead><tr><td>1</td></tr></table>",
            "<table><thead><tr><th>Un</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>",
        ),
        ("a\x00b\ud800c", "<p>a b c</p>"),
        ("<p>Fait à <a href='x'>Liège</a></p>", "<p>Fait à Liège</p>"),
        ("1 < 2 & 3 > 2", "<p>1 &lt; 2 &amp; 3 &gt; 2</p>"),
    ],
)
def test_what_comes_out(html, expected):
    assert clean(html) == expected


def test_what_nobody_has_nested_by_hand_loses_no_word():
    deep = "<ul><li>" * 400 + "fin" + "</li></ul>" * 400
    assert words(clean(deep)) == ("fin",)
    assert clean(clean(deep)) == clean(deep)


def test_the_documents_clean_in_the_same_way():
    assert markup.clean is clean
