"""What is wrong with a model, found when it is saved and not when somebody needs the paper.

Each fault is a finding of the table ``text`` with its row and column; its parameters name the line
(the paragraph, item or row of the article, from 1) and the field, with the nearest known one.
"""

from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from collective.conventions.documents.filling.fields import Field
from collective.conventions.documents.filling.fields import FIELDS
from collective.conventions.documents.filling.fields import LOOP
from collective.conventions.documents.filling.fields import record
from collective.conventions.documents.filling.sandbox import ARTICLE
from collective.conventions.documents.filling.sandbox import environment
from collective.conventions.documents.filling.sandbox import FILTERS
from collective.conventions.documents.filling.sandbox import refuse
from collective.conventions.documents.filling.sandbox import Refused
from collective.conventions.documents.filling.source import source_of
from collective.conventions.documents.filling.source import source_of_title
from collective.conventions.terms.findings import Finding
from dataclasses import dataclass
from difflib import get_close_matches
from jinja2 import nodes
from jinja2 import TemplateSyntaxError
from typing import Any
import re


_TAG = re.compile(r"</?\w+>")
_CLOSING = re.compile(r"\}\}|%\}")
Row = Mapping[str, Any]
Scope = Mapping[str, Field]


@dataclass(frozen=True)
class Fault:
    """A fault of one source: the code of its finding, and what that tells."""

    code: str
    line: int
    params: Mapping[str, str]


def faults(rows: Sequence[Row], titles: Sequence[str]) -> Iterator[Finding]:
    """Every fault of the rows of a model, in their order.

    :param titles: the titles of all its articles, those of reusable clauses too.
    """
    for position, row in enumerate(rows):
        sources = {
            "title": source_of_title(row.get("title") or ""),
            "body": source_of(row.get("body") or ""),
        }
        for column, source in sources.items():
            for fault in faults_of(source, titles):
                params = {"line": fault.line, **fault.params}
                yield Finding(fault.code, "text", params, position, column)


def faults_of(source: str, titles: Sequence[str] = ()) -> Iterator[Fault]:
    """Every fault of one source.

    :param titles: the titles of all articles of the model, to which it may refer.
    """
    try:
        tree = environment().parse(source)
        refuse(tree)
    except Refused as error:
        yield Fault("model_forbidden", error.lineno, {"what": error.what})
    except TemplateSyntaxError as error:
        yield Fault(_syntax(error), error.lineno, {"near": _line(source, error.lineno)})
    except RecursionError:
        yield Fault("model_forbidden", 1, {"what": "((("})
    else:
        yield from _Reader(titles).statements(tree, FIELDS)


def _syntax(error: TemplateSyntaxError) -> str:
    message = error.message or ""
    if "Unexpected end of template" in message:
        return "model_unclosed"
    return "model_unknown_tag" if "unknown tag" in message else "model_syntax"


