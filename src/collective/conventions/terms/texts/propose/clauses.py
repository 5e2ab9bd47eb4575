"""The clause each found rule rests on: what was found in article 8 names "art. 8"."""

from collections.abc import Iterable
from collections.abc import Iterator
from collective.conventions.terms.texts.propose.proposal import Proposal
from collective.conventions.terms.texts.text import Text


#: The topic of a clause by the field it decides on.
TOPICS = {
    "commitments[0]": "commitments",
    "start_rule": "start",
    "contacts_days": "contacts",
    "renewal": "renewal",
    "notice_count": "notice",
    "breach_count": "breach",
    "resolutory_condition": "resolutory",
    "duration_unit": "duration",
}


def clauses(text: Text, found: Iterable[Proposal]) -> Iterator[Proposal]:
    """Yield a row for each topic whose rule was found in an article with a number."""
    row = 0
    for proposal in found:
        part = text[proposal.passage.part]
        topic = TOPICS.get(proposal.field)
        if topic and part.part == "article" and part.number:
            value = {"topic": topic, "clause": f"art. {part.number}"}
            yield Proposal(f"clauses[{row}]", value, proposal.passage, "clause")
            row += 1
