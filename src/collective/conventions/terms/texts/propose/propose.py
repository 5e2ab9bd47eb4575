"""All that a text proposes, each field once."""

from collections.abc import Iterable
from collections.abc import Iterator
from collective.conventions.terms.texts.propose.clauses import clauses
from collective.conventions.terms.texts.propose.commitments import commitments
from collective.conventions.terms.texts.propose.decisions import decisions
from collective.conventions.terms.texts.propose.identifiers import identifiers
from collective.conventions.terms.texts.propose.notice import breach
from collective.conventions.terms.texts.propose.notice import notice
from collective.conventions.terms.texts.propose.parties import of_parties
from collective.conventions.terms.texts.propose.party import named_parties
from collective.conventions.terms.texts.propose.payment import payment
from collective.conventions.terms.texts.propose.people import signatories
from collective.conventions.terms.texts.propose.prices import declared
from collective.conventions.terms.texts.propose.prices import prices
from collective.conventions.terms.texts.propose.proposal import Proposal
from collective.conventions.terms.texts.propose.provisions import provisions
from collective.conventions.terms.texts.propose.subject import subject
from collective.conventions.terms.texts.propose.term import term
from collective.conventions.terms.texts.text import Text


def proposals(text: Text) -> tuple[Proposal, ...]:
    """Return the data that a text holds, in the order of the fields of a convention.

    A field is proposed once: of two passages the first one in the text counts.
    """
    parties = named_parties(text)
    priced = tuple(prices(text))
    paid = (one for one in payment(text, parties) if _meant(one, bool(priced)))
    free = (one for one in provisions(text, parties) if one.field != "free_of_charge" or not priced)
    found = tuple(
        _once(
            (
                *subject(text),
                *of_parties(text, parties),
                *identifiers(text, parties),
                *signatories(text, parties),
                *decisions(text),
                *term(text),
                *notice(text, parties),
                *breach(text),
                *priced,
                *declared(text),
                *paid,
                *free,
                *commitments(text, parties),
            )
        )
    )
    return (*found, *clauses(text, found))


def _meant(proposal: Proposal, priced: bool) -> bool:
    """What is said of paying says nothing where no price is."""
    return priced or proposal.field == "exemption_reason"


def _once(found: Iterable[Proposal]) -> Iterator[Proposal]:
    seen: set[str] = set()
    for proposal in found:
        if proposal.field not in seen:
            seen.add(proposal.field)
            yield proposal
