"""The decree as blocks, one after the other: what the page and the DOCX file both are made of."""

from collective.conventions.documents.decree.sheet import Sheet
from dataclasses import dataclass
from markupsafe import Markup


_LINE = Markup("<p>{}</p>")
_FILED = Markup("<p>{}: <strong>{}</strong></p>")
_FILED_FRENCH = Markup("<p>{}\u00a0: <strong>{}</strong></p>")
_SIGNS = Markup("<table><tbody><tr><td>{}</td><td>{}</td></tr></tbody></table>")


@dataclass(frozen=True)
class Block:
    """One block: what it is, its heading if it has one, and HTML of the text elements."""

    kind: str
    body: str
    label: str = ""


def blocks_of(sheet: Sheet) -> tuple[Block, ...]:
    """The blocks of a decree in one language, in order; every language has the same kinds."""
    phrases, words = sheet.phrases, sheet.words
    filed = _FILED_FRENCH if sheet.language == "fr" else _FILED
    return (
        Block("entity", _LINE.format(sheet.entity)),
        Block("register", _LINE.format(words.register)),
        Block("filed", "".join(filed.format(*pair) for pair in sheet.head)),
        Block("sitting", _said(phrases.sitting, sheet.sitting)),
        Block("subject", sheet.parts.get("subject", ""), phrases.subject),
        Block("council", _LINE.format(words.council)),
        Block("recitals", sheet.recitals),
        Block("decides", _LINE.format(words.decides)),
        Block("operative", sheet.parts.get("operative", "")),
        Block("annexes", sheet.parts.get("annexes", ""), phrases.annexes),
        Block("closing", _closing(sheet)),
    )


def _said(words: str, day: str) -> str:
    return _LINE.format(f"{words} {day}") if day else ""


def _closing(sheet: Sheet) -> str:
    """The end of what was adopted; a draft is signed by nobody."""
    if sheet.draft:
        return ""
    done = _said(sheet.phrases.done, f"{sheet.sitting}.")
    order = _LINE.format(f"{sheet.phrases.by_order},")
    return done + order + _SIGNS.format(f"{sheet.words.secretary},", f"{sheet.words.mayor},")