class _Reader:
    """Goes through a model as filling would, and notes each name that leads nowhere."""

    def __init__(self, titles: Sequence[str]) -> None:
        self.titles = titles

    def statements(self, node: nodes.Node, scope: Scope) -> Iterator[Fault]:
        for child in node.iter_child_nodes():
            yield from self.statement(child, scope)

    def statement(self, node: nodes.Node, scope: Scope) -> Iterator[Fault]:
        if isinstance(node, nodes.For):
            yield from self.loop(node, scope)
        elif isinstance(node, nodes.Output):
            for printed in node.nodes:
                yield from self.printed(printed, scope)
        elif isinstance(node, nodes.If):
            yield from self.expression(node.test, scope)
            for part in (*node.body, *node.elif_, *node.else_):
                yield from self.statement(part, scope)
        else:
            yield from self.expression(node, scope)

    def loop(self, node: nodes.For, scope: Scope) -> Iterator[Fault]:
        found = yield from self.typed(node.iter, scope)
        if found is not None and found.kind != "list":
            yield Fault("model_no_list", node.lineno, {"name": _written(node.iter)})
        entry = record(found.help, **found.fields) if found and found.kind == "list" else None
        if entry is None:
            return
        inner = {**scope, node.target.name: entry, "loop": LOOP}
        if node.test is not None:
            yield from self.expression(node.test, inner)
        for part in node.body:
            yield from self.statement(part, inner)
        for part in node.else_:
            yield from self.statement(part, scope)

    def printed(self, node: nodes.Node, scope: Scope) -> Iterator[Fault]:
        if isinstance(node, nodes.TemplateData):
            yield from _closed_only(node)
            return
        found = yield from self.typed(node, scope)
        if found is not None and found.kind not in ("text", "number"):
            yield Fault("model_not_printed", node.lineno, {"name": _written(node)})

    def expression(self, node: nodes.Node, scope: Scope) -> Iterator[Fault]:
        yield from self.typed(node, scope)

    def typed(self, node: nodes.Node, scope: Scope) -> Iterator[Fault]:
        """Note the faults of an expression; returns the field it leads to, where it is one."""
        if isinstance(node, nodes.Name):
            return (yield from self._known(node, node.name, scope, node.name))
        if isinstance(node, (nodes.Getattr, nodes.Getitem)):
            return (yield from self._member(node, scope))
        if isinstance(node, nodes.Filter):
            if node.name not in FILTERS:
                yield Fault("model_unknown_filter", node.lineno, _near(node.name, FILTERS))
            yield from self.typed(node.node, scope)
            return None
        if isinstance(node, nodes.Call):
            yield from self._article(node)
            return None
        for child in node.iter_child_nodes():
            yield from self.expression(child, scope)
        return None

    def _member(self, node: Any, scope: Scope) -> Iterator[Fault]:
        holder = yield from self.typed(node.node, scope)
        if holder is None:
            return None
        if isinstance(node, nodes.Getitem) and isinstance(node.arg.value, int):
            if holder.kind == "list":
                return record(holder.help, **holder.fields)
            yield Fault("model_no_list", node.lineno, {"name": _written(node.node)})
            return None
        name = node.attr if isinstance(node, nodes.Getattr) else str(node.arg.value)
        fields = holder.fields if holder.kind == "record" else {}
        return (yield from self._known(node, name, fields, _written(node)))

    def _known(self, node: Any, name: str, fields: Scope, written: str) -> Iterator[Fault]:
        if name in fields:
            return fields[name]
        before = written.rpartition(".")[0]
        near = _near(name, fields)["near"]
        whole = f"{before}.{near}" if before and near else near
        code = "model_unknown_field_near" if whole else "model_unknown_field"
        yield Fault(code, node.lineno, {"name": written, "near": whole})
        return None

    def _article(self, node: nodes.Call) -> Iterator[Fault]:
        title = node.args[0]
        known = isinstance(title, nodes.Const) and title.value in self.titles
        if not known:
            named = str(title.value) if isinstance(title, nodes.Const) else ARTICLE
            yield Fault("model_unknown_article", node.lineno, {"title": named})


def _closed_only(node: nodes.TemplateData) -> Iterator[Fault]:
    """Braces that close what nothing has opened: a slip, for nobody prints them."""
    for found in _CLOSING.finditer(node.data):
        before = node.data.count("\n", 0, found.start())
        yield Fault("model_syntax", node.lineno + before, {"near": _line(node.data, before + 1)})


def _line(source: str, number: int) -> str:
    """How a line begins, without its markup."""
    lines = source.split("\n")[number - 1 : number]
    return " ".join(_TAG.sub("", "".join(lines)).split())[:80]


def _near(name: str, known: Any) -> dict[str, str]:
    found = get_close_matches(name, sorted(known), 1, 0.5)
    return {"name": name, "near": found[0] if found else ""}


def _written(node: Any) -> str:
    """An expression as it was written, as far as it names fields."""
    if isinstance(node, nodes.Name):
        return str(node.name)
    if isinstance(node, nodes.Getattr):
        return f"{_written(node.node)}.{node.attr}"
    if isinstance(node, nodes.Getitem):
        return f"{_written(node.node)}[{node.arg.value}]"
    return "…"
