"""What a model can do: fields, conditions and loops, within limits, and nothing else."""

from collective.conventions.documents.filling.faults import faults_of
from collective.conventions.documents.filling.sandbox import BLANK
from collective.conventions.documents.filling.sandbox import environment
from collective.conventions.documents.filling.sandbox import Refused
from collective.conventions.documents.filling.sandbox import TooMuch
from jinja2 import TemplateError
from jinja2 import TemplateRuntimeError
import pytest


@pytest.mark.parametrize(
    ("source", "filled"),
    [
        ("{{ name }}", "A &amp; B"),
        ("{{ nothing }}", BLANK),
        ("{% if flag %}yes{% else %}no{% endif %}", "yes"),
        ("{{ 'x' if not flag else 'y' }}", "y"),
        ("{% for one in many %}{{ loop.index }}{{ one.name }} {% endfor %}", "1a 2b "),
        ("{{ many|names }}", "a et b"),
        ("{{ name|upper }}", "A &amp; B"),
        ("{{ many[0].name|capital }}", "A"),
        ("{# not printed #}", ""),
    ],
)
def test_what_a_model_says(source, filled):
    values = {"name": "A & B", "nothing": "", "flag": True}
    values["many"] = [{"name": "a"}, {"name": "b"}]
    assert environment().fill(source, values) == filled


@pytest.mark.parametrize(
    "source",
    [
        "{% set x = 1 %}",
        "{% include 'x' %}",
        "{% import 'x' as y %}",
        "{% macro x() %}{% endmacro %}",
        "{{ 2 ** 99999 }}",
        "{{ 'x' * 99999 }}",
        "{{ name ~ name }}",
        "{{ name() }}",
        "{{ name.format(1) }}",
        "{{ ''.join }}",
        "{{ many[0:1] }}",
        "{{ many[name] }}",
        "{% for a in many recursive %}{% endfor %}",
        "{% for a, b in many %}{% endfor %}",
        "{% for a in b %}" * 4 + "{% endfor %}" * 4,
        "{{ name is defined }}",
        "{{ self }}",
        "{{ range(3) }}",
        "{{ article() }}",
        "{% filter upper %}x{% endfilter %}",
    ],
)
def test_what_a_model_may_not(source):
    with pytest.raises(Refused):
        environment().from_string(source)
    assert [fault.code for fault in faults_of(source)] == ["model_forbidden"]


@pytest.mark.parametrize(
    "source", ["{{ name.__class__ }}", "{{ name['__class__'] }}", "{{ unknown }}"]
)
def test_what_there_is_not(source):
    with pytest.raises(TemplateRuntimeError):
        environment().fill(source, {"name": "A"})


def test_loops_end():
    many = list(range(500))
    source = "{% for a in many %}{% for b in many %}{% for c in many %}{% endfor %}"
    with pytest.raises(TooMuch):
        environment().fill(source + "{% endfor %}{% endfor %}", {"many": many})


def test_output_ends():
    with pytest.raises(TooMuch):
        environment().fill("{% for a in many %}{{ a }}{% endfor %}", {"many": ["x" * 9999] * 500})


def test_brackets_without_end_are_told():
    (fault,) = faults_of("{{ " + "(" * 5000 + " }}")
    assert fault.line == 1
    with pytest.raises((TemplateError, RecursionError)):
        environment().fill("{{ " + "(" * 5000 + " }}", {})
