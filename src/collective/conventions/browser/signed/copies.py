"""Signed copies in words: who signed when, what holds, and what does not."""

from collections.abc import Iterator
from collective.conventions import _
from collective.conventions.browser.page import Page
from collective.conventions.content import vocabularies
from collective.conventions.documents.signed.inspection import Signature
from collective.conventions.documents.signed.judging import quotable
from collective.conventions.documents.signed.judging import Remark
from collective.conventions.documents.signed.standing import Copy
from collective.conventions.messages import sentence
from dataclasses import dataclass
from dataclasses import replace
from zope.i18nmessageid import Message


WEIGHTS: dict[str, Message] = {
    "severe": _("Severe"),
    "warning": _("To be looked at"),
    "hint": _("Hint"),
}
INTACT = _("Intact: what was signed is unchanged.")
BROKEN = _("Not intact: what was signed has been changed, or the signature is not that of its key.")
WHOLE = _("It covers the whole file.")
#: What was added to a file after a signature that does not cover all of it.
ADDED: dict[str, Message] = {
    "none": _("It does not cover the whole file."),
    "completed": _("Afterwards only proofs of the signatures were added."),
    "filled": _("Afterwards further signatures were added or fields filled in."),
    "annotated": _("Afterwards notes were added to the pages."),
    "other": _("Afterwards the file was changed in other ways."),
}
PLACES: dict[str, Message] = {
    "heading": _("Heading"),
    "parties": _("Parties"),
    "preamble": _("Preamble"),
    "signatures": _("Signatures"),
}


@dataclass(frozen=True)
class Said:
    """A remark in words; ``weight`` is its severity."""

    weight: str
    title: str
    text: str


@dataclass(frozen=True)
class Hand:
    """A signature in words; ``good`` when nothing at all is to be said against it."""

    title: str
    good: bool
    facts: tuple[tuple[str, str], ...]
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Shown:
    """A signed copy as the page shows it; ``hands`` is None where signatures cannot be read."""

    title: str
    url: str
    download: str
    note: str
    compared: bool
    remarks: tuple[Said, ...]
    hands: tuple[Hand, ...] | None


def shown(copy: Copy, page: Page) -> Shown:
    """One copy in the reader's language."""
    annex, signatures = copy.annex, copy.inspection.signatures
    rule = page.choice(vocabularies.PUBLICATION_RULES, annex.publication)
    url = annex.absolute_url()
    return Shown(
        annex.title,
        url,
        f"{url}/@@download/file",
        f"{annex.file.filename} · {page.size(annex.file.getSize())} · {rule}",
        copy.compared,
        tuple(said(remark, page) for remark in copy.remarks),
        None if signatures is None else tuple(_hand(one, page) for one in signatures),
    )


def said(remark: Remark, page: Page) -> Said:
    """A remark in the reader's language; an article is named as people do."""
    params = dict(quotable(remark.finding).params)
    if "place" in params:
        params["place"] = _place(str(params["place"]), page)
    text = page.t(sentence(replace(remark.finding, params=params)))
    return Said(remark.severity, page.t(WEIGHTS[remark.severity]), text)


def _place(label: str, page: Page) -> str:
    kind, _space, number = label.partition(" ")
    if kind == "article":
        return page.t(_("Article ${number}", mapping={"number": number}))
    return page.t(PLACES[kind]) if kind in PLACES else label


def _hand(one: Signature, page: Page) -> Hand:
    good = one.intact and (one.whole or one.changes in ("completed", "filled"))
    title = _("Timestamp of the document") if one.kind == "timestamp" else _("Signature")
    return Hand(
        page.labelled(page.t(title), one.signer) if one.signer else page.t(title),
        good,
        tuple((page.t(label), text) for label, text in _facts(one, page) if text),
        tuple(page.t(line) for line in _lines(one)),
    )


def _facts(one: Signature, page: Page) -> Iterator[tuple[Message, str]]:
    yield _("Certificate"), one.subject
    yield _("Certificate made out by"), one.issuer
    yield _("Time that the signer states"), page.moment(one.claimed) if one.claimed else ""
    yield _("Time of the timestamp"), page.moment(one.stamped) if one.stamped else ""


def _lines(one: Signature) -> Iterator[Message]:
    if one.fault:
        yield _("It cannot be read.")
        return
    yield INTACT if one.intact else BROKEN
    yield WHOLE if one.whole else ADDED[one.changes]
