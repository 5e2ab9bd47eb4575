"""Where models are filled: Jinja without anything that could read, change or hold up the server.

A model names fields, asks conditions and goes through lists; nothing else is in the language. Two
limits hold for each filling: steps of loops, and characters of output.
"""

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from collective.conventions.documents.filling.phrases import listed
from collective.conventions.documents.filling.phrases import of
from collective.conventions.documents.filling.phrases import stopped
from collective.conventions.documents.filling.phrases import unstopped
from collective.conventions.documents.filling.phrases import within
from jinja2 import nodes
from jinja2 import StrictUndefined
from jinja2 import Template
from jinja2 import TemplateSyntaxError
from jinja2.exceptions import TemplateRuntimeError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from typing import Any


#: How a field prints that has no value: what the check of a text finds as a blank.
BLANK = "…………"
MOST_STEPS = 20_000
MOST_CHARACTERS = 2_000_000
#: Loops within loops.
DEEPEST = 3
#: The one function: the number of the article with this title.
ARTICLE = "article"
_COUNTED = "counted steps"

_ALLOWED = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.Name,
    nodes.Const,
    nodes.Getattr,
    nodes.Getitem,
    nodes.If,
    nodes.For,
    nodes.CondExpr,
    nodes.Compare,
    nodes.Operand,
    nodes.And,
    nodes.Or,
    nodes.Not,
    nodes.Tuple,
    nodes.List,
    nodes.Filter,
    nodes.Call,
)


class Refused(TemplateSyntaxError):
    """What Jinja could do and a model may not. ``what`` is the word of it in the source."""

    def __init__(self, what: str, line: int) -> None:
        super().__init__(what, line)
        self.what = what


class TooMuch(TemplateRuntimeError):
    """A model that goes through more, or prints more, than any text needs."""


class Sandbox(ImmutableSandboxedEnvironment):
    """The environment of one filling; make a new one for the next, for it counts steps."""

    def __init__(self, language: str = "fr") -> None:
        super().__init__(autoescape=True, undefined=StrictUndefined, finalize=_shown, cache_size=0)
        self.globals.clear()
        self.tests.clear()
        self.filters = {**filters(language), _COUNTED: self._counted}
        self.steps = 0

    def compile(self, source: Any, *args: Any, **options: Any) -> Any:
        """Compile what is allowed, with every loop counted.

        :raises TemplateSyntaxError: it is not Jinja, or ``Refused``.
        """
        tree = self.parse(source) if isinstance(source, str) else source
        refuse(tree)
        for loop in tree.find_all(nodes.For):
            loop.iter = nodes.Filter(
                loop.iter, _COUNTED, [], [], None, None, lineno=loop.lineno, environment=self
            )
        return super().compile(tree, *args, **options)

    def fill(self, source: str, context: Mapping[str, Any]) -> str:
        """Fill a source, as far as the limits go.

        :raises TemplateSyntaxError: see ``compile``.
        :raises TemplateRuntimeError: a field does not exist (``UndefinedError``), or ``TooMuch``.
        """
        template: Template = self.from_string(source)
        found, length = [], 0
        for piece in template.generate(context):
            length += len(piece)
            if length > MOST_CHARACTERS:
                raise TooMuch(str(MOST_CHARACTERS))
            found.append(piece)
        return "".join(found)

    def _counted(self, items: Iterable[Any]) -> Iterator[Any]:
        """The entries of a list, one step for each."""
        for item in items:
            self.steps += 1
            if self.steps > MOST_STEPS:
                raise TooMuch(str(MOST_STEPS))
            yield item


def environment(language: str = "fr") -> Sandbox:
    """A sandbox for one filling of a model in a language."""
    return Sandbox(language)


def filters(language: str) -> dict[str, Callable[..., Any]]:
    """What a value can be put through, by name."""
    return {
        "names": lambda items: listed(language, [str(item["name"]) for item in items]),
        "upper": lambda value: str(value).upper(),
        "lower": lambda value: str(value).lower(),
        "capital": lambda value: str(value)[:1].upper() + str(value)[1:],
        "of": lambda value: of(language, str(value)),
        "stopped": lambda value: stopped(str(value)),
        "unstopped": lambda value: unstopped(str(value)),
        "within": lambda value: within(language, str(value)),
        "count": lambda items: len(items),
    }


#: What a model may put a value through.
FILTERS = frozenset(filters("fr"))


def refuse(tree: nodes.Template) -> None:
    """Refuse what is no field, condition or loop.

    :raises Refused: naming what it is, and the line.
    """
    for node in tree.find_all(nodes.Node):
        if not isinstance(node, _ALLOWED):
            raise Refused(type(node).__name__.lower(), node.lineno)
        if isinstance(node, nodes.Name) and node.name == "self":
            raise Refused("self", node.lineno)
        if isinstance(node, nodes.Call):
            _refuse_call(node)
        if isinstance(node, nodes.Getattr | nodes.Getitem):
            _refuse_member(node)
        if isinstance(node, nodes.For) and (
            node.recursive or not isinstance(node.target, nodes.Name)
        ):
            raise Refused("for", node.lineno)
    _refuse_depth(tree, 0)


def _refuse_call(node: nodes.Call) -> None:
    plain = not (node.kwargs or node.dyn_args or node.dyn_kwargs) and len(node.args) == 1
    if not isinstance(node.node, nodes.Name) or node.node.name != ARTICLE or not plain:
        raise Refused("(…)", node.lineno)


def _refuse_member(node: nodes.Getattr | nodes.Getitem) -> None:
    of_field = isinstance(node.node, nodes.Name | nodes.Getattr | nodes.Getitem)
    named = isinstance(node, nodes.Getattr) or isinstance(node.arg, nodes.Const)
    if not of_field or not named:
        raise Refused("[…]", node.lineno)


def _refuse_depth(node: nodes.Node, depth: int) -> None:
    for child in node.iter_child_nodes():
        deeper = depth + isinstance(child, nodes.For)
        if deeper > DEEPEST:
            raise Refused("for", child.lineno)
        _refuse_depth(child, deeper)


def _shown(value: Any) -> Any:
    return BLANK if value is None or value == "" else value
