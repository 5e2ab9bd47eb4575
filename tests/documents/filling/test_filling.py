"""From a body as an editor keeps it to the parts of a text."""

from collective.conventions.documents.filling.faults import faults
from collective.conventions.documents.filling.fields import FIELDS
from collective.conventions.documents.filling.fill import fill
from collective.conventions.documents.filling.phrases import LANGUAGES
from collective.conventions.documents.filling.phrases import of
from collective.conventions.documents.filling.phrases import period
from collective.conventions.documents.filling.phrases import PHRASES
from collective.conventions.documents.filling.phrases import stopped
from collective.conventions.documents.filling.phrases import unstopped
from collective.conventions.documents.filling.phrases import within
from collective.conventions.documents.filling.shape import empty
from collective.conventions.documents.filling.source import source_of
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.terms.texts.text import Part
from html import unescape
from importlib.resources import files
import pytest
import re


def context(*names):
    party = empty(FIELDS["parties"].fields)
    return {**empty(FIELDS), "parties": [{**party, "name": name} for name in names]}


def filled(*parts, values=None):
    return fill(parts, "m@1", values or context("Un", "Deux"), "fr")


def test_a_loop_stands_around_items_and_rows():
    body = (
        "<ul><li>{% for party in parties %}</li><li>{{ party.name }}</li><li>{% endfor %}</li></ul>"
        "<table><tbody><tr><td>{% for party in parties %}</td><td></td></tr>"
        "<tr><td>{{ party.name }}</td><td>x</td></tr><tr><td>{% endfor %}</td></tr></tbody></table>"
    )
    (part,) = filled(Part("article", title="Parties", body=body))
    assert part.body == (
        "<ul><li>Un</li><li>Deux</li></ul><table><tbody><tr><td>Un</td><td>x</td></tr>"
        "<tr><td>Deux</td><td>x</td></tr></tbody></table>"
    )


def test_a_list_of_nothing_is_left_out():
    body = (
        "<p>Voici.</p><ul><li>{% for one in prices %}</li><li>{{ one.amount }}</li>"
        "<li>{% endfor %}</li></ul>"
    )
    (part,) = filled(Part("article", title="Prix", body=body))
    assert part.body == "<p>Voici.</p>"


def test_articles_are_numbered_without_those_left_out():
    text = filled(
        Part("article", title="Un", body="<p>a</p>"),
        Part(
            "article",
            title="Deux",
            body="<p>{% if convention.free %}</p><p>b</p><p>{% endif %}</p>",
        ),
        Part(
            "article",
            title="Trois",
            body='<p>Voir {{ article("Un") }} et {{ article("Trois") }}.</p>',
        ),
    )
    assert [(part.number, part.title) for part in text] == [("1", "Un"), ("2", "Trois")]
    assert text[1].body == "<p>Voir 1 et 2.</p>"
    assert {part.clause for part in text} == {"m@1"}


def test_a_reference_to_what_is_left_out_is_refused():
    with pytest.raises(UnprocessableEntity):
        filled(
            Part("article", title="Un", body="<p>{% if convention.free %}b{% endif %}</p>"),
            Part("article", title="Deux", body='<p>{{ article("Un") }}</p>'),
        )


def test_values_are_text_and_never_markup():
    (part,) = filled(
        Part("article", title="{{ parties[0].name }}", body="<p>{{ parties[0].name }}</p>"),
        values=context("<b>A</b> & {{ x }}"),
    )
    assert part.title == "<b>A</b> & {{ x }}"
    assert part.body == "<p>&lt;b&gt;A&lt;/b&gt; &amp; {{ x }}</p>"


def test_what_an_editor_does_to_braces_is_undone():
    body = (
        "<p>{{ <strong>convention</strong>.title }} "
        "{% if 1 &lt; 2 %}{{ article(“Un”) }}{% endif %}</p>"
    )
    assert source_of(body) == (
        '<p>{{ convention.title }} {% if 1 < 2 %}{{ article("Un") }}{% endif %}</p>\n'
    )


