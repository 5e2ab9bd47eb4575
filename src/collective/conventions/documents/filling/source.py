"""From the body of an article, as an editor keeps it, to what the sandbox fills.

One line of the source is one paragraph, item or row, so a fault can say in which one it lies. A
paragraph, item or row that holds nothing but conditions and loops vanishes, and stands for them:
so they can be written in any editor, around rows and items too.
"""

from html import unescape
import re


_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.S)
_MARKUP = re.compile(r"<[^>]*>")
_ENDS = re.compile(r"</(?:p|li|tr)>|<br>")
_BLOCK = r"\{%(?:(?!%\}).)*%\}"
_LONELY = re.compile(rf"<(p|li)>\s*((?:{_BLOCK}\s*)+)</\1>")
_LONELY_ROW = re.compile(rf"<tr>((?:\s*<t[hd]>\s*(?:{_BLOCK}\s*)*</t[hd]>)+)\s*</tr>")
_EMPTY = re.compile(r"<(ol|ul|table|thead|tbody|p)>\s*</\1>")
_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "’": "'", "‘": "'", "\xa0": " "})


def source_of(body: str) -> str:
    """The Jinja source of a body: its tags plain, each paragraph, item and row on one line."""
    plain = _TAG.sub(lambda found: _plain(found.group()), body.replace("\n", " "))
    lines = _ENDS.sub(lambda found: f"{found.group()}\n", plain)
    bare = _LONELY.sub(r"\2", lines)
    return _LONELY_ROW.sub(lambda found: "".join(re.findall(_BLOCK, found.group(1))), bare)


def source_of_title(title: str) -> str:
    """The Jinja source of a title, which is plain text."""
    return _TAG.sub(lambda found: found.group().translate(_QUOTES), title)


def without_empty(body: str) -> str:
    """A filled body without the paragraphs, lists and tables that nothing was filled into."""
    while (less := _EMPTY.sub("", body)) != body:
        body = less
    return body.strip()


def _plain(tag: str) -> str:
    """A tag as it was meant: without markup and typographic quotes that an editor put there."""
    return unescape(_MARKUP.sub("", tag)).translate(_QUOTES)
