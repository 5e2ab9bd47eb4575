"""What is to be said against a signed copy: of its signatures, and of its words."""

from collections.abc import Iterator
from collective.conventions.documents.signed.inspection import Inspection
from collective.conventions.documents.signed.inspection import Signature
from collective.conventions.terms.findings import Finding
from collective.conventions.terms.texts.paper import Difference
from collective.conventions.terms.texts.paper import differences
from collective.conventions.terms.texts.text import Text
from dataclasses import dataclass
from dataclasses import replace
import re


#: How much of a passage a finding carries.
PASSAGE = 200
FIELD = "file"
#: fault of an inspection → its finding; each means that nothing could be compared.
FAULTS = {
    "no_pdf": "copy_no_pdf",
    "encrypted": "copy_encrypted",
    "damaged": "copy_damaged",
    "too_large": "copy_too_large",
    "too_much": "copy_too_large",
}
#: Marks of a quotation, with the space in them, and those of one inside of another. What begins one
#: in English ends one in German.
MARKS = (
    (re.compile(r"\s*[»”]|(?<=[\w.,!?…])“"), "’"),
    (re.compile(r"[«„“]\s*"), "‘"),
)
#: What may have been added after a signature without a word.
HARMLESS = ("none", "completed", "filled")


@dataclass(frozen=True)
class Remark:
    """A finding about a signed copy, and how much it weighs: "severe", "warning" or "hint"."""

    severity: str
    finding: Finding


def remarks(inspection: Inspection, text: Text) -> tuple[Remark, ...]:
    """All that is to be said, what weighs most first.

    :param text: the text that was approved; empty where there is none to compare with.
    """
    found = (*_of_signatures(inspection), *_of_words(inspection, text))
    order = ("severe", "warning", "hint")
    return tuple(sorted(found, key=lambda one: order.index(one.severity)))


def quotable(finding: Finding) -> Finding:
    """A finding for a sentence that quotes passages: quotations in these get marks of their own."""
    params = dict(finding.params)
    for mark, inner in MARKS:
        params = {name: mark.sub(inner, str(value)) for name, value in params.items()}
    return replace(finding, params=params)


def _of_signatures(inspection: Inspection) -> Iterator[Remark]:
    for signature in inspection.signatures or ():
        if code := _fault(signature):
            yield Remark("severe", Finding(code, FIELD, {"signer": signature.signer}))


def _fault(signature: Signature) -> str:
    if signature.fault:
        return "signature_unreadable"
    if not signature.intact:
        return "signature_broken"
    return "" if signature.changes in HARMLESS else "changed_after_signing"


def _of_words(inspection: Inspection, text: Text) -> Iterator[Remark]:
    if inspection.fault:
        yield Remark("warning", Finding(FAULTS[inspection.fault], FIELD))
    elif text and not inspection.has_words:
        yield Remark("warning", Finding("copy_without_words", FIELD))
    elif text:
        for one in differences(text, inspection.pages):
            yield Remark(_weight(one), _difference(one))


def _weight(one: Difference) -> str:
    """What is written where people sign is seldom more than a name, a place or a day."""
    return "warning" if one.place == "signatures" else "severe"


def _difference(one: Difference) -> Finding:
    place, approved, paper = one.place, _cut(one.approved), _cut(one.paper)
    if not approved:
        return Finding("words_added", FIELD, {"place": place, "paper": paper})
    if not paper:
        return Finding("words_left_out", FIELD, {"place": place, "approved": approved})
    params = {"place": place, "approved": approved, "paper": paper}
    return Finding("words_differ", FIELD, params)


def _cut(words: str) -> str:
    return words if len(words) <= PASSAGE else f"{words[: PASSAGE - 1]}…"