@pytest.mark.parametrize(
    ("source", "code", "params"),
    [
        ("{{ convention.titel }}", "model_unknown_field_near", {"near": "convention.title"}),
        ("{{ xyzzy }}", "model_unknown_field", {"name": "xyzzy"}),
        ("{{ parties }}", "model_not_printed", {"name": "parties"}),
        ("{{ convention.free }}", "model_not_printed", {"name": "convention.free"}),
        ("{% for a in convention %}{% endfor %}", "model_no_list", {"name": "convention"}),
        ("{{ convention.title|twice }}", "model_unknown_filter", {"name": "twice"}),
        ('{{ article("Dix") }}', "model_unknown_article", {"title": "Dix"}),
        ("{% if convention.free %}", "model_unclosed", {}),
        ("{% fi convention.free %}", "model_unknown_tag", {}),
        ("{{ convention. }}", "model_syntax", {"near": "{{ convention. }}"}),
        ("{ convention.title }}", "model_syntax", {"near": "{ convention.title }}"}),
        ("{% if convention.free %}a{% endif %} %}", "model_syntax", {"near": "%}"}),
        (
            "{% for p in parties %}{{ p.nme }}{% endfor %}",
            "model_unknown_field_near",
            {"near": "p.name"},
        ),
        ("{% for p in parties %}{% endfor %}{{ p.name }}", "model_unknown_field", {}),
    ],
)
def test_a_fault_says_where_and_what(source, code, params):
    rows = [{"part": "article", "title": "Un", "body": f"<p>Premier.</p><p>{source}</p>"}]
    found = list(faults(rows, ["Un"]))
    assert [one.code for one in found][:1] == [code]
    assert found[0].params["line"] == 2
    assert (found[0].row, found[0].column) == (0, "body")
    assert params.items() <= found[0].params.items()


@pytest.mark.parametrize(
    ("language", "words", "told"),
    [
        ("fr", "un an", "d’un an"),
        ("fr", "onze mois", "de onze mois"),
        ("fr", "Entraide", "d’Entraide"),
        ("fr", "Yvoir", "d’Yvoir"),
        ("fr", "UVCW", "de UVCW"),
        ("fr", "", ""),
        ("nl", "één jaar", "van één jaar"),
        ("de", "einem Jahr", "von einem Jahr"),
    ],
)
def test_what_lasts_or_belongs(language, words, told):
    assert of(language, words) == told


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("fr", ["un mois", "douze mois", "13 mois"]),
        ("nl", ["één maand", "twaalf maanden", "13 maanden"]),
        ("de", ["einem Monat", "zwölf Monaten", "13 Monaten"]),
    ],
)
def test_up_to_twelve_is_written_in_words(language, told):
    assert [period(language, count, "months") for count in (1, 12, 13)] == told


@pytest.mark.parametrize(
    ("entered", "bare", "sentence"),
    [
        ("Prêter.", "Prêter", "Prêter."),
        ("Prêter ;\n", "Prêter", "Prêter."),
        ("Quand\xa0?", "Quand ?", "Quand ?"),
        ("Le ......", "Le ......", "Le ......"),
        ("", "", ""),
    ],
)
def test_what_was_entered_ends_once(entered, bare, sentence):
    assert (unstopped(entered), stopped(entered)) == (bare, sentence)


@pytest.mark.parametrize(
    ("language", "title", "told"),
    [
        ("fr", "Plan « Air »", "Plan “Air”"),
        ("fr", 'Plan «\xa0Air\xa0» et "Eau"', "Plan “Air” et “Eau”"),
        ("nl", "Plan “Lucht”", "Plan ‘Lucht’"),
        ("de", "Plan „Luft“", "Plan ‚Luft‘"),
        ("fr", "L’été", "L’été"),
        ("fr", 'Écran de 24"', 'Écran de 24"'),
    ],
)
def test_quotation_marks_within_others_are_the_inner_ones(language, title, told):
    assert within(language, title) == told


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_every_phrase(language):
    assert set(PHRASES[language]) == set(PHRASES["fr"])
    for name, phrase in PHRASES[language].items():
        holes = set(re.findall(r"\{(\w+)\}", phrase))
        assert holes == set(re.findall(r"\{(\w+)\}", PHRASES["fr"][name])), name


def test_french_has_its_apostrophes_and_spaces():
    decree = files("collective.conventions.documents.decree") / "wording" / "fr.html"
    tags = r"\{\{.*?\}\}|\{%.*?%\}|<[^>]*>"
    running = unescape(re.sub(tags, "x", decree.read_text(encoding="utf-8")))
    for words in (*PHRASES["fr"].values(), *running.splitlines()):
        assert not re.search(r"\w'\w| [;:?!»%]|« ", words), words
