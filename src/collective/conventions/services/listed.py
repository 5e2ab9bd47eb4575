"""What the services that list have in common: the question, the batch and its links, the facets."""

from collections.abc import Callable
from collections.abc import Mapping
from collective.conventions import _
from collective.conventions.interfaces import BadRequest
from collective.conventions.listing.batches import Batches
from collective.conventions.listing.facets import Count
from collective.conventions.listing.names import titles_of
from collective.conventions.listing.question import Listing
from collective.conventions.listing.question import Question
from collective.conventions.listing.reading import read
from collective.conventions.listing.search import Search
from typing import Any
from zope.i18n import translate
from zope.schema.vocabulary import SimpleVocabulary


def listed(
    request: Any,
    address: str,
    listing: Listing,
    items: Callable[[list[Any]], list[dict[str, Any]]],
    vocabularies: Mapping[str, SimpleVocabulary],
) -> dict[str, Any]:
    """A batch of what the query string asks for, with the counts of each facet.

    :param items: from the catalog's data to what the answer carries of each.
    :param vocabularies: the titles of a facet's values; those of other facets are partners.
    :raises BadRequest: something in the query string cannot be read; it names all of it.
    """
    question, findings = read(listing, request.form)
    if findings:
        raise BadRequest(_("The question cannot be understood."), findings)
    search = Search(listing, question)
    answer = {
        "@id": f"{address}{question.query()}",
        "items_total": search.total,
        "items": items(search.batch()),
        "facets": {
            name: _facet(counts, vocabularies.get(name), request)
            for name, counts in search.facets().items()
        },
    }
    batching = links(address, question, search.total)
    return {**answer, "batching": batching} if batching else answer


def _facet(
    counts: tuple[Count, ...], vocabulary: SimpleVocabulary | None, request: Any
) -> list[dict[str, Any]]:
    values = [one.value for one in counts]
    titles: Mapping[str, str]
    if vocabulary is None:
        titles = titles_of(values)
    else:
        known = [value for value in values if value in vocabulary]
        titles = {v: translate(vocabulary.getTerm(v).title, context=request) for v in known}
    return [
        {"value": one.value, "title": titles.get(one.value, one.value), "count": one.count}
        for one in counts
    ]


def links(address: str, question: Question, total: int) -> dict[str, str]:
    """The links between batches, as plone.restapi names them; none where one batch holds all."""
    batches = Batches(total, question.b_start, question.b_size)
    starts = {
        "@id": question.b_start,
        "first": 0,
        "last": batches.last,
        "next": batches.next,
        "prev": batches.previous,
    }
    if not batches.last:
        return {}
    return {
        name: f"{address}{question.starting(start).query()}"
        for name, start in starts.items()
        if start is not None
    }
